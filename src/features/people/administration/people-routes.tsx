/** People as administrators enter and change them. */
import type { Schema } from '../../../db/schema.ts';
import { readDetails } from '../../../domain/person.ts';
import { handOverMail } from '../../../mail/hand-over.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Sent } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { directoryShown, filterIn } from '../directory/routes.tsx';
import type { PeopleRoom } from '../people-deps.ts';
import { changeDetails, enterPerson, moveTeam } from './actions.ts';
import { DONE, doing, managerIn, personAt, personPage, stillHere } from './administered.tsx';
import { listTeams } from './queries.ts';
import { addPersonPage, PEOPLE } from './views/add-person-page.tsx';
import { detailsIn, NOTHING_TYPED } from './views/details-fields.tsx';
import { peoplePage } from './views/people-page.tsx';
import { administeredAddress } from './views/person-page.tsx';

const ADMINISTRATORS = { may: 'administrator', audit: 'settings' } as const;

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
