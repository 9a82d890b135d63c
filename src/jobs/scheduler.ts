/** Work in the background that comes round by itself. Runs inside the server; of several processes one does each task. */
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inTransaction } from '../db/transaction.ts';
import { claimRun } from './claim.ts';

/** Something that is done again and again. */
export interface Task {
  /** Its own and never another's: under it the database keeps when it was last done. */
  name: string;
  /** How long after it was done it is due again, in milliseconds. */
  every: number;
  /**
   * Does it, as the role of background work. Kept with the note that it was done, or neither is: whoever fails is asked
   * again. Short, because on the embedded database everybody else waits for it.
   */
  run(db: Transaction<Schema>, now: Date): Promise<void>;
}

export interface SchedulerDependencies {
  /** As the role of background work. */
  db: Kysely<Schema>;
  tasks: readonly Task[];
  log: { error(details: object, message: string): void };
  /** The clock; another one in tests. */
  now?: () => Date;
}

/** How often to look whether something is due, in milliseconds. */
const EVERY = 60_000;

export class Scheduler {
  readonly #deps: SchedulerDependencies;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<string[]> | undefined;
  #stopped = false;

  constructor(deps: SchedulerDependencies) {
    this.#deps = deps;
  }

  start(): void {
    this.#timer = setInterval(() => void this.runDue(), EVERY);
    void this.runDue();
  }

  /** Lets the task that is under way end. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#round;
  }

  /**
   * Does what is due, one task after the other. A round that is under way is joined.
   *
   * @returns the names of what was done here
   */
  runDue(): Promise<string[]> {
    this.#round ??= this.#runAll().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  async #runAll(): Promise<string[]> {
    const done: string[] = [];
    for (const task of this.#deps.tasks) {
      if (!this.#stopped && (await this.#runOne(task))) done.push(task.name);
    }
    return done;
  }

  /** One that fails keeps none of the others from being done. */
  async #runOne(task: Task): Promise<boolean> {
    const { db, log, now = () => new Date() } = this.#deps;
    try {
      return await inTransaction(db, async (transaction) => {
        const at = now();
        if (!(await claimRun(transaction, task, at))) return false;
        await task.run(transaction, at);
        return true;
      });
    } catch (error) {
      if (!this.#stopped) log.error({ err: error, task: task.name }, 'work in the background failed');
      return false;
    }
  }
}
