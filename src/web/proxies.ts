/** Where a request comes from, and whose word counts about it. */
import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { CairnError } from '../domain/errors.ts';

/** What a request without a connection is taken for: one that this process makes itself. */
const OWN_ADDRESS = '127.0.0.1';

/** The proxies in front of Cairn. What anybody else says in forwarded headers is not believed. */
export class Proxies {
  readonly #trusted = new BlockList();

  /** @param trusted addresses and networks, e.g. `10.0.0.5` or `fd00::/8` */
  constructor(trusted: readonly string[] = []) {
    for (const entry of trusted) {
      const [address = '', bits] = entry.split('/');
      const family = familyOf(address);
      if (bits === undefined) this.#trusted.addAddress(address, family);
      else this.#trusted.addSubnet(address, Number(bits), family);
    }
  }

  /** The address of whoever asks: the last one before the proxies that are trusted. */
  clientOf(c: Context): string {
    const peer = plain(peerOf(c));
    if (!this.#trusts(peer)) return peer;
    const named = (c.req.header('x-forwarded-for') ?? '').split(',').map(plain);
    for (const address of named.reverse()) {
      if (isIP(address) === 0) return peer;
      if (!this.#trusts(address)) return address;
    }
    return peer;
  }

  /** Whether a proxy that is trusted says that a request reached it without TLS. */
  sayInTheClear(c: Context): boolean {
    return (
      this.#trusts(plain(peerOf(c))) && c.req.header('x-forwarded-proto')?.trim().toLowerCase() === 'http'
    );
  }

  #trusts(address: string): boolean {
    return isIP(address) !== 0 && this.#trusted.check(address, familyOf(address));
  }
}

/** Keeps an installation with an https address on https, where its proxy says that somebody came without. */
export function stayOnHttps(baseUrl: string, proxies: Proxies): MiddlewareHandler {
  return async (c, next) => {
    if (!proxies.sayInTheClear(c)) return next();
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(baseUrl + pathname + search, 308);
    }
    throw new CairnError(
      'refused',
      'This came without encryption.',
      `Open ${baseUrl} and send it again. Nothing was changed.`,
    );
  };
}

function peerOf(c: Context): string {
  const connected = (c.env as { incoming?: unknown } | undefined)?.incoming !== undefined;
  return (connected ? getConnInfo(c).remote.address : undefined) ?? OWN_ADDRESS;
}

/** Without the notation in which IPv6 writes an IPv4 address, without the port that some proxies add, and without the
 * name of a network card. */
function plain(address: string): string {
  return address
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^\[([^\]]+)\](:\d+)?$/, '$1')
    .replace(/%.*$/, '');
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
