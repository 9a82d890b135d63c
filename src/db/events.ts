import { newId } from './ids.ts';
import type { Executor } from './schema.ts';

/** Something that somebody did. Holds opaque ids only, never text about a person: erasure relies on it. */
export interface NewEvent {
  at: Date;
  /** Opaque id of who did it. */
  actor: string;
  /** What was done, e.g. `framework.imported`. */
  verb: string;
  /** Opaque id of what it was done to, e.g. `operations@1.2.0`. */
  subject: string;
}

/** Records an event. Give it the transaction of the change itself, so that neither is ever there without the other. */
export async function recordEvent(db: Executor, { at, actor, verb, subject }: NewEvent): Promise<void> {
  await db.insertInto('event').values({ id: newId(), at, actor, verb, subject }).execute();
}
