import { chooseCoding, type Encoded, matchesEtag } from './encodings.ts';
import { markComplete } from './security-headers.ts';

export interface AnswerHeaders {
  'content-type': string;
  'cache-control': string;
}

/** Answers a GET or HEAD with kept bytes in the coding the client prefers, or 304 where it holds them already. */
export function answerEncoded(
  request: { header(name: string): string | undefined },
  encoded: Encoded,
  headers: AnswerHeaders,
  security: Readonly<Record<string, string>>,
): Response {
  const coding = chooseCoding(encoded, request.header('accept-encoding'));
  const variant = encoded.variants[coding] ?? encoded.variants.identity;
  const common = { ...commonHeaders(security, headers['cache-control']), etag: variant.etag };
  if (matchesEtag(request.header('if-none-match'), variant.etag)) {
    return markComplete(new Response(null, { status: 304, headers: common }));
  }
  const response = new Response(variant.bytes, {
    headers: {
      ...common,
      'content-type': headers['content-type'],
      'content-length': String(variant.bytes.length),
      ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
    },
  });
  return markComplete(response);
}

/** The headers of every answer from kept bytes, whatever its coding. */
export function commonHeaders(security: Readonly<Record<string, string>>, cacheControl: string) {
  return { ...security, 'cache-control': cacheControl, vary: 'accept-encoding' };
}
