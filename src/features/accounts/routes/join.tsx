/** The ways to an account: the link that sets up, an invitation, and joining where an administrator opened it. */
import type { Context } from 'hono';
import type { Answer } from '../../../web/answer-with.ts';
import type { FieldError } from '../../../web/form.tsx';
import { acceptInvitation, findInvitation } from '../actions/invite.ts';
import { findSetUp, letBackIn, type SetUp, setUp } from '../actions/set-up.ts';
import { findSignUp, signUp } from '../actions/sign-up.ts';
import { openFor } from '../admit.ts';
import { type Holder, passwordProblem } from '../passwords.ts';
import { findPersonByEmail } from '../queries.ts';
import { FIRST_PAGE } from '../safe-path.ts';
import { invitationPage, letBackInPage, setUpPage, signUpLinkPage } from '../views/join-pages.tsx';
import { notValidPage, tooOftenPage } from '../views/simple-page.tsx';
import { type AccountContext, isEmail, isRoomFor, tidyEmail } from './context.ts';
import type { Entrance, Visit } from './entrance.ts';

/** Where administrators begin. */
const ADMINISTRATION = '/administration';

/** A password that is taken, or why it is not; none for somebody who joins without. */
type Chosen = { passwordHash?: string } | { errors: FieldError[] };

type Sent = Visit & { form: { text(name: string): string } };

export function joinRoutes(entrance: Entrance, deps: AccountContext): void {
  const { db, now } = deps;
  /** A page that a one-time link opens, and the form on it. */
  const link = <T,>(
    path: string,
    find: (token: string) => Promise<T | undefined>,
    gone: Answer,
    show: (visit: Visit, found: T) => Promise<Answer>,
    act: (sent: Sent, found: T) => Promise<Answer>,
  ) => {
    entrance.page(path, async (visit) => {
      const found = await find(visit.c.req.param('token') ?? '');
      return found === undefined ? gone : show(visit, found);
    });
    entrance.form(path, async (sent) => {
      if (!(await isRoomFor(deps, 'links', sent.c)))
        return { page: tooOftenPage('Many links were opened from here.'), status: 429 };
      const found = await find(sent.c.req.param('token') ?? '');
      return found === undefined ? gone : act(sent, found);
    });
  };

  link(
    '/set-up/:token',
    (token) => findSetUp(db, token, now()),
    gone('Whoever runs the server makes another with: bin/cairn set-up', {
      href: '/sign-in',
      text: 'Sign in',
    }),
    async ({ c, token }, found) => ({ page: pageOfSetUp(found, { token, action: c.req.path }) }),
    (sent, found) => sentSetUp(deps, sent, found),
  );
  link(
    '/invitation/:token',
    (token) => findInvitation(db, token, now()),
    gone('If you have joined already, sign in. If not, ask for another invitation.', SIGN_IN),
    async ({ c, token }, { name, email }) => ({
      page: invitationPage({ token, action: c.req.path, name, email }),
    }),
    async (sent, found) => {
      const { c, token, form } = sent;
      const without = form.text('without-password') === 'yes';
      const chosen: Chosen = without ? {} : await chosenPassword(deps, form, found);
      if ('errors' in chosen)
        return { page: invitationPage({ ...found, token, action: c.req.path, ...chosen }), status: 422 };
      const account = await acceptInvitation(db, found, { ...chosen, now: now() });
      return opened(deps, c, account, without ? '/you/sign-in/passkeys/new' : FIRST_PAGE);
    },
  );
  link(
    '/sign-up/:token',
    (token) => findSignUp(db, token, now()),
    gone('If you have joined already, sign in. If not, begin again.', {
      href: '/sign-up',
      text: 'Join Cairn',
    }),
    async ({ c, token }, { email }) => ({ page: signUpLinkPage({ token, action: c.req.path, email }) }),
    async ({ c, token, form }, found) => {
      const chosen = await chosenPassword(deps, form, found);
      if ('errors' in chosen)
        return { page: signUpLinkPage({ ...found, token, action: c.req.path, ...chosen }), status: 422 };
      return opened(deps, c, await signUp(db, { ...found, ...chosen, now: now() }), FIRST_PAGE);
    },
  );
}

function pageOfSetUp(
  { person }: SetUp,
  form: { token: string; action: string; errors?: readonly FieldError[]; typed?: Holder },
) {
  return person === undefined ? setUpPage(form) : letBackInPage({ ...form, ...person });
}

async function sentSetUp(deps: AccountContext, { c, token, form }: Sent, found: SetUp): Promise<Answer> {
  const typed = found.person ?? { name: form.text('name').trim(), email: tidyEmail(form.text('email')) };
  const errors = found.person === undefined ? await holderErrors(deps, typed) : [];
  const chosen = await chosenPassword(deps, form, typed);
  if ('errors' in chosen || errors.length > 0) {
    const all = [...errors, ...('errors' in chosen ? chosen.errors : [])];
    return { page: pageOfSetUp(found, { token, action: c.req.path, typed, errors: all }), status: 422 };
  }
  const { digest, person } = found;
  const request = { digest, ...chosen, now: deps.now() };
  const account =
    person === undefined
      ? await setUp(deps.db, { ...request, ...typed })
      : await letBackIn(deps.db, { ...request, person });
  return opened(deps, c, account, ADMINISTRATION);
}

async function holderErrors({ db }: AccountContext, { name, email }: Holder): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  if (name === '') errors.push({ field: 'name', message: 'Type your name, as colleagues know it' });
  if (!isEmail(email))
    errors.push({ field: 'email', message: 'Type your whole address, e.g. kit@example.org' });
  else if (((await findPersonByEmail(db, email))?.leftOn ?? null) !== null)
    errors.push({
      field: 'email',
      message: 'Type another address: this one belongs to somebody who has left',
    });
  return errors;
}

async function chosenPassword(
  { auth }: AccountContext,
  form: Sent['form'],
  holder: Holder,
): Promise<Required<Chosen>> {
  const password = form.text('new-password');
  const message = await passwordProblem(password, holder);
  if (message !== undefined) return { errors: [{ field: 'new-password', message }] };
  return { passwordHash: await (await auth.$context).password.hash(password) };
}

/** Signs in whoever has just got an account. */
async function opened(
  deps: AccountContext,
  c: Context,
  account: string | undefined,
  to: string,
): Promise<Answer> {
  const isIn = account !== undefined && (await openFor(deps, deps.askerOf(c), account));
  return isIn ? { redirect: to } : gone('If you have an account, sign in.', SIGN_IN);
}

const SIGN_IN = { href: '/sign-in', text: 'Sign in' };

function gone(lede: string, next: { href: string; text: string }): Answer {
  return { page: notValidPage(lede, next), status: 404 };
}
