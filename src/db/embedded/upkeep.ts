/** What a PostgreSQL server does by itself and PGlite never does: checkpoints, vacuum, statistics. */
import { sql } from 'kysely';
import type { Executor } from '../schema.ts';
import type { DurableFS } from './durable-fs.ts';

const MINUTE = 60_000;
const LOOK_EVERY = 10_000;
const CHECKPOINT_AFTER_MINUTES = 5;
/** Without checkpoints 2.5 GB of writing left 2.5 GB of log and an 11 s start. */
const CHECKPOINT_AFTER_BYTES = 64 * 1024 * 1024;
/** Hour of the machine's own time at which the nightly vacuum runs. */
const VACUUM_HOUR = 3;

/** Runs until stopped; its timers keep no process alive. */
export class Upkeep {
  readonly #db: Executor;
  readonly #storage: DurableFS;
  readonly #onError: (error: unknown) => void;
  #timer: NodeJS.Timeout;
  #writesAtCheckpoint: number;
  #checkpointAt: number;
  #nextVacuum: number;
  #busy: Promise<void> = Promise.resolve();
  #waiting = false;

  constructor(db: Executor, storage: DurableFS, onError: (error: unknown) => void) {
    this.#db = db;
    this.#storage = storage;
    this.#onError = onError;
    this.#checkpointAt = Date.now();
    this.#writesAtCheckpoint = storage.logWrites;
    this.#nextVacuum = nextNight(new Date());
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY).unref();
  }

  /** Stops the timer and waits for what is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#busy;
  }

  #look(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#busy = this.#upkeep()
      .catch(this.#onError)
      .finally(() => {
        this.#waiting = false;
      });
  }

  async #upkeep(): Promise<void> {
    const now = Date.now();
    if (now >= this.#nextVacuum) {
      this.#nextVacuum = nextNight(new Date(now));
      await vacuum(this.#db);
    }
    if (this.#storage.logWrites === this.#writesAtCheckpoint) return;
    const old = now - this.#checkpointAt >= CHECKPOINT_AFTER_MINUTES * MINUTE;
    if (old || (await logSinceCheckpoint(this.#db)) >= CHECKPOINT_AFTER_BYTES) await this.#checkpoint();
  }

  async #checkpoint(): Promise<void> {
    await sql`checkpoint`.execute(this.#db);
    this.#checkpointAt = Date.now();
    this.#writesAtCheckpoint = this.#storage.logWrites;
  }
}

/** Frees the room of rows that are gone and renews what the planner knows. Takes a moment per 100 MB. */
export async function vacuum(db: Executor): Promise<void> {
  await sql`vacuum (analyze)`.execute(db);
}

/** Bytes of log that a start would have to replay. */
async function logSinceCheckpoint(db: Executor): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`
    select (pg_current_wal_lsn() - redo_lsn)::text as bytes
    from pg_control_checkpoint()
  `.execute(db);
  return Number(rows[0]?.bytes ?? 0);
}

function nextNight(now: Date): number {
  const night = new Date(now);
  night.setHours(VACUUM_HOUR, 0, 0, 0);
  if (night <= now) night.setDate(night.getDate() + 1);
  return night.getTime();
}
