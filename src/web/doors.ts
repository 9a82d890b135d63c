/**
 * The doors of the application. Every route has one: who may pass, and what of people is opened and written down. A route
 * without one does not answer, because the application refuses to start with it.
 */
import { type Context, type Handler, Hono } from 'hono';
import type { Kysely, Transaction } from 'kysely';
import { CairnError } from '../domain/errors.ts';
import { type Answer, answerWith } from './answer-with.ts';
import {
  formGuard,
  formToken,
  readForm,
  readJson,
  requireOwnProgram,
  type SentForm,
  smallBody,
} from './form-guard.ts';
import type { Site } from './page.ts';
import type { Session, Sessions, Viewer } from './session.ts';
import { signedOutAnswer } from './signed-out.tsx';

/** Who may pass a door. Whoever may not finds nothing there. */
export type Permission =
  | 'everybody'
  | 'signed in'
  | 'manager'
  | 'head'
  | 'steward'
  | 'administrator'
  /** Whoever holds a link that the route checks, or whose own program holds a token. */
  | 'holder';

/** What of people stands behind a door, and whether opening it is written down. */
export type Audit =
  /** Nothing about anybody. */
  | 'nothing personal'
  /** Names, teams and the reporting line, as everybody who is signed in may read them. */
  | 'directory'
  /** What belongs to the viewer. */
  | 'own'
  /** Accounts and settings; changes are recorded as such. */
  | 'settings'
  /** Somebody else's record: each opening is an event that its owner reads. */
  | 'logged';

export interface Door {
  may: Permission;
  audit: Audit;
}

/** A door and where it stands. */
export interface MountedDoor extends Door {
  method: string;
  path: string;
}

/** A request of somebody who is signed in, inside the one transaction in which it does everything. */
export interface Visit<S> {
  c: Context;
  viewer: Viewer;
  db: Transaction<S>;
  now: Date;
  /** What each form of the answer must carry. */
  token: string;
}

/** The same with a form that was sent. */
export interface Sent<S> extends Visit<S> {
  form: SentForm;
}

/** The same with what a program sent. */
export interface Asked<S> extends Visit<S> {
  /** The JSON of the request's body, to be checked; undefined where there was none. */
  body: unknown;
}

export interface DoorDependencies<S> {
  site: Site;
  sessions: Sessions;
  /** Opens the transaction in which somebody looks, and says who they are. Undefined for who has left. */
  enter<T>(
    session: Session,
    work: (viewer: Viewer, db: Transaction<S>) => Promise<T>,
  ): Promise<T | undefined>;
  db: Kysely<S>;
  now: () => Date;
}

/** Limits of a form, where it takes more than text. */
export interface FormLimits {
  /** Largest form, in bytes. */
  bytes?: number;
}

export class Doors<S> {
  /** Every door that was mounted here, in order. */
  readonly list: MountedDoor[] = [];
  readonly routes = new Hono();
  readonly #deps: DoorDependencies<S>;

  constructor(deps: DoorDependencies<S>) {
    this.#deps = deps;
  }

  /** A page or data that somebody who is signed in reads. */
  get(path: string, door: Door, load: (visit: Visit<S>) => Promise<Answer>): void {
    this.#mount('GET', path, door, (c) => this.#visited(c, door, load));
  }

  /** A form that somebody who is signed in sends. */
  post(path: string, door: Door, act: (sent: Sent<S>) => Promise<Answer>, limits: FormLimits = {}): void {
    const guard = formGuard(this.#deps.site.baseUrl, limits.bytes);
    this.#mount('POST', path, door, guard, (c) => this.#sent(c, door, act, limits));
  }

  /**
   * What a program of somebody who is signed in asks for, with a personal token, or a page's own script, with what the
   * page's forms carry. Answers with data.
   */
  api(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    door: Door,
    act: (asked: Asked<S>) => Promise<Answer>,
  ): void {
    this.#mount(method, path, door, smallBody(), async (c) => {
      const session = await this.#deps.sessions.of(c);
      if (session === undefined) return signedOutAnswer(c, this.#deps.site);
      const body = await readJson(c);
      requireOwnProgram(c, session);
      return this.#enter(c, door, session, (visit) => act({ ...visit, body }));
    });
  }

  /**
   * A route that opens its own transactions, or none: the library behind signing in must never be asked inside one.
   * What it is sent came from this site and is small; that it is bound to a cookie is for the route to see to.
   *
   * @param handle is given the session's viewer where there is one; for a door that asks for one there always is
   */
  outside(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    door: Door,
    handle: (c: Context, viewer: Viewer | undefined) => Promise<Response> | Response,
  ): void {
    const guards = method === 'GET' ? [] : [formGuard(this.#deps.site.baseUrl)];
    this.#mount(method, path, door, ...guards, async (c) => {
      const session = await this.#deps.sessions.of(c);
      const viewer = session && (await this.#deps.enter(session, async (found) => found));
      if (door.may === 'everybody' || door.may === 'holder') return handle(c, viewer);
      if (viewer === undefined) return signedOutAnswer(c, this.#deps.site);
      refuseOthers(door, viewer);
      return handle(c, viewer);
    });
  }

  #mount(method: string, path: string, door: Door, ...handlers: Handler[]): void {
    this.list.push({ method, path, ...door });
    this.routes.on(method, [path], ...handlers);
  }

  async #visited(c: Context, door: Door, load: (visit: Visit<S>) => Promise<Answer>): Promise<Response> {
    const session = await this.#deps.sessions.of(c);
    if (session === undefined) return signedOutAnswer(c, this.#deps.site);
    return this.#enter(c, door, session, load);
  }

  async #sent(
    c: Context,
    door: Door,
    act: (sent: Sent<S>) => Promise<Answer>,
    limits: FormLimits,
  ): Promise<Response> {
    const session = await this.#deps.sessions.of(c);
    if (session === undefined) return signedOutAnswer(c, this.#deps.site);
    const form = await readForm(c, session.secret, limits.bytes !== undefined);
    return this.#enter(c, door, session, (visit) => act({ ...visit, form }));
  }

  async #enter(
    c: Context,
    door: Door,
    session: Session,
    work: (visit: Visit<S>) => Promise<Answer>,
  ): Promise<Response> {
    const { enter, now, site } = this.#deps;
    const done = await enter(session, async (viewer, db) => {
      refuseOthers(door, viewer);
      const answer = await work({ c, viewer, db, now: now(), token: formToken(session.secret) });
      return { answer, viewer };
    });
    if (done === undefined) return signedOutAnswer(c, site);
    await done.answer.after?.();
    return answerWith(c, site, done.answer, done.viewer);
  }
}

/** Whoever may not pass finds nothing, as if there were nothing. */
function refuseOthers({ may }: Door, viewer: Viewer): void {
  const passes: Record<Permission, boolean> = {
    everybody: true,
    holder: true,
    'signed in': true,
    manager: viewer.manages,
    head: viewer.head,
    steward: viewer.stewardOf.size > 0,
    administrator: viewer.administrator,
  };
  if (!passes[may]) throw nothingHere();
}

/** What answers for everything that is not there, or not for the viewer: nobody can tell which. */
export function nothingHere(): CairnError {
  return new CairnError(
    'not found',
    'There is nothing here',
    'It may have been removed, or it is not for you to see. Your own path leads on.',
  );
}

/** Marks every route of an older kind as having this door. */
export function doorsOf(routes: Hono, door: Door): MountedDoor[] {
  return routes.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, path, ...door }));
}

/** @throws Error for a route of the application that no door stands before */
export function requireDoors(app: Hono, doors: readonly MountedDoor[]): void {
  const known = new Set(doors.map(({ method, path }) => `${method} ${path}`));
  const open = app.routes.filter(({ method, path }) => method !== 'ALL' && !known.has(`${method} ${path}`));
  if (open.length === 0) return;
  const names = open.map(({ method, path }) => `${method} ${path}`).join(', ');
  throw new Error(`routes without a permission and an audit decision: ${names}`);
}
