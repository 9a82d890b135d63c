/** Carries the security headers of the app into a static site, whose host may send none. */

/** What a `meta` element cannot say; browsers complain about it there. */
const ONLY_AS_HEADER = /^(frame-ancestors|report-uri|report-to|sandbox)\b/;

/** The page with its content security policy and referrer policy inside. */
export function withMetaPolicy(html: string, headers: Headers): string {
  const policy = (headers.get('content-security-policy') ?? '')
    .split('; ')
    .filter((directive) => !ONLY_AS_HEADER.test(directive))
    .join('; ');
  const referrer = headers.get('referrer-policy') ?? 'same-origin';
  const elements = `<meta http-equiv="content-security-policy" content="${policy}"/><meta name="referrer" content="${referrer}"/>`;
  const [charset] = /<meta charset="[^"]*"\s*\/?>/.exec(html) ?? [];
  if (policy === '' || charset === undefined) throw new Error('a page has no policy, or no place for it');
  // First of all in the head: a policy holds only for what comes after it.
  return html.replace(charset, () => charset + elements);
}

/** Headers that say something about one answer and not about the site. */
const OF_ONE_ANSWER =
  /^(content-(type|length|encoding)|cache-control|etag|vary|date|allow|link|last-modified)$/;

/** A `_headers` file, which Netlify, Cloudflare Pages and others read. */
export function headersFile(headers: Headers, base: string): string {
  const lines = [...headers]
    .filter(([name]) => !OF_ONE_ANSWER.test(name))
    .map(([name, value]) => `  ${name}: ${value}`);
  return [
    `${base}*`,
    ...lines,
    `${base}assets/*`,
    '  cache-control: public, max-age=31536000, immutable',
    '',
  ].join('\n');
}
