/** Writes what an import planned, thousands of people in a few statements. */
import { sql } from 'kysely';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { type Doing, tellOfManager } from '../administration/actions.ts';
import { endStanding, handOverMails, moveLines, moveTeams, recordEvents } from '../writes.ts';
import { writeLevels } from './apply-levels.ts';
import type { ImportPlan } from './plan.ts';
import type { PlannedPerson } from './planned.ts';

/** Give it the transaction in which the plan was made, under the lock of people. */
export async function applyPlan(db: Executor, plan: ImportPlan, doing: Doing): Promise<void> {
  const { now, by, baseUrl } = doing;
  const ids = new Map(plan.added.map(({ id }) => [id, newId()]));
  const real = (id: string) => ids.get(id) ?? id;
  const all = [...plan.added, ...plan.changed];
  await enter(db, plan.added, real, now);
  await change(db, plan.changed);
  await keepStaffNumbers(db, all, real);
  await moveIntoTeams(db, plan, real, now);
  const moved = await moveUnderManagers(db, plan, real, now);
  await writeLevels(db, all, real, by, now);
  const leavers = all.filter(({ before, after }) => after.leftOn !== null && before?.leftOn == null);
  await endStanding(
    db,
    leavers.map(({ id }) => real(id)),
    now,
  );
  await tellOfManager(db, moved, now, baseUrl);
  await tellOldAddresses(db, plan.changed, now);
  await recordEvents(db, eventsOf(all, real, by), now);
}

async function enter(
  db: Executor,
  people: readonly PlannedPerson[],
  real: (id: string) => string,
  now: Date,
): Promise<void> {
  await sql`
    insert into person (id, name, pronouns, email, site, time_zone, joined_on, left_on, created_at)
    select given.*, ${now}::timestamptz
    from unnest(${columns(people, real)}) as given
  `.execute(db);
}

/** An address that one person gives up may become another's, so addresses that change are set free first. */
async function change(db: Executor, people: readonly PlannedPerson[]): Promise<void> {
  const freed = people.filter(({ before, after }) => before?.email !== after.email).map(({ id }) => id);
  await sql`update person set email = null where id = any (${freed}::text[]::uuid[])`.execute(db);
  await sql`
    update person
    set
      name = given.name,
      pronouns = given.pronouns,
      email = given.email,
      site = given.site,
      time_zone = given.time_zone,
      joined_on = given.joined_on,
      left_on = given.left_on
    from unnest(${columns(people, (id) => id)})
      as given (id, name, pronouns, email, site, time_zone, joined_on, left_on)
    where person.id = given.id
  `.execute(db);
}

/** What `unnest` makes rows of: id, name, pronouns, email, site, time zone, days of joining and leaving. */
function columns(people: readonly PlannedPerson[], real: (id: string) => string) {
  const of = (value: (person: PlannedPerson) => string | null) => people.map(value);
  return sql`
    ${of(({ id }) => real(id))}::text[]::uuid[],
    ${of(({ after }) => after.name)}::text[],
    ${of(({ after }) => after.pronouns)}::text[],
    ${of(({ after }) => after.email)}::text[],
    ${of(({ after }) => after.site)}::text[],
    ${of(({ after }) => after.timeZone)}::text[],
    ${of(({ after }) => after.joinedOn)}::text[]::date[],
    ${of(({ after }) => after.leftOn)}::text[]::date[]
  `;
}

async function keepStaffNumbers(
  db: Executor,
  people: readonly PlannedPerson[],
  real: (id: string) => string,
): Promise<void> {
  const changed = people.filter(({ before, after }) => (before?.staffNumber ?? null) !== after.staffNumber);
  const ids = changed.map(({ id }) => real(id));
  await sql`delete from staff_number where person_id = any (${ids}::text[]::uuid[])`.execute(db);
  await sql`
    insert into staff_number (person_id, number)
    select person, number
    from unnest(${ids}::text[]::uuid[], ${changed.map(({ after }) => after.staffNumber)}::text[])
      as given (person, number)
    where number is not null
  `.execute(db);
}

async function moveIntoTeams(
  db: Executor,
  { added, changed, newTeams }: ImportPlan,
  real: (id: string) => string,
  now: Date,
): Promise<void> {
  await sql`
    insert into team (id, name, created_at)
    select id, name, ${now}::timestamptz
    from unnest(${newTeams.map(() => newId())}::text[]::uuid[], ${newTeams}::text[]) as given (id, name)
  `.execute(db);
  const teams = await db.selectFrom('team').select(['id', 'name']).execute();
  const byName = new Map(teams.map(({ id, name }) => [name.toLowerCase(), id]));
  const moves = [...added.filter(({ after }) => after.team !== null), ...changed.filter(has('team'))];
  await moveTeams(
    db,
    moves.map(({ id, after: { team } }) => ({
      person: real(id),
      team: team === null ? null : (byName.get(team.toLowerCase()) ?? null),
    })),
    now,
  );
}

/** @returns those who are to be told who their manager is now */
async function moveUnderManagers(
  db: Executor,
  { added, changed }: ImportPlan,
  real: (id: string) => string,
  now: Date,
): Promise<string[]> {
  const returned = changed.filter(({ before, after }) => before?.leftOn != null && after.leftOn === null);
  const others = changed.filter((one) => has('manager')(one) && !returned.includes(one));
  const here = [...added, ...returned, ...others].filter(({ after }) => after.leftOn === null);
  await moveLines(
    db,
    here.map(({ id, after: { manager } }) => ({
      person: real(id),
      manager: manager === null ? null : real(manager),
    })),
    now,
  );
  return others.map(({ id }) => id);
}

function has(key: 'team' | 'manager') {
  return ({ changes }: PlannedPerson) => changes.some((one) => one.key === key);
}

/** Whoever gets an address in somebody's place must not be the only one to know. */
async function tellOldAddresses(db: Executor, changed: readonly PlannedPerson[], now: Date): Promise<void> {
  const mails = changed.flatMap(({ id, before, after }) =>
    before === undefined || before.email === null || before.email === after.email
      ? []
      : [
          {
            person: id,
            address: before.email,
            kind: 'address changed',
            subject: 'Your address in the directory is changed',
            body: `An administrator changed your e-mail address in the directory. It was ${before.email}.\n\nIf this is not right, tell an administrator.`,
          },
        ],
  );
  await handOverMails(db, mails, now);
}

function eventsOf(people: readonly PlannedPerson[], real: (id: string) => string, by: string) {
  const events = people.flatMap(({ id, before, after, changes, level }) => {
    const left = after.leftOn !== null && before?.leftOn == null;
    const returned = after.leftOn === null && before?.leftOn != null;
    const verbs = [
      ...(before === undefined ? ['person.entered'] : []),
      ...(before !== undefined && changes.some(({ key }) => !OWN_VERBS.has(key)) ? ['person.changed'] : []),
      ...(before !== undefined && changes.some(({ key }) => key === 'team') ? ['team.moved'] : []),
      ...(before !== undefined && changes.some(({ key }) => key === 'manager') ? ['manager.changed'] : []),
      ...(level === undefined ? [] : ['level.imported']),
      ...(left ? ['person.left'] : []),
      ...(returned ? ['person.returned'] : []),
    ];
    const about = real(id);
    return verbs.map((verb) => ({
      actor: by,
      verb,
      subject: `person:${about}`,
      kind: 'settings' as const,
      about,
    }));
  });
  return [{ actor: by, verb: 'people.imported', subject: 'people', kind: 'settings' as const }, ...events];
}

const OWN_VERBS: ReadonlySet<string> = new Set(['team', 'manager', 'level', 'leftOn']);
