/** Every link in a framework: those of expectations and qualifications, and those in Markdown texts. */
import type { Framework } from '../domain/framework.ts';
import { passagesOf } from './passages.ts';
import type { Place } from './rule.ts';

export interface FoundLink {
  url: string;
  /** The text that carries it, to the letter: `[label](url)` in Markdown, else the address. */
  quote: string;
  of: Place;
}

/** Label and address; spaces in the address are let through so that they can be reported. */
const MARKDOWN_LINK = /!?\[([^[\]\n]{0,300})\]\(([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?)\)/g;
/** An optional title after the address: `(url "title")`. */
const TITLE = /\s+(?:"[^"]*"|'[^']*')$/;

/** All links in the framework's own order. */
export function linksOf(framework: Framework): FoundLink[] {
  const { expectations, roleProfiles } = framework;
  return [
    ...expectations.flatMap(({ id, origin, links }) =>
      links.map(({ url }) => ({ url, quote: url, of: { id, origin } })),
    ),
    ...roleProfiles.flatMap(({ id, origin, qualifications }) =>
      qualifications.flatMap(({ name, url }) =>
        url === undefined ? [] : [{ url, quote: url === '' ? name : url, of: { id, origin } }],
      ),
    ),
    ...passagesOf(framework).flatMap(({ text, of }) =>
      [...text.matchAll(MARKDOWN_LINK)].map((match) => ({
        url: (match[2] ?? '')
          .trim()
          .replace(TITLE, '')
          .replace(/^<(.*)>$/, '$1'),
        quote: match[0],
        of,
      })),
    ),
  ];
}

/** Whether a link leads out of the framework to the web. */
export function isExternal(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
