/** Teams: names under which people work together. Who is in which is history that stays. */
import { sql } from 'kysely';
import { recordEvent } from '../../../db/events.ts';
import { errorCode } from '../../../db/failures.ts';
import { newId } from '../../../db/ids.ts';
import type { Schema } from '../../../db/schema.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { nothingHere, type Sent, type Visit } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { isUuid } from '../ids.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { listTeams, type Team } from './queries.ts';
import { TEAMS, type TeamsProps, teamsPage } from './views/teams-page.tsx';

const ADMINISTRATORS = { may: 'administrator', audit: 'settings' } as const;

const DONE: Record<string, string> = {
  added: 'The team is there.',
  renamed: 'The team has its new name.',
  removed: 'The team is removed.',
};

export function addTeams({ doors }: PeopleRoom): void {
  doors.get(TEAMS, ADMINISTRATORS, async (visit) => ({ page: await page(visit, { name: '' }, []) }));
  doors.post(TEAMS, ADMINISTRATORS, add);
  doors.post(`${TEAMS}/:id/name`, ADMINISTRATORS, rename);
  doors.post(`${TEAMS}/:id/removal`, ADMINISTRATORS, remove);
}

async function page(
  { c, db, token }: Visit<Schema>,
  typed: TeamsProps['typed'],
  errors: readonly FieldError[],
) {
  const done = DONE[c.req.query('done') ?? ''];
  return teamsPage({ teams: await listTeams(db), typed, errors, token, done });
}

async function add(sent: Sent<Schema>): Promise<Answer> {
  const { db, form, now } = sent;
  const name = form.text('name').trim();
  const problem = nameProblem(name, await listTeams(db), undefined);
  if (problem !== undefined) {
    return { page: await page(sent, { name }, [{ field: 'name', message: problem }]), status: 422 };
  }
  const id = newId();
  await db.insertInto('team').values({ id, name, created_at: now }).execute();
  await record(sent, 'team.added', id);
  return { redirect: `${TEAMS}?done=added` };
}

async function rename(sent: Sent<Schema>): Promise<Answer> {
  const { db, form } = sent;
  const team = await teamAt(sent);
  const name = form.text('name').trim();
  const problem = nameProblem(name, await listTeams(db), team.id);
  if (problem !== undefined) {
    const errors = [{ field: `name-${team.id}`, message: problem }];
    return { page: await page(sent, { id: team.id, name }, errors), status: 422 };
  }
  await db.updateTable('team').set({ name }).where('id', '=', team.id).execute();
  await record(sent, 'team.renamed', team.id);
  return { redirect: `${TEAMS}?done=renamed` };
}

/** A team that anybody was ever in is part of their history, which the database keeps. */
async function remove(sent: Sent<Schema>): Promise<Answer> {
  const { db } = sent;
  const { id, name } = await teamAt(sent);
  try {
    await inTransaction(db, (inner) => sql`delete from team where id = ${id}`.execute(inner));
  } catch (error) {
    if (errorCode(error) !== '23503') throw error;
    const message = `Keep ${name}, or rename it: people were in it, and their history names it`;
    return { page: await page(sent, { name: '' }, [{ field: '_all', message }]), status: 422 };
  }
  await record(sent, 'team.removed', id);
  return { redirect: `${TEAMS}?done=removed` };
}

async function teamAt({ c, db }: Visit<Schema>): Promise<Team> {
  const id = c.req.param('id');
  const team = isUuid(id) ? (await listTeams(db)).find((one) => one.id === id) : undefined;
  if (team === undefined) throw nothingHere();
  return team;
}

function nameProblem(name: string, teams: readonly Team[], except: string | undefined): string | undefined {
  if (name === '') return 'Write the name of the team';
  if (name.length > 100) return 'Shorten it to 100 characters';
  if (/\p{Cc}/u.test(name)) return 'Write it on one line, without control characters';
  const taken = teams.some((team) => team.id !== except && team.name.toLowerCase() === name.toLowerCase());
  return taken ? 'Choose another name: there is a team of this one' : undefined;
}

async function record({ db, viewer, now }: Sent<Schema>, verb: string, team: string): Promise<void> {
  const subject = `team:${team}`;
  await recordEvent(db, { at: now, actor: viewer.person, verb, subject, kind: 'settings' });
}
