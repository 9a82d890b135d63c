/** What the forms about one person have in common: whom they are about, and the page that they return to. */
import type { Schema } from '../../../db/schema.ts';
import { nothingHere, type Sent, type Visit } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { findPerson, type PersonShown } from '../directory/person-queries.ts';
import { isUuid } from '../ids.ts';
import { asTyped, type NamedPerson, personMeant } from '../person-meant.ts';
import type { Doing } from './actions.ts';
import { historyOf, listTeams } from './queries.ts';
import type { JoiningTyped } from './views/add-person-page.tsx';
import { administeredPage } from './views/person-page.tsx';

/** What was done, as the page that follows says it. */
export const DONE: Record<string, string> = {
  added: 'They are in the directory. Invite them, so that they can sign in.',
  details: 'It is saved.',
  team: 'They are in that team from this moment.',
  manager: 'Their line manager is changed from this moment, and they were told.',
  left: 'They have left. From this moment they cannot sign in, and nobody reads what they shared.',
  returned: 'They are back. Say who they report to, and which team they are in.',
};

export function doing({ viewer, now }: Sent<Schema>, baseUrl: string): Doing {
  return { by: viewer.person, now, baseUrl };
}

export async function personAt({ c, db }: Visit<Schema>): Promise<PersonShown> {
  const id = c.req.param('id');
  const person = isUuid(id) ? await findPerson(db, id) : undefined;
  if (person === undefined) throw nothingHere();
  return person;
}

export async function stillHere(visit: Visit<Schema>): Promise<PersonShown> {
  const person = await personAt(visit);
  if (person.leftOn !== null) throw nothingHere();
  return person;
}

export async function personPage(
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

/** The manager that a form names; null: nobody. What is wrong is added to the errors. */
export async function managerIn(
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
