/** What the mails about signing in say. Links stand on lines of their own. */
import type { Executor } from '../../db/schema.ts';
import { handOverMail } from '../../mail/index.ts';
import { type AuthMails, MINUTES_OF_LINKS } from './library/auth.ts';
import { findAccountByEmail } from './queries.ts';

/** A mail without whom it is for. */
export interface MailText {
  kind: string;
  subject: string;
  body: string;
}

/**
 * The mails that the library asks for. Somebody without an account, or who has left, is sent none.
 *
 * @param db as the role of sign-in
 */
export function accountMails(db: Executor, baseUrl: string): AuthMails {
  const send = async (email: string, text: MailText) => {
    const account = await findAccountByEmail(db, email.toLowerCase());
    if (account === undefined || account.leftOn !== null) return;
    const { person, email: address } = account;
    await handOverMail(db, { ...text, person, address, now: new Date() });
  };
  return {
    signInLink: ({ email, token, leadsTo }) => {
      const query = leadsTo === '' ? '' : `?to=${encodeURIComponent(leadsTo)}`;
      return send(email, signInLinkMail(`${baseUrl}/sign-in/link/${token}${query}`));
    },
    passwordReset: ({ email, token }) => send(email, passwordResetMail(`${baseUrl}/password/reset/${token}`)),
  };
}

function signInLinkMail(link: string): MailText {
  return {
    kind: 'sign-in-link',
    subject: 'Your link to sign in to Cairn',
    body: text(
      'Open this link to sign in:',
      link,
      `It works once, for ${MINUTES_OF_LINKS} minutes.`,
      'If you did not ask for it, do nothing: nobody is signed in unless the link is opened.',
    ),
  };
}

function passwordResetMail(link: string): MailText {
  return {
    kind: 'password-link',
    subject: 'Choose a new password for Cairn',
    body: text(
      'Open this link to choose a new password:',
      link,
      `It works once, for ${MINUTES_OF_LINKS} minutes. You are then signed out everywhere.`,
      'If you did not ask for it, do nothing: your password stays as it is.',
    ),
  };
}

export function invitationMail(invitation: {
  name: string;
  by: string;
  link: string;
  days: number;
}): MailText {
  const { name, by, link, days } = invitation;
  return {
    kind: 'invitation',
    subject: 'Your account on Cairn',
    body: text(
      `Dear ${name},`,
      `${by} has entered you on Cairn, where your organisation publishes what each role is expected to show, and where you keep what you have done. Open this link to join:`,
      link,
      `It works once, for ${days} days.`,
    ),
  };
}

export function signUpMail(link: string, hours: number): MailText {
  return {
    kind: 'sign-up',
    subject: 'Join Cairn',
    body: text(
      'Open this link to show that this address is yours, and to choose a password:',
      link,
      `It works once, for ${hours} hours.`,
      'If you did not ask for it, do nothing: nobody is entered unless the link is opened.',
    ),
  };
}

/** To somebody who asked to join with an address that has an account: the page said the same as to everybody. */
export function alreadyJoinedMail(link: string): MailText {
  return {
    kind: 'sign-up',
    subject: 'You have an account on Cairn already',
    body: text(
      'Somebody asked to join Cairn with this address. It has an account already. Sign in here, or ask for a link there if you have no password:',
      link,
      'If it was not you, do nothing.',
    ),
  };
}

/** Told at once, so that somebody else’s hand does not go unnoticed. */
export function changedMail(what: string, link: string): MailText {
  return {
    kind: 'security-notice',
    subject: `On Cairn: ${what}`,
    body: text(
      `${what[0]?.toUpperCase()}${what.slice(1)}, for your account on Cairn.`,
      'If that was you, there is nothing to do. If it was not, choose a new password, look at what is signed in, and tell your administrator:',
      link,
    ),
  };
}

export function secondFactorRemovedMail(removal: { name: string; by: string; reason: string }): MailText {
  const { name, by, reason } = removal;
  return {
    kind: 'second-factor-removed',
    subject: 'Your second factor on Cairn was removed',
    body: text(
      `Dear ${name},`,
      `${by} has removed the second factor from your account on Cairn. The reason that was given:`,
      reason,
      'Until you set up another, a password or a link by mail is enough to sign in as you. If you did not ask for this, tell your administrator at once.',
    ),
  };
}

export function testMail(): MailText {
  return {
    kind: 'test',
    subject: 'Mail from Cairn arrives',
    body: text('You asked Cairn to send you this, to see that mail arrives. It does.'),
  };
}

function text(...paragraphs: string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}
