/** What administrators do to people: joining, what is known of them, team and manager. */
import { sql } from 'kysely';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { DetailProblem, PersonDetails } from '../../../domain/person.ts';
import { loopThrough } from '../../../domain/reporting-line.ts';
import { lineAbove } from '../directory/queries.ts';
import { managerMail } from '../manager-mail.ts';
import { lockPeople } from '../people-lock.ts';
import type { NamedPerson } from '../person-meant.ts';
import { handOverMails, type LineMove, moveLines, moveTeams, recordEvents } from '../writes.ts';

/** Which administrator does it, when, and where the links in mails lead. */
export interface Doing {
  by: string;
  now: Date;
  baseUrl: string;
}

export interface Joining extends PersonDetails {
  /** Id of the team. */
  team: string | null;
  manager: string | null;
}

/** @returns the id of the new person, or what is somebody else's already */
export async function enterPerson(
  db: Executor,
  joining: Joining,
  { by, now }: Doing,
): Promise<{ id: string } | { problems: DetailProblem[] }> {
  await lockPeople(db);
  const problems = await takenBy(db, joining, undefined);
  if (problems.length > 0) return { problems };
  const id = newId();
  await db
    .insertInto('person')
    .values({ id, ...columnsOf(joining), left_on: null, created_at: now })
    .execute();
  await keepStaffNumber(db, id, joining.staffNumber);
  await moveLines(db, [{ person: id, manager: joining.manager }], now);
  await moveTeams(db, [{ person: id, team: joining.team }], now);
  await recordSettings(db, by, now, [['person.entered', id]]);
  return { id };
}

/** @returns what is somebody else's already; nothing where it was changed */
export async function changeDetails(
  db: Executor,
  person: string,
  details: PersonDetails,
  { by, now }: Doing,
): Promise<DetailProblem[]> {
  await lockPeople(db);
  const problems = await takenBy(db, details, person);
  if (problems.length > 0) return problems;
  await db.updateTable('person').set(columnsOf(details)).where('id', '=', person).execute();
  await keepStaffNumber(db, person, details.staffNumber);
  await recordSettings(db, by, now, [['person.changed', person]]);
  return [];
}

export async function moveTeam(db: Executor, person: string, team: string | null, { by, now }: Doing) {
  await moveTeams(db, [{ person, team }], now);
  await recordSettings(db, by, now, [['team.moved', person]]);
}

/**
 * Changes who somebody reports to, from this moment, and tells them.
 *
 * @returns the names of the loop that it would close, in which case nothing was changed
 */
export async function changeManager(
  db: Executor,
  move: LineMove,
  { by, now, baseUrl }: Doing,
): Promise<{ loop: string[] } | undefined> {
  await lockPeople(db);
  const loop = await loopOf(db, move);
  if (loop !== undefined) return { loop };
  await moveLines(db, [move], now);
  await tellOfManager(db, [move.person], now, baseUrl);
  await recordSettings(db, by, now, [['manager.changed', move.person]]);
  return undefined;
}

/** The names of the loop that a change would close, from the person to themselves. */
export async function loopOf(db: Executor, { person, manager }: LineMove): Promise<string[] | undefined> {
  if (manager === null) return undefined;
  const above = await lineAbove(db, manager);
  const upwards = above.toReversed();
  const managers = new Map<string, string | null>([[person, manager]]);
  for (const [index, { id }] of upwards.entries()) {
    if (id !== person) managers.set(id, upwards[index + 1]?.id ?? null);
  }
  const names = new Map(above.map(({ id, name }) => [id, name]));
  return loopThrough(person, managers)?.map((id) => names.get(id) ?? '');
}

/** Tells people who their manager is now. */
export async function tellOfManager(
  db: Executor,
  people: readonly string[],
  now: Date,
  baseUrl: string,
): Promise<void> {
  const { rows } = await sql<NamedPerson & { manager: string | null }>`
    select person.id, person.name, person.email, manager.name as manager
    from person
    join reporting_line line on line.person_id = person.id and line.until is null
    left join person manager on manager.id = line.manager_id
    where person.id = any (${people}::text[]::uuid[]) and person.left_on is null
  `.execute(db);
  const mails = rows.flatMap(({ id, email, manager }) =>
    email === null ? [] : [managerMail({ id, email }, manager, now, baseUrl)],
  );
  await handOverMails(db, mails, now);
}

function columnsOf({ name, pronouns, email, site, timeZone, joinedOn }: PersonDetails) {
  return { name, pronouns, email, site, time_zone: timeZone, joined_on: joinedOn };
}

async function keepStaffNumber(db: Executor, person: string, number: string | null): Promise<void> {
  await db.deleteFrom('staff_number').where('person_id', '=', person).execute();
  if (number !== null) await db.insertInto('staff_number').values({ person_id: person, number }).execute();
}

/** Address and number name one person each, of those who have left too. */
async function takenBy(
  db: Executor,
  { email, staffNumber }: PersonDetails,
  except: string | undefined,
): Promise<DetailProblem[]> {
  const { rows } = await sql<{ key: 'email' | 'staffNumber'; id: string; name: string }>`
    select 'email' as key, id, name from person where email = ${email}
    union all
    select 'staffNumber', person.id, person.name
    from staff_number
    join person on person.id = staff_number.person_id
    where staff_number.number = ${staffNumber}
  `.execute(db);
  return rows
    .filter(({ id }) => id !== except)
    .map(({ key, name }) => ({
      key,
      message: `Choose another ${key === 'email' ? 'e-mail address' : 'staff number'}: this one is ${name}’s`,
    }));
}

/** Events about people that administrators see among the settings, and the person sees as well. */
export async function recordSettings(
  db: Executor,
  by: string,
  now: Date,
  happened: readonly (readonly [verb: string, person: string])[],
): Promise<void> {
  const events = happened.map(([verb, person]) => ({
    actor: by,
    verb,
    subject: `person:${person}`,
    kind: 'settings' as const,
    about: person,
  }));
  await recordEvents(db, events, now);
}
