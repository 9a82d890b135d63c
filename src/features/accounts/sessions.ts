import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Executor } from '../../db/schema.ts';
import type { Session, Sessions } from '../../web/session.ts';
import { sessionCookie } from './cookies.ts';
import type { Auth } from './library/auth.ts';
import { sessionOfToken } from './personal-tokens.ts';

/** Sessions as the library keeps them, and the tokens of people's own programs. */
export class AccountSessions implements Sessions {
  readonly cookie: string;
  readonly #auth: Auth;
  readonly #db: Executor;
  readonly #found = new WeakMap<Request, Promise<Session | undefined>>();

  /** @param db the database as the role of sign-in */
  constructor(auth: Auth, db: Executor, baseUrl: string) {
    this.#auth = auth;
    this.#db = db;
    this.cookie = sessionCookie(baseUrl);
  }

  of(c: Context): Promise<Session | undefined> {
    const request = c.req.raw;
    const found = this.#found.get(request) ?? this.#find(c);
    this.#found.set(request, found);
    return found;
  }

  async #find(c: Context): Promise<Session | undefined> {
    const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (bearer !== undefined) {
      // A token does what the API does, and opens no page.
      return c.req.path.startsWith('/api/') ? sessionOfToken(this.#db, bearer) : undefined;
    }
    return getCookie(c, this.cookie) === undefined ? undefined : this.#ofBrowser(c);
  }

  async #ofBrowser(c: Context): Promise<Session | undefined> {
    const { response, headers } = await this.#auth.api.getSession({
      headers: new Headers({ cookie: c.req.header('cookie') ?? '' }),
      returnHeaders: true,
    });
    for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
    const person = response?.user.personId;
    if (response === null || typeof person !== 'string') return undefined;
    const { id, token, createdAt } = response.session;
    return { person, id, kind: 'browser', secret: token, since: createdAt };
  }
}
