/**
 * How often something may be tried. Failures count for an address and an account together, so that nobody locks a
 * colleague out by failing in their name; one address alone may fail often, because a whole office has it. The counts are
 * kept in the database: restarting is no way around them, and neither is another process.
 */
import { createHmac } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Executor } from '../../db/schema.ts';

const MINUTE = 60;
const HOUR = 3_600;

/** Documented in docs/operating.md. */
export const LIMITS = {
  /** Passwords and codes for one account, from one address. */
  attempts: { points: 10, duration: 15 * MINUTE },
  /** The same from one address, whoever they are for. */
  attemptsOfAddress: { points: 200, duration: 15 * MINUTE },
  /** Mails that somebody can have sent to one address of mail. */
  mails: { points: 5, duration: HOUR },
  /** Mails that one address can have sent. */
  mailsOfAddress: { points: 60, duration: HOUR },
  /** One-time links, passkeys and everything else that nobody can guess, from one address. */
  links: { points: 300, duration: 15 * MINUTE },
} as const;

export type Limit = keyof typeof LIMITS;

/** Whether there was room for one more, and whether this is the first that there was none for. */
export type Taken = 'taken' | 'first refused' | 'refused';

export class Limits {
  readonly #secret: string;
  readonly #limiters: Record<Limit, RateLimiterPostgres>;

  /**
   * @param db as the role of sign-in
   * @param secret keeps addresses out of the table
   */
  constructor(db: Executor, secret: string) {
    this.#secret = secret;
    const store = {
      storeClient: queriesOf(db),
      storeType: 'client',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
    };
    this.#limiters = Object.fromEntries(
      Object.entries(LIMITS).map(([limit, size]) => [
        limit,
        new RateLimiterPostgres({ ...store, ...size, keyPrefix: limit }),
      ]),
    ) as Record<Limit, RateLimiterPostgres>;
  }

  /** Counts one before it is tried, so that many at once cannot slip past the count. */
  async take(limit: Limit, ...about: string[]): Promise<Taken> {
    try {
      await this.#limiters[limit].consume(this.#key(about));
      return 'taken';
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return error.consumedPoints === LIMITS[limit].points + 1 ? 'first refused' : 'refused';
    }
  }

  /** Takes back the count of one that was right. */
  async giveBack(limit: Limit, ...about: string[]): Promise<void> {
    await this.#limiters[limit].reward(this.#key(about));
  }

  async clear(limit: Limit, ...about: string[]): Promise<void> {
    await this.#limiters[limit].delete(this.#key(about));
  }

  #key(about: readonly string[]): string {
    return createHmac('sha256', this.#secret).update(JSON.stringify(about)).digest('base64url');
  }
}

/** Our database as the library's driver. */
function queriesOf(db: Executor) {
  return {
    query: async ({ text, values = [] }: { text: string; values?: unknown[] }) => {
      const { rows, numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text, values));
      return { rows, rowCount: Number(numAffectedRows ?? rows.length) };
    },
  };
}
