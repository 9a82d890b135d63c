/**
 * A browser in which somebody has signed in before counts its own failures. So whoever sits behind the same address, in
 * the same office, cannot lock a colleague out by failing in their name.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { knownCookie, setKnownCookie } from './cookies.ts';

export class KnownBrowsers {
  readonly #secret: string;
  readonly #baseUrl: string;

  constructor(secret: string, baseUrl: string) {
    this.#secret = secret;
    this.#baseUrl = baseUrl;
  }

  /** What failures of this browser for an account are counted under: the browser itself, or where it asks from. */
  sourceOf(c: Context, email: string, client: string): string {
    const [nonce = '', seal = ''] = (knownCookie(c, this.#baseUrl) ?? '').split('.');
    return nonce !== '' && isSame(seal, this.#seal(nonce, email)) ? `browser ${nonce}` : `address ${client}`;
  }

  /** Remembers that somebody has signed in here. */
  remember(c: Context, email: string): void {
    const nonce = randomBytes(12).toString('base64url');
    setKnownCookie(c, this.#baseUrl, `${nonce}.${this.#seal(nonce, email)}`);
  }

  #seal(nonce: string, email: string): string {
    return createHmac('sha256', this.#secret).update(`known ${nonce} ${email}`).digest('base64url');
  }
}

function isSame(a: string, b: string): boolean {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.length === two.length && timingSafeEqual(one, two);
}
