import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Content codings that answers are kept in, the preferred one first. */
const CODINGS = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof CODINGS)[number];

/** One content in every coding it is worth sending in, each with a strong ETag of its own. */
export interface Encoded {
  variants: Partial<Record<Coding, Variant>> & { identity: Variant };
  /** Bytes of all variants together. */
  size: number;
}

export interface Variant {
  bytes: Uint8Array<ArrayBuffer>;
  /** Quoted, as the header wants it. */
  etag: string;
}

/** Below this many bytes a compressed answer saves no packet. */
const WORTH_COMPRESSING = 512;

/** Encodes a page that will be sent often, off the event loop. */
export async function encode(content: Uint8Array | string): Promise<Encoded> {
  const bytes = new Uint8Array(Buffer.from(content));
  if (bytes.length < WORTH_COMPRESSING) return kept(bytes);
  return kept(bytes, ...(await Promise.all([brotli(bytes, brotliOptions(bytes)), zip(bytes, GZIP_OPTIONS)])));
}

/** The same for what is read once at start. @param compressible false for fonts, which are compressed already */
export function encodeNow(content: Uint8Array | string, compressible: boolean): Encoded {
  const bytes = new Uint8Array(Buffer.from(content));
  if (!compressible || bytes.length < WORTH_COMPRESSING) return kept(bytes);
  return kept(bytes, brotliCompressSync(bytes, brotliOptions(bytes)), gzipSync(bytes, GZIP_OPTIONS));
}

/** Slow enough to be small, quick enough for the first reader of a page to wait for. */
const BROTLI_QUALITY = 9;
const GZIP_OPTIONS = { level: 9 };

function brotliOptions({ length }: Uint8Array) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: length,
  };
  return { params };
}

function kept(bytes: Uint8Array<ArrayBuffer>, br?: Uint8Array, gz?: Uint8Array): Encoded {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  const variants = {
    identity: { bytes, etag: `"${hash}"` },
    ...(br === undefined ? {} : { br: { bytes: new Uint8Array(br), etag: `"${hash}-br"` } }),
    ...(gz === undefined ? {} : { gzip: { bytes: new Uint8Array(gz), etag: `"${hash}-gz"` } }),
  };
  return { variants, size: bytes.length + (br?.length ?? 0) + (gz?.length ?? 0) };
}

/** The first coding that the client accepts and the content exists in; `identity` where nothing else fits. */
export function chooseCoding(encoded: Encoded, acceptEncoding: string | undefined): Coding {
  if (acceptEncoding === undefined) return 'identity';
  const accepted = acceptedCodings(acceptEncoding);
  return CODINGS.find((coding) => coding in encoded.variants && accepted(coding)) ?? 'identity';
}

function acceptedCodings(header: string): (coding: string) => boolean {
  const weights = new Map<string, boolean>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    weights.set(name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)));
  }
  return (coding) => weights.get(coding) ?? weights.get('*') ?? coding === 'identity';
}

/** Whether an `If-None-Match` header names this ETag. Comparison is weak, as RFC 9110 asks for this header. */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((candidate) => {
    const tag = candidate.trim().replace(/^W\//, '');
    return tag === etag || tag === '*';
  });
}
