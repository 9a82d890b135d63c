/** Signing in by password. */
import { recordEvent } from '../../../db/events.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { FieldError } from '../../../web/form.tsx';
import { signUpSettings } from '../actions/sign-up-settings.ts';
import { admit } from '../admit.ts';
import { ask, headersOf } from '../library/call.ts';
import { passkeysWork } from '../library/passkeys.ts';
import { findAccountByEmail, findAccountOf } from '../queries.ts';
import { FIRST_PAGE, safePath } from '../safe-path.ts';
import { NOTICES, type Notice, signInPage } from '../views/sign-in-page.tsx';
import { type AccountContext, isEmail, tidyEmail } from './context.ts';
import type { Entrance, Visit } from './entrance.ts';

const WRONG = 'Type the address and the password of your account: these two do not go together';

const TOO_OFTEN =
  'Wait a quarter of an hour, or have a link sent to you: too many passwords from here were not right';

export function signInRoutes(entrance: Entrance, deps: AccountContext): void {
  entrance.page('/sign-in', async (visit) => {
    const { c, viewer } = visit;
    const to = safePath(c.req.query('to')) ?? '';
    const again = viewer !== undefined && c.req.query('again') === 'yes';
    if (viewer !== undefined && !again) return { redirect: to || FIRST_PAGE };
    const account = viewer && (await findAccountOf(deps.db, viewer.person));
    const notice = Object.keys(NOTICES).find((name) => name === c.req.query('done')) as Notice | undefined;
    return signInAnswer(deps, visit, { to, email: account?.email ?? '', notice, again });
  });
  entrance.form('/sign-in', async ({ form, ...visit }) => {
    const typed = { email: tidyEmail(form.text('email')), password: form.text('password') };
    const shown = {
      to: safePath(form.text('to')) ?? '',
      email: typed.email,
      again: form.text('again') === 'yes',
    };
    const errors = errorsIn(typed);
    if (errors.length > 0) return signInAnswer(deps, visit, { ...shown, errors });
    return signIn(deps, visit, typed, shown);
  });
}

interface Shown {
  to: string;
  email: string;
  again?: boolean;
  notice?: Notice | undefined;
  errors?: readonly FieldError[];
}

export async function signInAnswer(deps: AccountContext, visit: Visit, shown: Shown): Promise<Answer> {
  const { again = false, errors = [], ...form } = shown;
  const { open } = await signUpSettings(deps.db);
  const page = signInPage({
    ...form,
    errors,
    token: visit.token,
    passkeys: passkeysWork(deps.baseUrl),
    mayJoin: open,
    otherWay: deps.room.site.notice,
    ...(again && visit.viewer ? { again: visit.viewer.name } : {}),
  });
  return errors.length === 0 ? { page } : { page, status: 422 };
}

function errorsIn({ email, password }: { email: string; password: string }): FieldError[] {
  const errors: FieldError[] = [];
  if (!isEmail(email))
    errors.push({ field: 'email', message: 'Type your whole address, e.g. kit@example.org' });
  if (password === '')
    errors.push({ field: 'password', message: 'Type your password, or have a link sent to you instead' });
  return errors;
}

async function signIn(
  deps: AccountContext,
  visit: Visit,
  { email, password }: { email: string; password: string },
  shown: Shown,
): Promise<Answer> {
  const { c } = visit;
  const client = deps.clientOf(c);
  const source = deps.browsers.sourceOf(c, email, client);
  const refuse = (message: string) =>
    signInAnswer(deps, visit, { ...shown, errors: [{ field: 'password', message }] });
  if (!(await mayTry(deps, { client, source, email }))) return refuse(TOO_OFTEN);

  const headers = headersOf(deps.askerOf(c), { signedOut: true });
  const outcome = await ask(
    deps.auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
  );
  const admitted = 'refused' in outcome ? undefined : await admit(deps, c, outcome);
  if (admitted === undefined) return refuse(WRONG);
  await deps.limits.clear('attempts', source, email);
  await deps.limits.giveBack('attemptsOfAddress', client);
  return { redirect: nextAddress(admitted, shown.to) };
}

/** Counts a try. The first that is one too many is recorded about whose account it is, where it is anybody's. */
async function mayTry(
  deps: AccountContext,
  { client, source, email }: { client: string; source: string; email: string },
): Promise<boolean> {
  if ((await deps.limits.take('attemptsOfAddress', client)) !== 'taken') return false;
  const taken = await deps.limits.take('attempts', source, email);
  if (taken === 'first refused') deps.later.do(() => noteFailures(deps, email));
  return taken === 'taken';
}

async function noteFailures({ db, now }: AccountContext, email: string): Promise<void> {
  const account = await findAccountByEmail(db, email);
  if (account === undefined) return;
  await recordEvent(db, {
    at: now(),
    actor: 'visitor',
    verb: 'sign-in.failed-often',
    subject: `account:${account.id}`,
    kind: 'settings',
    about: account.person,
  });
}

/** Where somebody goes on to who has shown a password or a link. */
export function nextAddress(admitted: 'in' | 'second factor', to: string): string {
  if (admitted === 'in') return to || FIRST_PAGE;
  return `/sign-in/code?${new URLSearchParams({ to })}`;
}
