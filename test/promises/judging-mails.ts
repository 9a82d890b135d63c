/** Mails that say what the software never says. Read after every test, so that each mail of which there is a test is read. */
import { JUDGED } from './product-text.ts';

export interface MailSaid {
  kind: string;
  /** None once a mail is sent. */
  subject: string | null;
  body: string | null;
  /** An entry for a calendar. */
  calendar: string | null;
}

/** @returns the kind of each mail that judges, and what it says */
export function judgingMails(mails: readonly MailSaid[]): string[] {
  return mails
    .map(({ kind, subject, body, calendar }) => `${kind}: ${[subject, body, calendar].join('\n')}`)
    .filter((text) => JUDGED.some((pattern) => pattern.test(text)));
}
