/** Where the answers of the app's addresses lie in a static site, and how its pages refer to them. */
import { createHash } from 'node:crypto';

/** What answers at an address: `page` is HTML and becomes a folder with an index, `file` is anything else. */
export type Kind = 'page' | 'file' | 'nothing';

/** Something inside the site that a page refers to. */
export interface Target {
  /** Path of the address in its one normal form, `/` between percent-encoded parts; the key of all books. */
  path: string;
  /** Query and fragment as written, with their signs. */
  rest: string;
  /** Whether the reference named the public address too, as canonical links and feeds do. */
  absolute: boolean;
}

/** Longest name that file systems take, in bytes, with room for an ending. */
const LONGEST_NAME = 240;

/** The normal form of an address's path, or undefined where its percent-encoding is broken. */
export function normalPath(path: string): string | undefined {
  try {
    const parts = path.split('/').filter((part) => part !== '');
    return `/${parts.map((part) => encodePart(decodeURIComponent(part))).join('/')}`;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Encodes what has a meaning in addresses and leaves the rest readable: `operations@1.0.0` stays as it is. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replace(/%(?:40|3A|24|2C|2B|3D)/g, decodeURIComponent);
}

/**
 * What a reference leads to inside the site; undefined where it leads outside or stays on its page.
 *
 * @param from path of the page that it stands on
 * @param publicAddress what the app takes for its public address, without a trailing slash
 */
export function targetOf(reference: string, from: string, publicAddress: string): Target | undefined {
  if (reference === '' || reference.startsWith('#')) return undefined;
  const absolute =
    reference.startsWith(publicAddress) && /^([/?#]|$)/.test(reference.slice(publicAddress.length));
  const local = absolute ? reference.slice(publicAddress.length) || '/' : reference;
  if (!absolute && /^([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(local)) return undefined;
  // The host only serves to resolve against; it is in nothing that is written.
  const url = new URL(local.replace(/^\/{2,}/, '/'), `http://site.invalid${from}`);
  const path = normalPath(url.pathname);
  return path === undefined ? undefined : { path, rest: url.search + url.hash, absolute };
}

/** What an address will probably answer with, from its ending; the answer itself decides. */
export function likelyKind(path: string): 'page' | 'file' {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.(json|xml|atom|svg|png|ico|css|js|woff2|txt|md|csv|xlsx|zip)$/.test(name) ? 'file' : 'page';
}

/** The address of what lies in the static site, below its base: `frameworks/operations/`. */
export function staticAddress(path: string, kind: Kind): string {
  const parts = namesOf(path).map(encodePart).join('/');
  return kind === 'page' && parts !== '' ? `${parts}/` : parts;
}

/** The file that an address is written to, `/` between folders. */
export function fileOf(path: string, kind: Kind): string {
  const names = namesOf(path);
  return (kind === 'page' ? [...names, 'index.html'] : names).join('/');
}

function namesOf(path: string): string[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => nameOf(decodeURIComponent(part)));
}

/** An id as the name of a file. What no file system takes, or would take for a folder, is named by its digest. */
function nameOf(part: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const possible = !/[\u0000-\u001F\u007F/\\:*?"<>|]|^\.+$|[. ]$/.test(part);
  if (possible && Buffer.byteLength(part) <= LONGEST_NAME) return part;
  return `id-${createHash('sha256').update(part).digest('hex').slice(0, 20)}`;
}
