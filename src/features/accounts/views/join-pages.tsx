/** The pages on which somebody gets an account: the first administrator, the invited, and those who join themselves. */
import type { ComponentChildren } from 'preact';
import { ErrorSummary, type FieldError, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { EmailField, NameField, NarrowForm, NewPasswordField, titleWith } from './fields.tsx';

interface Form {
  token: string;
  action: string;
  errors?: readonly FieldError[];
  typed?: { name: string; email: string };
}

export function setUpPage({ token, action, errors = [], typed = { name: '', email: '' } }: Form): Page {
  return page('Set up Cairn', errors, {
    lede: 'Whoever fills this in administers the installation: invites people, and looks after accounts and settings. Administrators cannot read anybody’s record.',
    children: (
      <NarrowForm action={action} token={token} button="Set up and sign in">
        <NameField value={typed.name} errors={errors} />
        <EmailField value={typed.email} errors={errors} />
        <NewPasswordField errors={errors} />
      </NarrowForm>
    ),
  });
}

export function letBackInPage(form: Form & { name: string; email: string }): Page {
  const { token, action, errors = [], name, email } = form;
  return page(`Administer Cairn as ${name}`, errors, {
    lede: 'Whoever runs the server made this link. It makes you an administrator, with a new password.',
    children: (
      <>
        <p>
          You sign in as <strong>{email}</strong>. You are signed out everywhere else, and a second factor
          that you had is removed: set it up again afterwards.
        </p>
        <NarrowForm action={action} token={token} button="Set the password and sign in">
          <NewPasswordField errors={errors} />
        </NarrowForm>
      </>
    ),
  });
}

export function invitationPage(form: Form & { name: string; email: string }): Page {
  const { token, action, errors = [], name, email } = form;
  return page(`Welcome, ${name}`, errors, {
    lede: 'You read what your role is expected to show, and keep what you have done. It is private until you share it.',
    children: (
      <>
        <p>
          You sign in as <strong>{email}</strong>.
        </p>
        <NarrowForm action={action} token={token} button="Join">
          <NewPasswordField errors={errors} />
        </NarrowForm>
        <section class="part" aria-labelledby="_without">
          <h2 id="_without">Or without a password</h2>
          <p class="quiet">You then sign in by a link in a mail, or with a passkey, which you add next.</p>
          <form method="post" action={action}>
            <Token token={token} />
            <input type="hidden" name="without-password" value="yes" />
            <button type="submit" class="button second">
              Join without a password
            </button>
          </form>
        </section>
      </>
    ),
  });
}

export function signUpPage(form: Omit<Form, 'action'> & { domains: readonly string[] }): Page {
  const { token, errors = [], typed = { name: '', email: '' }, domains } = form;
  return page('Join Cairn', errors, {
    lede: 'A link goes to your address at work. It shows that the address is yours, and there you choose a password.',
    children: (
      <NarrowForm action="/sign-up" token={token} button="Send the link">
        <NameField value={typed.name} errors={errors} />
        <EmailField value={typed.email} errors={errors} hint={`Ends in ${inWords(domains)}.`} />
      </NarrowForm>
    ),
  });
}

export function signUpLinkPage(form: Form & { email: string }): Page {
  const { token, action, errors = [], email } = form;
  return page('Choose a password', errors, {
    lede: `The address ${email} is yours. One step more, and you are in.`,
    children: (
      <NarrowForm action={action} token={token} button="Join">
        <NewPasswordField errors={errors} />
      </NarrowForm>
    ),
  });
}

/** "@one.example or @two.example" */
export function inWords(domains: readonly string[]): string {
  return domains.map((domain) => `@${domain}`).join(' or ');
}

function page(
  title: string,
  errors: readonly FieldError[],
  { lede, children }: { lede: string; children: ComponentChildren },
): Page {
  return {
    title: titleWith(title, errors),
    draft: true,
    main: (
      <div class="entrance">
        <ErrorSummary errors={errors} />
        <h1>{title}</h1>
        <p class="lede">{lede}</p>
        {children}
      </div>
    ),
  };
}
