import { recordEvent } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';

/** Who does something to their own evidence, and when. */
export interface By {
  /** Id of the person: the viewer, and the owner of what they change. */
  person: string;
  now: Date;
}

/** Records what somebody did to a piece of their own evidence. @param verb e.g. `shared` */
export async function recordOwn(
  db: Executor,
  { person, now }: By,
  verb: string,
  evidence: string,
): Promise<void> {
  const subject = `evidence:${evidence}`;
  await recordEvent(db, {
    at: now,
    actor: person,
    verb: `evidence.${verb}`,
    subject,
    kind: 'record',
    about: person,
  });
}
