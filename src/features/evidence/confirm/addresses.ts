/** The addresses of confirmations: the owner's below the evidence, the colleague's beside it. */

/** What somebody is asked to confirm. */
export const CONFIRMATIONS = '/confirmations';

/** Whom of the directory one can ask, as data for a page's own script. */
export const COLLEAGUES = '/confirmations/colleagues';

/** Whom the owner of a piece of evidence asked. */
export function asksAddress(evidence: string): string {
  return `/evidence/${evidence}/confirmations`;
}

export function newAskAddress(evidence: string, colleague?: string): string {
  const at = `${asksAddress(evidence)}/new`;
  return colleague === undefined ? at : `${at}?colleague=${colleague}`;
}

export function withdrawalAddress(evidence: string, ask: string): string {
  return `${asksAddress(evidence)}/${ask}/withdrawal`;
}

/** An ask as the colleague who is signed in sees it. */
export function askedAddress(ask: string): string {
  return `${CONFIRMATIONS}/${ask}`;
}

/** The same by the link in a mail. */
export function linkAddress(secret: string): string {
  return `/confirm/${secret}`;
}

/** Where the answer goes, from either page. */
export function answerAddress(page: string): string {
  return `${page}/answer`;
}
