/** People as administrators enter and move them. Every change says first who may read what from then on. */
import type { Schema } from '../../../db/schema.ts';
import { readDay, readDetails } from '../../../domain/person.ts';
import { handOverMail } from '../../../mail/hand-over.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { nothingHere, type Sent, type Visit } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { findPerson, type PersonShown } from '../directory/person-queries.ts';
import { directoryShown, filterIn } from '../directory/routes.tsx';
import { isUuid } from '../ids.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { lockPeople } from '../people-lock.ts';
import { asTyped, type NamedPerson, personMeant } from '../person-meant.ts';
import { isChecked } from '../views/check-page.tsx';
import {
  changeDetails,
  changeManager,
  comeBack,
  type Doing,
  enterPerson,
  leave,
  loopOf,
  movesOnLeaving,
  moveTeam,
} from './actions.ts';
import { checkLeaving, checkManager } from './checks.tsx';
import { historyOf, isLastAdministrator, listTeams } from './queries.ts';
import { addPersonPage, type JoiningTyped, PEOPLE } from './views/add-person-page.tsx';
import { detailsIn, NOTHING_TYPED } from './views/details-fields.tsx';
import { type LeavingTyped, leavingPage } from './views/leaving-page.tsx';
import { peoplePage } from './views/people-page.tsx';
import { administeredAddress, administeredPage } from './views/person-page.tsx';

const ADMINISTRATORS = { may: 'administrator', audit: 'settings' } as const;

const DONE: Record<string, string> = {
  added: 'They are in the directory. Invite them, so that they can sign in.',
  details: 'It is saved.',
  team: 'They are in that team from this moment.',
  manager: 'Their line manager is changed from this moment, and they were told.',
  left: 'They have left. From this moment they cannot sign in, and nobody reads what they shared.',
  returned: 'They are back. Say who they report to, and which team they are in.',
};

export function addAdministeredPeople({ doors, room }: PeopleRoom): void {
  const { baseUrl } = room.site;
  doors.get(PEOPLE, ADMINISTRATORS, async ({ c, db }) => ({
    page: peoplePage(await directoryShown(db, filterIn(c.req.query())), DONE[c.req.query('done') ?? '']),
  }));
  doors.get(`${PEOPLE}/new`, ADMINISTRATORS, async ({ db, token }) => {
    const typed = { ...NOTHING_TYPED, team: '', manager: '' };
    return { page: addPersonPage({ teams: await listTeams(db), typed, errors: [], token }) };
  });
  doors.post(PEOPLE, ADMINISTRATORS, (sent) => add(sent, baseUrl));
  doors.get(`${PEOPLE}/:id`, ADMINISTRATORS, async (visit) => ({
    page: await personPage(visit, await personAt(visit), {}, []),
  }));
  doors.post(`${PEOPLE}/:id/details`, ADMINISTRATORS, (sent) => saveDetails(sent, baseUrl));
  doors.post(`${PEOPLE}/:id/team`, ADMINISTRATORS, (sent) => moveToTeam(sent, baseUrl));
  doors.post(`${PEOPLE}/:id/manager`, ADMINISTRATORS, (sent) => moveToManager(sent, baseUrl));
  doors.get(`${PEOPLE}/:id/leaving`, ADMINISTRATORS, async (visit) => {
    const person = await stillHere(visit);
    const today = visit.now.toISOString().slice(0, 10);
    const above = person.manager === null ? undefined : await findPerson(visit.db, person.manager.id);
    const typed = { lastDay: today, reportsTo: above === undefined ? '' : asTyped(above) };
    return { page: leavingPage({ person, typed, errors: [], token: visit.token }) };
  });
  doors.post(`${PEOPLE}/:id/leaving`, ADMINISTRATORS, (sent) => letLeave(sent, baseUrl));
  doors.post(`${PEOPLE}/:id/return`, ADMINISTRATORS, async (sent) => {
    const { id, leftOn } = await personAt(sent);
    if (leftOn === null) throw nothingHere();
    await comeBack(sent.db, id, doing(sent, baseUrl));
    return { redirect: `${administeredAddress(id)}?done=returned` };
  });
}

function doing({ viewer, now }: Sent<Schema>, baseUrl: string): Doing {
  return { by: viewer.person, now, baseUrl };
}

async function personAt({ c, db }: Visit<Schema>): Promise<PersonShown> {
  const id = c.req.param('id');
  const person = isUuid(id) ? await findPerson(db, id) : undefined;
  if (person === undefined) throw nothingHere();
  return person;
}

async function stillHere(visit: Visit<Schema>): Promise<PersonShown> {
  const person = await personAt(visit);
  if (person.leftOn !== null) throw nothingHere();
  return person;
}

async function personPage(
  { c, db, token }: Visit<Schema>,
  person: PersonShown,
  typed: Partial<JoiningTyped>,
  errors: readonly FieldError[],
) {
  const manager = person.manager === null ? undefined : await findPerson(db, person.manager.id);
  return administeredPage({
    person,
    history: await historyOf(db, person.id),
    teams: await listTeams(db),
    typed: {
      name: person.name,
      email: person.email ?? '',
      staffNumber: person.staffNumber ?? '',
      pronouns: person.pronouns ?? '',
      site: person.site ?? '',
      timeZone: person.timeZone ?? '',
      joinedOn: person.joinedOn ?? '',
      manager: manager === undefined ? '' : asTyped(manager),
      ...typed,
    },
    errors,
    token,
    done: DONE[c.req.query('done') ?? ''],
  });
}

async function add(sent: Sent<Schema>, baseUrl: string): Promise<Answer> {
  const { db, form, token } = sent;
  const typed = { ...detailsIn(form), team: form.text('team'), manager: form.text('manager') };
  const errors: FieldError[] = [];
  const read = readDetails(typed);
  if ('problems' in read) errors.push(...read.problems.map(({ key, message }) => ({ field: key, message })));
  const manager = await managerIn(sent, errors);
  const team = await teamIn(sent, errors);
  if ('details' in read && errors.length === 0) {
    const joining = { ...read.details, team, manager: manager?.id ?? null };
    const entered = await enterPerson(db, joining, doing(sent, baseUrl));
    if ('id' in entered) return { redirect: `${administeredAddress(entered.id)}?done=added` };
    errors.push(...entered.problems.map(({ key, message }) => ({ field: key, message })));
  }
  return { page: addPersonPage({ teams: await listTeams(db), typed, errors, token }), status: 422 };
}

/** The manager that a form names; null: nobody. What is wrong is added to the errors. */
async function managerIn(
  { db, form }: Sent<Schema>,
  errors: FieldError[],
  field = 'manager',
): Promise<NamedPerson | null> {
  if (form.text(field).trim() === '') return null;
  const meant = await personMeant(db, form.text(field));
  if ('person' in meant) return meant.person;
  errors.push({ field, message: meant.problem });
  return null;
}

async function teamIn({ db, form }: Sent<Schema>, errors: FieldError[]): Promise<string | null> {
  const id = form.text('team');
  if (id === '') return null;
  if ((await listTeams(db)).some((team) => team.id === id)) return id;
  errors.push({ field: 'team', message: 'Choose a team that is there' });
  return null;
}

async function saveDetails(sent: Sent<Schema>, baseUrl: string): Promise<Answer> {
  const { db, form, now } = sent;
  const person = await personAt(sent);
  const typed = detailsIn(form);
  const read = readDetails(typed);
  const problems =
    'problems' in read
      ? read.problems
      : await changeDetails(db, person.id, read.details, doing(sent, baseUrl));
  if (problems.length > 0) {
    const errors = problems.map(({ key, message }) => ({ field: key, message }));
    return { page: await personPage(sent, person, typed, errors), status: 422 };
  }
  const email = 'details' in read ? read.details.email : null;
  if (person.email !== null && email !== person.email) {
    await handOverMail(db, {
      person: person.id,
      address: person.email,
      kind: 'address changed',
      subject: 'Your address in the directory is changed',
      body: `An administrator changed your e-mail address in the directory. It was ${person.email}.\n\nIf this is not right, tell an administrator.`,
      now,
    });
  }
  return { redirect: `${administeredAddress(person.id)}?done=details` };
}

async function moveToTeam(sent: Sent<Schema>, baseUrl: string): Promise<Answer> {
  const person = await stillHere(sent);
  const errors: FieldError[] = [];
  const team = await teamIn(sent, errors);
  if (errors.length > 0) return { page: await personPage(sent, person, {}, errors), status: 422 };
  if (team !== (person.team?.id ?? null)) await moveTeam(sent.db, person.id, team, doing(sent, baseUrl));
  return { redirect: `${administeredAddress(person.id)}?done=team` };
}

async function moveToManager(sent: Sent<Schema>, baseUrl: string): Promise<Answer> {
  const { db, form } = sent;
  const person = await stillHere(sent);
  const errors: FieldError[] = [];
  const manager = await managerIn(sent, errors);
  const typed = { manager: form.text('manager') };
  const move = { person: person.id, manager: manager?.id ?? null };
  if (errors.length === 0 && move.manager === (person.manager?.id ?? null)) {
    errors.push({ field: 'manager', message: 'Choose somebody else: they report to them already' });
  }
  const checked = isChecked(form) && errors.length === 0;
  const loop = checked ? (await changeManager(db, move, doing(sent, baseUrl)))?.loop : await loopOf(db, move);
  if (errors.length === 0 && loop !== undefined)
    errors.push({ field: 'manager', message: loopInWords(loop) });
  if (errors.length > 0) return { page: await personPage(sent, person, typed, errors), status: 422 };
  if (!checked) return { page: checkManager(sent, person, manager) };
  return { redirect: `${administeredAddress(person.id)}?done=manager` };
}

/** Why a change would close a loop, by the names in it. */
export function loopInWords(names: readonly string[]): string {
  const [first, ...others] = names;
  if (others.length === 1) return 'Choose somebody else: nobody reports to themselves';
  return `Choose somebody else: then ${first} would report to ${others.join(', who reports to ')}`;
}

async function letLeave(sent: Sent<Schema>, baseUrl: string): Promise<Answer> {
  const { db, form, now, token } = sent;
  const person = await stillHere(sent);
  const typed: LeavingTyped = { lastDay: form.text('lastDay'), reportsTo: form.text('reportsTo') };
  const errors: FieldError[] = [];
  const day = readDay(typed.lastDay);
  const lastDay = 'value' in day ? (day.value ?? '') : '';
  if (lastDay === '') errors.push({ field: 'lastDay', message: 'Choose the last day' });
  else if (lastDay > now.toISOString().slice(0, 10)) {
    errors.push({
      field: 'lastDay',
      message: 'Choose today or an earlier day: leaving takes effect at once',
    });
  }
  const reportsTo = await managerIn(sent, errors, 'reportsTo');
  if (reportsTo?.id === person.id) {
    errors.push({ field: 'reportsTo', message: 'Choose somebody else: this is who leaves' });
  }
  await lockPeople(db);
  if (await isLastAdministrator(db, person.id)) {
    errors.push({
      field: 'lastDay',
      message: 'Make somebody else administrator first: this is the last one',
    });
  }
  const leaving = { person: person.id, lastDay, reportsTo: reportsTo?.id ?? null };
  if (errors.length === 0 && isChecked(form)) {
    const refused = await leave(db, leaving, doing(sent, baseUrl));
    if (refused === undefined) return { redirect: `${administeredAddress(person.id)}?done=left` };
    errors.push({ field: 'reportsTo', message: loopInWords(refused.loop) });
  }
  if (errors.length > 0) return { page: leavingPage({ person, typed, errors, token }), status: 422 };
  const moves = await movesOnLeaving(db, leaving);
  return { page: checkLeaving(sent, person, typed, { moved: moves.length, reportsTo }) };
}
