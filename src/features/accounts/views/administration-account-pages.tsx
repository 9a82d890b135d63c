import type { ComponentChildren } from 'preact';
import { type FieldError, TextArea, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import type { AdministeredAccount } from '../administration-queries.ts';
import { LastSeen, WaysIn } from './administration-accounts-page.tsx';
import { administrationPage } from './administration-page.tsx';
import { NarrowForm } from './fields.tsx';

const PLACE = '/administration/accounts';

export const ACCOUNT_DONE = {
  link: 'A link to choose a new password is on its way to them.',
  ended: 'They are signed out everywhere, and the tokens of their programs are ended.',
  'second-factor': 'Their second factor is removed, and they are told why.',
} as const;

export type AccountDone = keyof typeof ACCOUNT_DONE;

export function administeredAccountPage(shown: {
  token: string;
  account: AdministeredAccount;
  now: Date;
  done?: AccountDone | undefined;
}): Page {
  const { token, account, now, done } = shown;
  const address = `${PLACE}/${account.person}`;
  return administrationPage({
    place: PLACE,
    title: account.name,
    lede: account.email,
    done: done === undefined ? undefined : ACCOUNT_DONE[done],
    children: (
      <>
        <p>
          <WaysIn account={account} /> <LastSeen account={account} now={now} />
        </p>
        {account.leftOn === null && (
          <Part
            id="_password"
            heading="They cannot sign in"
            about="They get a mail with a link, and choose a new password behind it. You never see it."
          >
            <PostButton token={token} action={`${address}/password-links`}>
              Send a password link
            </PostButton>
          </Part>
        )}
        <Part
          id="_end"
          heading="A device of theirs is lost"
          about="Ends what is open in their name everywhere, remembered devices and the tokens of their programs too."
        >
          <PostButton token={token} action={`${address}/ended-sessions`}>
            Sign them out everywhere
          </PostButton>
        </Part>
        {account.secondFactor && (
          <Part
            id="_second-factor"
            heading="They have lost their second factor"
            about="Make sure first that it is they who ask: speak with them, do not rely on a mail."
          >
            <a href={`${address}/second-factor`}>Remove their second factor</a>
          </Part>
        )}
      </>
    ),
  });
}

function Part(props: { id: string; heading: string; about: string; children: ComponentChildren }) {
  const { id, heading, about, children } = props;
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <p>{about}</p>
      {children}
    </section>
  );
}

function PostButton({
  token,
  action,
  children,
}: {
  token: string;
  action: string;
  children: ComponentChildren;
}) {
  return (
    <form method="post" action={action}>
      <Token token={token} />
      <button type="submit" class="button second">
        {children}
      </button>
    </form>
  );
}

export function removeSecondFactorOfPage(form: {
  token: string;
  account: AdministeredAccount;
  reason?: string;
  errors?: readonly FieldError[];
}): Page {
  const { token, account, reason = '', errors = [] } = form;
  const address = `${PLACE}/${account.person}`;
  return administrationPage({
    place: PLACE,
    title: `Remove the second factor of ${account.name}`,
    lede: 'A password or a link in a mail is then enough to sign in as them. They are told at once, with your name and your reason, and it is recorded.',
    errors,
    children: (
      <NarrowForm
        action={`${address}/second-factor`}
        token={token}
        button="Remove it"
        second={<a href={address}>Leave it</a>}
      >
        <TextArea
          id="reason"
          name="reason"
          label="Why"
          hint="E.g. “Lost the telephone and the codes; asked me at my desk.”"
          value={reason}
          rows={3}
          maxlength={500}
          errors={errors}
          required
        />
      </NarrowForm>
    ),
  });
}
