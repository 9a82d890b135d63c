import type { Page } from '../../../web/page.ts';
import { MINUTES_OF_LINKS } from '../library/auth.ts';
import { NarrowForm } from './fields.tsx';
import { simplePage } from './simple-page.tsx';

/** The same whether or not anybody has the address that was typed. */
export function linkSentPage(mailStays: boolean): Page {
  return simplePage('Look at your mail', {
    lede: 'If the address belongs to an account here, a link is on its way to it.',
    children: (
      <>
        <p>
          It works once, for {MINUTES_OF_LINKS} minutes. If it does not come, look among the junk, and see
          that the address was typed right.
        </p>
        {mailStays && <MailStays />}
        <p>
          <a href="/sign-in">Back to signing in</a>
        </p>
      </>
    ),
  });
}

/** A mail scanner opens links: only the button uses this one up. */
export function linkPage(link: { token: string; action: string }): Page {
  const { token, action } = link;
  return simplePage('Sign in to Cairn', {
    lede: 'One press, and you are in. The link is used up with it.',
    children: <NarrowForm action={action} token={token} button="Sign in" />,
  });
}

/** What a trial without a mail server must know, or every link seems lost. */
export function MailStays() {
  return (
    <p class="quiet">
      No mail server is set on this installation: whoever runs it finds the mail in its folder{' '}
      <code>outbox</code>, and its link on the terminal.
    </p>
  );
}
