import type { Executor } from '../../../db/schema.ts';
import { refuseRecord } from '../../../domain/conversation.ts';
import { mergeChange } from '../../../domain/merge.ts';
import { isOutcome } from '../../../domain/stance.ts';
import { type By, touch } from '../acts.ts';
import type { Talk } from '../talk.ts';
import { requireAllowed } from '../visits.ts';

/** A row of the record as a page or script sends it. */
export interface RowText {
  /** An outcome; empty where it is left open. */
  outcome: string;
  sentence: string;
  /** Why each sees it as they do, where they see it differently. */
  person: string;
  manager: string;
}

export interface RowChange {
  expectation: string;
  /** What stood there for whoever wrote. */
  was: RowText;
  mine: RowText;
  /** Of what stood there for whoever wrote; 0 where nothing did. */
  version: number;
}

export interface KeptRow extends RowText {
  version: number;
}

/** What was saved; or what the other side wrote meanwhile, where the two cannot both stand. */
export type SavedRow = { saved: KeptRow } | { conflict: KeptRow };

/**
 * Writes a row of the record. Both sides write at once: what only one of them changed is taken from each, and where both
 * changed the same field neither is overwritten.
 *
 * @param talk locked
 */
export async function writeRow(db: Executor, by: By, talk: Talk, change: RowChange): Promise<SavedRow> {
  requireAllowed(refuseRecord(talk.state));
  const now = await findRow(db, talk, change.expectation);
  const was = change.version === now.version ? textOf(now) : change.was;
  const { merged, conflicts } = mergeChange(was, change.mine, textOf(now));
  if (conflicts.length > 0) return { conflict: now };
  if (isSame(merged, now)) return { saved: now };
  const saved = { ...merged, version: now.version + 1 };
  await upsertRow(db, by, talk, change.expectation, saved);
  await touch(db, talk.id, by.now);
  return { saved };
}

function textOf({ outcome, sentence, person, manager }: RowText): RowText {
  return { outcome, sentence, person, manager };
}

function isSame(one: RowText, other: RowText): boolean {
  return (Object.keys(one) as (keyof RowText)[]).every((field) => one[field] === other[field]);
}

async function findRow(db: Executor, { id, state }: Talk, expectation: string): Promise<KeptRow> {
  const found = await db
    .selectFrom('agreed_row')
    .select(['outcome', 'sentence', 'person_reason as person', 'manager_reason as manager', 'version'])
    .where('conversation_id', '=', id)
    .where('edition', '=', state.edition)
    .where('expectation_id', '=', expectation)
    .executeTakeFirst();
  if (found === undefined) return { outcome: '', sentence: '', person: '', manager: '', version: 0 };
  return { ...found, outcome: found.outcome ?? '' };
}

async function upsertRow(
  db: Executor,
  { person: writer, now }: By,
  talk: Talk,
  expectation: string,
  row: KeptRow,
) {
  const { outcome, sentence, person, manager, version } = row;
  const written = {
    outcome: isOutcome(outcome) ? outcome : null,
    sentence,
    person_reason: person,
    manager_reason: manager,
    version,
    changed_by: writer,
    changed_at: now,
  };
  await db
    .insertInto('agreed_row')
    .values({
      conversation_id: talk.id,
      edition: talk.state.edition,
      expectation_id: expectation,
      person_id: talk.person.id ?? '',
      ...written,
    })
    .onConflict((conflict) =>
      conflict.columns(['conversation_id', 'edition', 'expectation_id']).doUpdateSet(written),
    )
    .execute();
}
