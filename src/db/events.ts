import { newId } from './ids.ts';
import type { Executor } from './schema.ts';
import type { EventKind } from './tables/framework.ts';

/** Something that somebody did. Holds opaque ids only, never text about a person: erasure relies on it. */
export interface NewEvent {
  at: Date;
  /** Opaque id of who did it. */
  actor: string;
  /** What was done, e.g. `framework.imported`. */
  verb: string;
  /** Opaque id of what it was done to, e.g. `operations@1.2.0`. */
  subject: string;
  /** `publication` where it is left out. */
  kind?: EventKind;
  /** Id of the person whom it is about, who may read it. */
  about?: string;
}

/** Records an event. Give it the transaction of the change itself, so that neither is ever there without the other. */
export async function recordEvent(db: Executor, event: NewEvent): Promise<void> {
  await recordEvents(db, [event]);
}

/** The same for several at once. */
export async function recordEvents(db: Executor, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ at, actor, verb, subject, kind = 'publication', about = null }) => ({
    id: newId(),
    at,
    actor,
    verb,
    subject,
    kind,
    about,
  }));
  await db.insertInto('event').values(rows).execute();
}
