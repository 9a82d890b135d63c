/** A sender over a database, with a clock that tests move. */
import { onTestFinished } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { handOverMail, type MailRoute, MailSender, type NewMail, smtpRoute } from '../index.ts';

export const FROM = 'Cairn <cairn@harbour.example>';

export const START = new Date('2026-11-26T09:00:00Z');

export const MINUTE = 60_000;
export const DAY = 86_400_000;

export class PostOffice {
  now = START;
  readonly sender: MailSender;
  readonly #database: Database;

  constructor(database: Database, route: MailRoute | string) {
    this.#database = database;
    this.sender = new MailSender({
      db: database.job,
      route: typeof route === 'string' ? smtpRoute(route, FROM) : route,
      now: () => this.now,
      log: {
        error: (details, message) => {
          throw new Error(message, { cause: details });
        },
      },
    });
    onTestFinished(() => this.sender.stop());
  }

  pass(milliseconds: number): void {
    this.now = new Date(this.now.getTime() + milliseconds);
  }

  async handOver(mail: Partial<NewMail> = {}): Promise<void> {
    await handOverMail(this.#database.auth, { ...invitation(this.now), ...mail });
  }

  /** The rows as they are, the oldest first. */
  rows() {
    return this.#database.owner.selectFrom('mail').selectAll().orderBy('created_at').orderBy('id').execute();
  }
}

export function invitation(now: Date): NewMail {
  return {
    address: 'rosa@harbour.example',
    kind: 'invitation',
    subject: 'Your account on Cairn – bienvenue',
    body: 'Open this link to join:\n\nhttps://cairn.example/invitation/abc\n\nIt works once. ’Til then!\n',
    now,
  };
}
