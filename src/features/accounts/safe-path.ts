/** Where people are led when they have signed in. */
export const FIRST_PAGE = '/my-path';

/** Stands for this site while an address is looked at. No name ends in `.invalid`. */
const HERE = 'http://here.invalid';

/** A path of this site, as it was asked for; undefined for everything that could lead elsewhere. */
export function safePath(asked: string | undefined): string | undefined {
  if (asked === undefined || !/^\/(?![/\\])/.test(asked) || !URL.canParse(asked, HERE)) return undefined;
  const url = new URL(asked, HERE);
  // A browser drops tabs and line breaks in an address, and what is left may begin with two slashes.
  if (url.origin !== HERE || url.pathname.startsWith('//')) return undefined;
  return url.pathname + url.search + url.hash;
}
