/** Asking to join. The page stands only where an administrator opened it. */
import type { Answer } from '../../../web/answer-with.ts';
import type { FieldError } from '../../../web/form.tsx';
import { askToSignUp } from '../actions/sign-up.ts';
import { domainOf, signUpSettings } from '../actions/sign-up-settings.ts';
import { inWords, signUpPage } from '../views/join-pages.tsx';
import { MailStays } from '../views/link-pages.tsx';
import { simplePage, tooOftenPage } from '../views/simple-page.tsx';
import { type AccountContext, isEmail, isRoomFor, tidyEmail } from './context.ts';
import type { Entrance } from './entrance.ts';

export function signUpRoutes(entrance: Entrance, deps: AccountContext): void {
  entrance.page('/sign-up', async ({ c, token }) => {
    const { open, domains } = await signUpSettings(deps.db);
    if (!open) return CLOSED;
    if (c.req.query('sent') === 'yes') return { page: sentPage(deps.mail.stays) };
    return { page: signUpPage({ token, domains }) };
  });
  entrance.form('/sign-up', async ({ c, token, form, now }) => {
    const { open, domains } = await signUpSettings(deps.db);
    if (!open) return CLOSED;
    const typed = { name: form.text('name').trim(), email: tidyEmail(form.text('email')) };
    const errors = signUpErrors(typed, domains);
    if (errors.length > 0) return { page: signUpPage({ token, domains, typed, errors }), status: 422 };
    if (!(await isRoomFor(deps, 'mailsOfAddress', c)))
      return { page: tooOftenPage('Many mails were asked for from here.'), status: 429 };
    deps.later.do(async () => {
      if ((await deps.limits.take('mails', typed.email)) !== 'taken') return;
      await askToSignUp(deps.db, { ...typed, baseUrl: deps.baseUrl, now });
    });
    return { redirect: '/sign-up?sent=yes' };
  });
}

function signUpErrors(
  { name, email }: { name: string; email: string },
  domains: readonly string[],
): FieldError[] {
  const errors: FieldError[] = [];
  if (name === '') errors.push({ field: 'name', message: 'Type your name, as colleagues know it' });
  if (!isEmail(email) || !domains.includes(domainOf(email)))
    errors.push({ field: 'email', message: `Type your address at work, which ends in ${inWords(domains)}` });
  return errors;
}

function sentPage(mailStays: boolean) {
  return simplePage('Look at your mail', {
    lede: 'A link to join is on its way to your address. If it has an account already, the mail says so.',
    children: mailStays ? <MailStays /> : null,
  });
}

const CLOSED: Answer = {
  page: simplePage('Joining is by invitation', {
    lede: 'Ask whoever looks after this installation for an invitation.',
    children: (
      <p>
        <a href="/sign-in">Sign in</a>
      </p>
    ),
  }),
  status: 404,
};
