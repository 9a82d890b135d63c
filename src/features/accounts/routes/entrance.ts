/**
 * The doors of signing in. Before it, forms are bound to the browser by a cookie of their own; on the pages of one's own
 * account, to the session, and what matters most asks for a sign-in that is not long ago.
 */
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { Schema } from '../../../db/schema.ts';
import { type Answer, answerWith } from '../../../web/answer-with.ts';
import { type Audit, Doors, type Permission } from '../../../web/doors.ts';
import { formToken, readForm, readJson, requireToken, type SentForm } from '../../../web/form-guard.ts';
import type { Room } from '../../../web/room.ts';
import type { Viewer } from '../../../web/session.ts';
import { signInAddress } from '../../../web/sign-in-address.ts';
import { setVisitCookie, visitCookie } from '../cookies.ts';
import { MINUTES_OF_RECENT } from '../library/auth.ts';

/** Somebody at a page of signing in, who may be signed in already. */
export interface Visit {
  c: Context;
  viewer: Viewer | undefined;
  /** What each form of the page must carry. */
  token: string;
  now: Date;
}

/** Somebody at a page of their own account, or of those that they administer. */
export interface OwnVisit extends Visit {
  viewer: Viewer;
}

type Form = { form: SentForm };
type Body = { body: unknown };

export interface OwnDoor {
  may?: Permission;
  audit?: Audit;
  /** Whether it takes a sign-in of the last minutes. */
  recent?: boolean;
}

/** A script cannot be led elsewhere: it says what to do. */
const NOT_RECENT: Answer = { data: { problem: 'Load this page again and sign in once more.' }, status: 403 };

const VISITOR = { may: 'everybody', audit: 'nothing personal' } as const;

export class Entrance {
  readonly doors: Doors<Schema>;
  readonly #room: Room<Schema>;

  constructor(room: Room<Schema>) {
    this.#room = room;
    this.doors = new Doors<Schema>(room);
  }

  /** A page before signing in. */
  page(path: string, load: (visit: Visit) => Promise<Answer>): void {
    this.doors.outside('GET', path, VISITOR, async (c, viewer) => {
      const token = formToken(this.#visitOf(c));
      return this.#answer(c, viewer, await load({ c, viewer, token, now: this.#room.now() }));
    });
  }

  /** A form before signing in. */
  form(path: string, act: (visit: Visit & Form) => Promise<Answer>): void {
    this.doors.outside('POST', path, VISITOR, async (c, viewer) => {
      const secret = this.#visitOf(c);
      const form = await readForm(c, secret);
      const token = formToken(secret);
      return this.#answer(c, viewer, await act({ c, viewer, token, form, now: this.#room.now() }));
    });
  }

  /** What the script of a page before signing in asks for. */
  script(path: string, act: (visit: Visit & Body) => Promise<Answer>): void {
    this.doors.outside('POST', path, VISITOR, async (c, viewer) => {
      const secret = this.#visitOf(c);
      requireToken(c, secret);
      const visit = { c, viewer, token: formToken(secret), now: this.#room.now() };
      return this.#answer(c, viewer, await act({ ...visit, body: await readJson(c) }));
    });
  }

  /** A page of one's own account. */
  own(path: string, load: (visit: OwnVisit) => Promise<Answer>, door: OwnDoor = {}): void {
    this.#ownRoute('GET', path, door, async (visit) => load(visit));
  }

  ownForm(path: string, act: (visit: OwnVisit & Form) => Promise<Answer>, door: OwnDoor = {}): void {
    this.#ownRoute('POST', path, door, async (visit) => {
      const form = await readForm(visit.c, visit.viewer.secret);
      return act({ ...visit, form });
    });
  }

  ownScript(path: string, act: (visit: OwnVisit & Body) => Promise<Answer>, door: OwnDoor = {}): void {
    const { recent = false, ...others } = door;
    this.#ownRoute('POST', path, others, async (visit) => {
      requireToken(visit.c, visit.viewer.secret);
      if (recent && !isRecent(visit.viewer, visit.now)) return NOT_RECENT;
      return act({ ...visit, body: await readJson(visit.c) });
    });
  }

  #ownRoute(
    method: 'GET' | 'POST',
    path: string,
    door: OwnDoor,
    run: (visit: OwnVisit) => Promise<Answer>,
  ): void {
    const { may = 'signed in', audit = 'own', recent = false } = door;
    this.doors.outside(method, path, { may, audit }, async (c, found) => {
      const viewer = found as Viewer;
      const now = this.#room.now();
      const token = formToken(viewer.secret);
      const answer =
        recent && !isRecent(viewer, now)
          ? { redirect: `${signInAddress(pageOf(c))}&again=yes` }
          : await run({ c, viewer, token, now });
      return this.#answer(c, viewer, answer);
    });
  }

  async #answer(c: Context, viewer: Viewer | undefined, answer: Answer): Promise<Response> {
    await answer.after?.();
    return answerWith(c, this.#room.site, answer, viewer);
  }

  /** What the forms of this browser are bound to, renewed at each page. */
  #visitOf(c: Context): string {
    const { baseUrl } = this.#room.site;
    const secret = visitCookie(c, baseUrl) ?? randomBytes(24).toString('base64url');
    setVisitCookie(c, baseUrl, secret);
    return secret;
  }
}

/** @param since when somebody signed in */
export function isRecent({ since }: Viewer, now: Date): boolean {
  return now.getTime() - since.getTime() < MINUTES_OF_RECENT * 60_000;
}

/** The page that leads on from here after signing in again: a form's is the one that it stands on. */
function pageOf(c: Context): string {
  if (c.req.method === 'GET') return new URL(c.req.url).pathname;
  const referrer = c.req.header('referer') ?? '';
  return URL.canParse(referrer) ? new URL(referrer).pathname : '/you/sign-in';
}
