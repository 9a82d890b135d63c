/**
 * The pages on which a steward decides about a framework's draft. Its stewards may read and use them, and whoever holds a
 * steward's link of it; to everybody else they are not found. Every decision is recorded with the change that it makes.
 */
import { type Context, Hono } from 'hono';
import type { Executor } from '../../db/schema.ts';
import { withConfirmations } from '../../domain/rows.ts';
import { answerUncached } from '../../web/errors.tsx';
import { formGuard, formToken, readForm } from '../../web/form-guard.ts';
import type { Page, Site } from '../../web/page.ts';
import type { Viewer } from '../../web/session.ts';
import { type HeldKey, heldStewardKeys } from './actions/steward-key.ts';
import { findFramework } from './queries.ts';
import { type DeskPage, deskAddress } from './steward/addresses.ts';
import { type Attempt, DONE } from './steward/attempt.ts';
import {
  accept,
  joinRows,
  keepApart,
  type ReadAttempt,
  setPolicy,
  setScale,
  takeBackAcceptance,
  takeBackPolicy,
  takeBackRows,
} from './steward/attempts.ts';
import { heldSecrets, holdSecret } from './steward/cookie.ts';
import { Examiner } from './steward/counts.ts';
import type { Desk, ReturnedForm } from './steward/desk.ts';
import { type Asked, askedIn, pageOf } from './steward/pages.ts';
import { invalidStewardLinkPage, needsStewardLinkPage } from './steward/refused-pages.tsx';
import { frameworkAddress } from './views/addresses.ts';

export interface StewardDependencies {
  db: Executor;
  /** Called after every change, so that the pages show it. */
  changed(): Promise<void>;
  site: Site;
  now: () => Date;
  /** Who is signed in; absent where nobody can. */
  viewerOf?: (c: Context) => Promise<Viewer | undefined>;
}

/** What each form creates, by the page that it stands on. */
const FORMS: readonly (readonly [DeskPage, string, ReadAttempt])[] = [
  ['rows', 'confirmations', joinRows],
  ['rows', 'refusals', keepApart],
  ['rows', 'withdrawals', takeBackRows],
  ['policy', 'confirmations', setPolicy],
  ['policy', 'scale', setScale],
  ['policy', 'withdrawals', takeBackPolicy],
  ['findings', 'acceptances', accept],
  ['findings', 'withdrawals', takeBackAcceptance],
];

const PAGES: readonly DeskPage[] = ['rows', 'policy', 'findings'];

export function stewardRoutes(deps: StewardDependencies): Hono {
  const routes = new Hono();
  const guard = formGuard(deps.site.baseUrl);
  const desks = new Desks(deps);

  routes.get('/steward/:token', async (c) => {
    const token = c.req.param('token');
    const now = deps.now();
    const held = await heldStewardKeys(deps.db, [token, ...heldSecrets(c)], now);
    const key = held.find(({ secret }) => secret === token);
    if (key === undefined) return answerUncached(c, deps.site, invalidStewardLinkPage(), 404);
    holdSecret(
      c,
      token,
      held.map(({ secret }) => secret),
      deps.site.baseUrl.startsWith('https:'),
    );
    c.header('cache-control', 'private, no-store');
    return c.redirect(frameworkAddress(key.framework, 'draft'), 302);
  });

  for (const page of PAGES) {
    routes.get(`/frameworks/:framework/${page}`, async (c) => {
      const desk = await desks.open(c);
      if (desk === undefined) return notFound(c, deps.site);
      return answer(c, deps.site, desk, page, askedIn(new URL(c.req.url).searchParams, desk));
    });
  }
  for (const [page, part, read] of FORMS) {
    routes.post(`/frameworks/:framework/${page}/${part}`, guard, async (c) => {
      const desk = await desks.open(c);
      if (desk === undefined) return notFound(c, deps.site);
      return decide(c, deps, desks, { desk, page, read });
    });
  }
  return routes;
}

/** Opens desks for the stewards of the framework that the address names, and for those who hold a link of it. */
class Desks {
  readonly #deps: StewardDependencies;
  readonly #examiner = new Examiner();

  constructor(deps: StewardDependencies) {
    this.#deps = deps;
  }

  async open(c: Context): Promise<Desk | undefined> {
    const { db, now } = this.#deps;
    const id = /^(.+)@draft$/s.exec(c.req.param('framework') ?? '')?.[1];
    if (id === undefined) return undefined;
    const viewer = await this.#deps.viewerOf?.(c);
    const steward = signedIn(viewer, id) ?? (await this.#linked(c, id));
    const stored = steward && (await findFramework(db, id));
    if (steward === undefined || stored === undefined) return undefined;
    const today = now().toISOString().slice(0, 10);
    return {
      stored,
      confirmed: withConfirmations(stored.draft),
      examined: this.#examiner.examine(stored, today),
      steward,
      reader: viewer === undefined ? { signedIn: false } : { signedIn: true, viewer },
      token: formToken(steward.secret),
    };
  }

  async #linked(c: Context, framework: string): Promise<HeldKey | undefined> {
    const secrets = heldSecrets(c);
    if (secrets.length === 0) return undefined;
    const held = await heldStewardKeys(this.#deps.db, secrets, this.#deps.now());
    return held.find((key) => key.framework === framework);
  }
}

/** A steward who is signed in decides in their own name, by forms that are bound to their session. */
function signedIn(viewer: Viewer | undefined, framework: string): HeldKey | undefined {
  if (viewer?.stewardOf.has(framework) !== true) return undefined;
  return { id: viewer.person, framework, name: viewer.name, secret: viewer.secret };
}

async function decide(
  c: Context,
  { db, changed, site, now }: StewardDependencies,
  desks: Desks,
  { desk, page, read }: { desk: Desk; page: DeskPage; read: ReadAttempt },
): Promise<Response> {
  const form = await readForm(c, desk.steward.secret);
  const at = now();
  const attempt = read(db, desk, form, at.toISOString().slice(0, 10));
  const asked = { from: 0, typed: attempt.typed, order: form.all('order') };
  if (attempt.problems.length > 0) {
    const returned = returnedForm(attempt, attempt.problems);
    return answer(c, site, { ...desk, returned }, page, askedAgain(asked, desk), 422);
  }
  const outcome = await attempt.act({ steward: desk.steward, seen: form.text('draft'), now: at });
  if (outcome === 'stale') {
    const fresh = (await desks.open(c)) ?? desk;
    // The form is read again: its place on the page may be another in the changed draft.
    const again = read(db, fresh, form, at.toISOString().slice(0, 10));
    const returned = returnedForm(again, [{ field: again.place, message: STALE }]);
    return answer(c, site, { ...fresh, returned }, page, askedAgain(asked, fresh), 409);
  }
  await changed();
  c.header('cache-control', 'private, no-store');
  const place = attempt.goOnAt === undefined ? '' : `#${encodeURIComponent(attempt.goOnAt)}`;
  return c.redirect(`${deskAddress(desk.stored.id, page)}?done=${attempt.done}${place}`, 303);
}

const STALE =
  'Somebody changed the draft after you opened this page, so nothing was saved. Look at it again, then send the form once more';

function returnedForm(attempt: Attempt, errors: ReturnedForm['errors']): ReturnedForm {
  return { id: attempt.form, typed: attempt.typed, errors };
}

/** What the page shows when a form comes back to it. */
function askedAgain(
  { from, typed, order }: { from: number; typed: Attempt['typed']; order: string[] },
  desk: Desk,
): Asked {
  const search = new URLSearchParams({
    from: String(from),
    one: typed.competency ?? '',
    two: typed.other ?? '',
  });
  if (typed.competency === undefined) {
    search.delete('one');
    search.delete('two');
  }
  for (const id of order) search.append('order', id);
  return askedIn(search, desk);
}

function answer(
  c: Context,
  site: Site,
  desk: Desk,
  page: DeskPage,
  asked: Asked,
  status: 200 | 409 | 422 = 200,
): Response | Promise<Response> {
  const done = asked.done === undefined ? {} : { done: DONE[asked.done] };
  const returned = desk.returned ?? asked.returned;
  const shown: Page = pageOf(
    page,
    { ...desk, ...done, ...(returned === undefined ? {} : { returned }) },
    asked,
  );
  const problem = status === 200 && asked.returned !== undefined;
  return answerUncached(c, site, shown, problem ? 422 : status, desk.reader);
}

function notFound(c: Context, site: Site): Response | Promise<Response> {
  return answerUncached(c, site, needsStewardLinkPage(site.people !== undefined), 404);
}
