/** The addresses of what somebody shares. */

/** What a report shares with their line manager. */
export function sharedAddress(person: string): string {
  return `/people/${person}/evidence`;
}

/** Everything that somebody's manager sees of them, evidence among it: a page of the directory. */
export const AS_MANAGER = '/you/as-manager';

/** Their evidence alone, page by page. */
export const AS_MANAGER_EVIDENCE = `${AS_MANAGER}/evidence`;
