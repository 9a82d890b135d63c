import type { Executor } from '../../../db/schema.ts';
import { LONGEST_TITLE, MOST_OF_EACH, nextPlace, type Problem } from '../../../domain/evidence.ts';
import { findNamed } from '../queries/directory.ts';
import { type By, recordOwn } from './record.ts';

export function helpedProblems(words: string, taken: number): Problem[] {
  const field = 'helped';
  if (words === '')
    return [{ field, message: 'Say who it helped: a person, a team, or others in your own words' }];
  if (words.length > LONGEST_TITLE) return [{ field, message: `Shorten it to ${LONGEST_TITLE} characters` }];
  if (taken >= MOST_OF_EACH)
    return [{ field, message: `Remove one first: there are ${MOST_OF_EACH} already` }];
  return [];
}

/**
 * Says whom it helped. Words that are the name of one person or team of the directory mean them.
 *
 * @returns its place among those whom it helped
 */
export async function addHelped(
  db: Executor,
  by: By,
  evidence: { id: string; helped: readonly { place: number }[] },
  words: string,
): Promise<{ place: number }> {
  const [only, another] = await findNamed(db, words);
  const meant = another === undefined ? only : undefined;
  const place = nextPlace(evidence.helped);
  await db
    .insertInto('evidence_helped')
    .values({
      evidence_id: evidence.id,
      place,
      helped_person_id: meant?.is === 'person' ? meant.id : null,
      helped_team_id: meant?.is === 'team' ? meant.id : null,
      words: meant === undefined ? words : null,
    })
    .execute();
  await recordOwn(db, by, 'helped-named', evidence.id);
  return { place };
}

export async function removeHelped(db: Executor, by: By, evidence: string, place: number): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('evidence_helped')
    .where('evidence_id', '=', evidence)
    .where('place', '=', place)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await recordOwn(db, by, 'helped-removed', evidence);
}
