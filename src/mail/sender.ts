import type { Executor } from '../db/schema.ts';
import { claimMail, forgetOldMail, markFailed, markSent } from './queue.ts';
import type { MailRoute } from './route.ts';
import { onHandOver } from './wake.ts';

/** How often to look for mail that other processes handed over, or that is due again, in milliseconds. */
const EVERY = 20_000;

/** When to look after a hand-over, in milliseconds: what it belongs to may not be written yet at the first look. */
const AFTER_HAND_OVER = [100, 1_000];

/** How often old rows are removed, in milliseconds. */
const FORGOTTEN_EVERY = 3_600_000;

/** Longest text of a failure that is kept. */
const LONGEST_FAILURE = 300;

export interface SenderDependencies {
  /** As the role of background work. */
  db: Executor;
  route: MailRoute;
  log: { error(details: object, message: string): void };
  now?: () => Date;
}

/**
 * Sends the mail that was handed over. At least once: should the process end between the mail server's yes and the mark
 * on the row, the mail goes out a second time, ten minutes later and under the same id.
 */
export class MailSender {
  readonly #deps: SenderDependencies;
  readonly #now: () => Date;
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopListening: () => void = () => {};
  #round: Promise<number> | undefined;
  #stopped = false;
  #forgot = 0;

  constructor(deps: SenderDependencies) {
    this.#deps = deps;
    this.#now = deps.now ?? (() => new Date());
  }

  start(): void {
    this.#stopListening = onHandOver(() => {
      for (const wait of AFTER_HAND_OVER) this.#lookIn(wait);
    });
    const timer = setInterval(() => this.#look(), EVERY);
    this.#timers.add(timer);
    this.#look();
  }

  /** Lets the mail that is under way end; everything else waits for the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopListening();
    for (const timer of this.#timers) clearInterval(timer);
    await this.#round?.catch(() => {});
    this.#deps.route.close();
  }

  /**
   * Sends everything that is due, one after the other. A round that is under way is joined.
   *
   * @returns how many were sent
   */
  sendDue(): Promise<number> {
    this.#round ??= this.#sendAll().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  async #sendAll(): Promise<number> {
    await this.#forget();
    let sent = 0;
    while (!this.#stopped) {
      const outcome = await this.#sendNext();
      if (outcome === 'sent') sent += 1;
      // The next one would only wait for the same server.
      if (outcome === 'none' || outcome === 'unreachable') break;
    }
    return sent;
  }

  async #sendNext(): Promise<'none' | 'sent' | 'refused' | 'unreachable'> {
    const { db, route } = this.#deps;
    const mail = await claimMail(db, this.#now());
    if (mail === undefined) return 'none';
    try {
      await route.deliver(mail);
    } catch (error) {
      await markFailed(db, mail, inOneLine(error), this.#now());
      return isUnreachable(error) ? 'unreachable' : 'refused';
    }
    await markSent(db, mail, this.#now());
    return 'sent';
  }

  async #forget(): Promise<void> {
    const now = this.#now();
    if (now.getTime() - this.#forgot < FORGOTTEN_EVERY) return;
    this.#forgot = now.getTime();
    await forgetOldMail(this.#deps.db, now);
  }

  #lookIn(wait: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#look();
    }, wait);
    this.#timers.add(timer);
  }

  #look(): void {
    if (this.#stopped) return;
    this.sendDue().catch((error: unknown) => {
      if (!this.#stopped) this.#deps.log.error({ err: error }, 'mail could not be looked for');
    });
  }
}

function inOneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_FAILURE);
}

/** Whether the server itself could not be used, rather than that it refused one mail. */
function isUnreachable(error: unknown): boolean {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number };
  return responseCode === undefined || ['EAUTH', 'ETLS', 'ECONNECTION', 'ETIMEDOUT'].includes(code);
}
