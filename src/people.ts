/** Starts everything about people: signing in, the mail that it needs, and work in the background. */
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Database } from './db/connect.ts';
import {
  type AccountOptions,
  type Auth,
  accountMails,
  buildAuth,
  createSetUpLink,
  hasAdministrator,
  Later,
  tidySignIn,
} from './features/accounts/index.ts';
import { conversationTasks } from './features/conversation/index.ts';
import { planTasks } from './features/plan/index.ts';
import { Scheduler } from './jobs/scheduler.ts';
import { MailSender, outboxRoute, smtpRoute } from './mail/index.ts';
import { findSecret } from './secret.ts';
import type { Log } from './web/log.ts';

/** How often what is out of date is removed, in milliseconds. */
const TIDIED_EVERY = 3_600_000;

export interface People {
  auth: Auth;
  mail: AccountOptions['mail'];
  later: Later;
  /** The one-time link for the first administrator, where there is none. */
  setUpLink: string | undefined;
  close(): Promise<void>;
}

/**
 * @param around.address the public one, without a trailing slash
 * @param around.demo whether nobody exists to whom mail could go, so that none leaves this machine
 */
export async function startPeople(
  config: Config,
  database: Database,
  { address, log, demo }: { address: string; log: Log; demo: boolean },
): Promise<People> {
  const { auth: db, job } = database;
  const secret = findSecret(config);
  const auth = buildAuth({ db, baseUrl: address, secret, mails: accountMails(db, address), log });
  const route = mailRoute(config, demo);
  const sender = new MailSender({ db: job, route, log });
  const later = new Later(log);
  const tidy = () =>
    tidySignIn(db, new Date()).catch((error: unknown) => log.error({ err: error }, 'sign-in was not tidied'));
  const timer = setInterval(tidy, TIDIED_EVERY);
  await tidy();
  sender.start();
  const scheduler = new Scheduler({
    db: job,
    tasks: [...planTasks(address), ...conversationTasks(address)],
    log,
  });
  scheduler.start();
  return {
    auth,
    mail: route,
    later,
    setUpLink: (await hasAdministrator(db)) ? undefined : await setUpLink(database, address),
    close: async () => {
      clearInterval(timer);
      await scheduler.stop();
      await later.settled();
      await sender.stop();
    },
  };
}

function mailRoute({ smtpUrl, mailFrom, dataDir }: Config, demo: boolean) {
  if (smtpUrl !== undefined && !demo) return smtpRoute(smtpUrl, mailFrom);
  // In a demo nobody waits for a mail, and dozens are sent on behalf of people who do not exist.
  const print = demo ? () => {} : (line: string) => console.log(line);
  return outboxRoute(join(dataDir, 'outbox'), mailFrom, print);
}

async function setUpLink({ auth }: Database, address: string): Promise<string> {
  const { token } = await createSetUpLink(auth, { now: new Date() });
  return `${address}/set-up/${token}`;
}
