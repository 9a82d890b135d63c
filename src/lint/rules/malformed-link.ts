import { quoted } from '../../domain/finding.ts';
import { type FoundLink, linksOf } from '../links.ts';
import { passagesOf } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';

export const malformedLink: Rule = {
  id: 'malformed-link',
  severity: 'warning',
  about:
    'A link that no browser can follow: no address, no scheme, a space in it, or Markdown that is not closed.',
  forDocuments: true,
  check: (framework) => [
    ...linksOf(framework).flatMap((link) => {
      const problem = problemOf(link);
      if (problem === undefined) return [];
      return findingAt(malformedLink, link.of, {
        quote: quoted(link.quote),
        message: `The link ${problem}. Nobody can follow it.`,
        remedy: 'Write the whole address, beginning with https://, or take the link out.',
      });
    }),
    ...passagesOf(framework).flatMap((passage) => {
      const match = UNCLOSED.exec(passage.text);
      if (match === null) return [];
      return findingAt(malformedLink, passage.of, {
        quote: quoted(match[0]),
        message: 'A link in the text is not closed, so its signs show instead of a link.',
        remedy: 'Close the link with “)”.',
      });
    }),
  ],
};

/** `[label](https://...` up to the end of the line, without its closing bracket. */
const UNCLOSED = /\[[^[\]\n]{1,300}\]\((?:https?:|\/|#|www\.)[^()\n]{0,500}(?:\n|$)/;
const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

function problemOf({ url }: FoundLink): string | undefined {
  if (url.trim() === '') return 'has no address';
  if (/\s/.test(url.trim())) return 'has a space in its address';
  if (/^www\./i.test(url)) return 'lacks its https://';
  const scheme = /^([a-z][a-z\d+.-]*:)(.*)$/i.exec(url);
  if (scheme === null) return undefined;
  const name = (scheme[1] ?? '').toLowerCase();
  if (!SCHEMES.has(name)) return `begins with “${name}”, which Cairn does not show as a link`;
  if (name.startsWith('http') && !/^\/\/[^/]/.test(scheme[2] ?? '')) return 'has no host in its address';
  return URL.canParse(url) ? undefined : 'has an address that cannot be read';
}
