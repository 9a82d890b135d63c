/** Who somebody reports to, leaving, and coming back. Each says first who may read what from then on. */
import type { Schema } from '../../../db/schema.ts';
import { readDay } from '../../../domain/person.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { nothingHere, type Sent } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { findPerson } from '../directory/person-queries.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { lockPeople } from '../people-lock.ts';
import { asTyped } from '../person-meant.ts';
import { isChecked } from '../views/check-page.tsx';
import { changeManager, loopOf } from './actions.ts';
import { doing, managerIn, personAt, personPage, stillHere } from './administered.tsx';
import { checkLeaving, checkManager } from './checks.tsx';
import { comeBack, leave, movesOnLeaving } from './leave.ts';
import { isLastAdministrator } from './queries.ts';
import { PEOPLE } from './views/add-person-page.tsx';
import { type LeavingTyped, leavingPage } from './views/leaving-page.tsx';
import { administeredAddress } from './views/person-page.tsx';

const ADMINISTRATORS = { may: 'administrator', audit: 'settings' } as const;

export function addLine({ doors, room }: PeopleRoom): void {
  const { baseUrl } = room.site;
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
