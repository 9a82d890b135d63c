/** The addresses of what somebody shares. */

/** What a report shares with their line manager. */
export function sharedAddress(person: string): string {
  return `/people/${person}/evidence`;
}

/** The same as its owner sees it: what their manager sees. */
export const AS_MANAGER = '/you/as-manager';
