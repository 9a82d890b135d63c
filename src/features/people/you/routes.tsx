/** People's own page, and what they decide for themselves. */
import type { Schema } from '../../../db/schema.ts';
import { readDetail } from '../../../domain/person.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { type Answer, answerWith } from '../../../web/answer-with.ts';
import { nothingHere, type Sent, type Visit } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { askingOf } from '../asking.ts';
import { deputiesOf, findPerson, type PersonShown } from '../directory/person-queries.ts';
import { levelsOf } from '../level/queries.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { changeProfile, chooseFramework, leaveFramework, type Profile } from './actions.ts';
import { frameworksFor } from './applicability-words.ts';
import { standingOf } from './queries.ts';
import { asManagerPage } from './views/as-manager-page.tsx';
import { profilePage } from './views/profile-page.tsx';
import { youPage } from './views/you-page.tsx';

const OWN = { may: 'signed in', audit: 'own' } as const;

const DONE: Record<string, string> = {
  profile: 'Your profile is saved.',
  chosen: 'You use that framework now. Your line manager sees that you chose it.',
  left: 'You use that framework no more.',
};

export function addYou(parts: PeopleRoom): void {
  const { doors, room } = parts;
  doors.get('/you', OWN, async (visit) => showYou(visit, await room.published()));
  doors.get('/you/profile', OWN, async ({ db, viewer, token }) => {
    const { pronouns, site, timeZone } = await ownRow(db, viewer.person);
    const typed = { pronouns: pronouns ?? '', site: site ?? '', timeZone: timeZone ?? '' };
    return { page: profilePage({ viewer, typed, errors: [], token }) };
  });
  doors.post('/you/profile', OWN, saveProfile);
  doors.post('/you/frameworks', OWN, async (sent) => choose(sent, await room.published()));
  doors.post('/you/frameworks/withdrawals', OWN, async ({ db, viewer, form, now }) => {
    await leaveFramework(db, { person: viewer.person, now }, form.text('framework'));
    return { redirect: '/you?done=left' };
  });
  addAsManager(parts);
}

async function ownRow(db: Visit<Schema>['db'], id: string): Promise<PersonShown> {
  const person = await findPerson(db, id);
  if (person === undefined) throw nothingHere();
  return person;
}

async function showYou(
  { c, db, viewer, now, token }: Visit<Schema>,
  published: PublishedFrameworks,
): Promise<Answer> {
  const person = await ownRow(db, viewer.person);
  const levels = await levelsOf(db, viewer.person);
  const managers = [viewer.person, ...(person.manager === null ? [] : [person.manager.id])];
  const deputies = await deputiesOf(db, managers, now.toISOString().slice(0, 10));
  const standing = await standingOf(db, viewer.person, now);
  const frameworks = frameworksFor(published.newest(), person, standing);
  const done = DONE[c.req.query('done') ?? ''];
  return {
    page: youPage({
      viewer,
      person,
      levels,
      deputies,
      frameworks,
      standing,
      published,
      token,
      ...(done === undefined ? {} : { done }),
    }),
  };
}

async function saveProfile({ db, viewer, form, now, token }: Sent<Schema>): Promise<Answer> {
  const typed = { pronouns: form.text('pronouns'), site: form.text('site'), timeZone: form.text('timeZone') };
  const errors: FieldError[] = [];
  const profile: Profile = { pronouns: null, site: null, timeZone: null };
  for (const key of ['pronouns', 'site', 'timeZone'] as const) {
    const read = readDetail(key, typed[key]);
    if ('problem' in read) errors.push({ field: key, message: read.problem });
    else profile[key] = read.value;
  }
  if (errors.length > 0) return { page: profilePage({ viewer, typed, errors, token }), status: 422 };
  await changeProfile(db, { person: viewer.person, now }, profile);
  return { redirect: '/you?done=profile' };
}

async function choose(
  { db, viewer, form, now }: Sent<Schema>,
  published: PublishedFrameworks,
): Promise<Answer> {
  const id = form.text('framework');
  const person = await ownRow(db, viewer.person);
  const standing = await standingOf(db, viewer.person, now);
  const one = frameworksFor(published.newest(), person, standing).find(
    ({ edition }) => edition.framework.id === id,
  );
  if (one === undefined || !one.applies.mayChoose) throw nothingHere();
  await chooseFramework(db, { person: viewer.person, now }, id);
  return { redirect: '/you?done=chosen' };
}

/** Later features show their part in transactions of their own, so this page is made outside of one. */
function addAsManager({ doors, room, records }: PeopleRoom): void {
  doors.outside('GET', '/you/as-manager', OWN, async (c, viewer) => {
    if (viewer === undefined) throw nothingHere();
    const asking = askingOf(room, viewer);
    const published = await room.published();
    const own = await asking.asThem(async (db) => {
      const person = await ownRow(db, viewer.person);
      const managers = person.manager === null ? [] : [person.manager.id];
      const deputies = await deputiesOf(db, managers, asking.now.toISOString().slice(0, 10));
      const levels = await levelsOf(db, viewer.person);
      const { chosen } = await standingOf(db, viewer.person, asking.now);
      return { person, deputies, levels, chosen };
    });
    const shown = [];
    for (const record of records) {
      const part = await record.asManager?.(asking);
      if (part !== undefined) shown.push({ title: record.title, shown: part });
    }
    const page = asManagerPage({ viewer, ...own, published, parts: shown });
    return answerWith(c, room.site, { page }, viewer);
  });
}
