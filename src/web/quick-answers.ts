import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { chooseCoding, type Encoded, matchesEtag } from './encodings.ts';
import type { KeptBytes } from './kept-bytes.ts';

export interface QuickAnswers {
  kept: KeptBytes;
  /** What kept pages must have been made from to hold now; undefined while that is not known. */
  state(): string | undefined;
  /** The headers that every kept page is answered with, besides those of its coding. */
  headers: Readonly<Record<string, string>>;
  /** Cookies whose holders may see another page; whoever sends one is answered by the app. */
  cookies: readonly string[];
}

/**
 * Answers a GET of a kept page straight from its bytes, and hands everything else to the app. The app would answer the
 * same to the letter, at two to three times the cost: most of that is making a Request and a Response to look at.
 */
export function answerQuickly(
  { kept, state, headers, cookies }: QuickAnswers,
  app: RequestListener,
): RequestListener {
  const lines = Object.entries(headers).flat();
  return (incoming, outgoing) => {
    const current = state();
    const encoded =
      current === undefined || !isPlainGet(incoming, cookies) ? undefined : keptNow(kept, current, incoming);
    if (encoded === undefined) app(incoming, outgoing);
    else answer(incoming, outgoing, encoded, lines);
  };
}

function isPlainGet({ method, headers }: IncomingMessage, cookies: readonly string[]): boolean {
  const { cookie } = headers;
  return method === 'GET' && (cookie === undefined || !cookies.some((name) => cookie.includes(name)));
}

function keptNow(kept: KeptBytes, state: string, { url }: IncomingMessage): Encoded | undefined {
  kept.madeFrom(state);
  return url === undefined ? undefined : kept.get(url);
}

function answer(
  { headers }: IncomingMessage,
  outgoing: ServerResponse,
  encoded: Encoded,
  lines: readonly string[],
): void {
  const coding = chooseCoding(encoded, header(headers['accept-encoding']));
  const { bytes, etag } = encoded.variants[coding] ?? encoded.variants.identity;
  if (matchesEtag(headers['if-none-match'], etag)) {
    // What a 304 must not carry is what describes a body.
    outgoing.writeHead(304, [...lines, 'etag', etag]).end();
    return;
  }
  const described = ['content-type', 'text/html; charset=utf-8', 'content-length', String(bytes.length)];
  if (coding !== 'identity') described.push('content-encoding', coding);
  outgoing.writeHead(200, [...lines, 'etag', etag, ...described]).end(bytes);
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
