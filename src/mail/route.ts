/** The way that mail takes out of the installation. */
import { createTransport } from 'nodemailer';
import { hostOfUrl, isThisMachine } from './addresses.ts';
import type { ClaimedMail } from './queue.ts';

export interface MailRoute {
  /** Where mail goes, for whoever looks after the installation; without a password. */
  description: string;
  /** Whether it stays on this machine, because no mail server is set. */
  stays: boolean;
  /** @throws Error as the mail server said it */
  deliver(mail: ClaimedMail): Promise<void>;
  close(): void;
}

/** How long a mail server may take to answer, in milliseconds; well below the time for which a mail is claimed. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/**
 * Sends through a mail server.
 *
 * @param url e.g. `smtps://user:password@mail.example.org`
 * @param from who the mail is from, e.g. `Cairn <cairn@example.org>`
 */
export function smtpRoute(url: string, from: string): MailRoute {
  const host = hostOfUrl(url);
  const { username, searchParams } = new URL(url);
  // A password never goes over a network in the clear, unless the operator asks for it.
  const requireTLS = username !== '' && !isThisMachine(host) && !searchParams.has('ignoreTLS');
  const transport = createTransport({
    url,
    ...PATIENCE,
    requireTLS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    description: `the mail server ${host}`,
    stays: false,
    deliver: async (mail) => void (await transport.sendMail(messageOf(mail, from))),
    close: () => transport.close(),
  };
}

/** The mail as every route writes it. Its id is the row's, so that a mail that arrives twice can be told to be one. */
export function messageOf({ id, address, subject, body, calendar, created }: ClaimedMail, from: string) {
  const host = /@([\w.-]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    // Never as text, in which a comma would make two of one.
    to: [{ name: '', address }],
    subject,
    text: body,
    ...(calendar === null
      ? {}
      : { icalEvent: { method: methodOf(calendar), filename: 'talk.ics', content: calendar } }),
    date: created,
    messageId: `<${id}@${host}>`,
    headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
  };
}

/** What a calendar program is to do with an entry: as the entry says it. */
function methodOf(calendar: string): string {
  return /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? 'PUBLISH';
}
