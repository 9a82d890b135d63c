/** Leaving and coming back. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import { lockPeople } from '../people-lock.ts';
import { endStanding, type LineMove, moveLines } from '../writes.ts';
import { type Doing, loopOf, recordSettings, tellOfManager } from './actions.ts';

export interface Leaving {
  person: string;
  /** ISO 8601 day. */
  lastDay: string;
  /** To whom their reports report from now on. */
  reportsTo: string | null;
}

/** Who reports to somebody, and who that is for each of them once the other has left. */
export async function movesOnLeaving(db: Executor, { person, reportsTo }: Leaving): Promise<LineMove[]> {
  const { rows } = await sql<{ report: string; above: string | null }>`
    select
      below.person_id as report,
      (select line.manager_id from reporting_line line where line.person_id = ${person} and line.until is null)
        as above
    from reporting_line below
    where below.manager_id = ${person} and below.until is null
  `.execute(db);
  // Where one of them takes over, that one reports to whom the leaver reported.
  return rows.map(({ report, above }) => ({
    person: report,
    manager: report === reportsTo ? above : reportsTo,
  }));
}

/**
 * Lets somebody leave: from this moment they no longer sign in and hold no role, nobody reads what they shared, and
 * their reports report to somebody else.
 *
 * @returns the names of a loop that moving their reports would close; nothing was changed then
 */
export async function leave(
  db: Executor,
  leaving: Leaving,
  { by, now, baseUrl }: Doing,
): Promise<{ loop: string[] } | undefined> {
  await lockPeople(db);
  const moves = await movesOnLeaving(db, leaving);
  for (const move of moves) {
    const loop = await loopOf(db, move);
    if (loop !== undefined) return { loop };
  }
  await db.updateTable('person').set({ left_on: leaving.lastDay }).where('id', '=', leaving.person).execute();
  await endStanding(db, [leaving.person], now);
  await moveLines(db, moves, now);
  const moved = moves.map(({ person }) => person);
  await tellOfManager(db, moved, now, baseUrl);
  await recordSettings(db, by, now, [
    ['person.left', leaving.person],
    ...moved.map((person) => ['manager.changed', person] as const),
  ]);
  return undefined;
}

/** Somebody comes back: they may sign in again, report to nobody yet, and hold no role. */
export async function comeBack(db: Executor, person: string, { by, now }: Doing): Promise<void> {
  await lockPeople(db);
  await db.updateTable('person').set({ left_on: null }).where('id', '=', person).execute();
  await moveLines(db, [{ person, manager: null }], now);
  await recordSettings(db, by, now, [['person.returned', person]]);
}
