import { sql } from 'kysely';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { isUuid } from '../ids.ts';
import type { PlannedLevel, PlannedPerson } from './planned.ts';

/** Sets and corrects levels as `setLevel` does for one person. */
export async function writeLevels(
  db: Executor,
  people: readonly PlannedPerson[],
  real: (id: string) => string,
  by: string,
  now: Date,
): Promise<void> {
  const levels = people.flatMap(({ id, level }) =>
    level === undefined ? [] : [{ person: real(id), level }],
  );
  const setBy = isUuid(by) ? by : null;
  await endBefore(
    db,
    levels.map(({ level }) => level),
  );
  const begun = levels.filter(({ level }) => level.decision.kind === 'begins');
  await sql`
    insert into level_held (id, person_id, framework_id, level_id, release_version, since, set_by, set_at)
    select id, person, framework, level, version, since, ${setBy}::uuid, ${now}::timestamptz
    from unnest(
      ${begun.map(() => newId())}::text[]::uuid[],
      ${begun.map(({ person }) => person)}::text[]::uuid[],
      ${columnsOf(begun)}
    ) as given (id, person, framework, level, version, since)
  `.execute(db);
  const corrected = levels.flatMap(({ person, level }) =>
    level.decision.kind === 'corrects' ? [{ person, level, id: level.decision.held.id }] : [],
  );
  await sql`
    update level_held
    set
      framework_id = given.framework,
      level_id = given.level,
      release_version = given.version,
      since = given.since,
      set_by = ${setBy}::uuid,
      set_at = ${now}
    from unnest(${corrected.map(({ id }) => id)}::text[]::uuid[], ${columnsOf(corrected)})
      as given (id, framework, level, version, since)
    where level_held.id = given.id
  `.execute(db);
}

function columnsOf(levels: readonly { level: PlannedLevel }[]) {
  return sql`
    ${levels.map(({ level }) => level.framework)}::text[],
    ${levels.map(({ level }) => level.level)}::text[],
    ${levels.map(({ level }) => level.releaseVersion)}::text[],
    ${levels.map(({ level }) => level.since)}::text[]::date[]
  `;
}

/** The level that a new one follows ends that day, and so does the one before a corrected one. */
async function endBefore(db: Executor, levels: readonly PlannedLevel[]): Promise<void> {
  const ended = levels.flatMap(({ decision, since }) => {
    if (decision.kind === 'begins')
      return decision.ends === undefined ? [] : [{ id: decision.ends.id, since }];
    const { held, before } = decision;
    return before?.until === held.since ? [{ id: before.id, since }] : [];
  });
  await sql`
    update level_held
    set until = given.since
    from unnest(${ended.map(({ id }) => id)}::text[]::uuid[], ${ended.map(({ since }) => since)}::text[]::date[])
      as given (id, since)
    where level_held.id = given.id
  `.execute(db);
}
