/** Being erased: previewed, then done by the person themselves or, at their wish, by an administrator. */
import { sql } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import { type Answer, answerWith } from '../../../web/answer-with.ts';
import { nothingHere, type Sent, type Visit } from '../../../web/doors.ts';
import { answerUncached } from '../../../web/errors.tsx';
import type { FieldError } from '../../../web/form.tsx';
import { formToken } from '../../../web/form-guard.ts';
import type { Viewer } from '../../../web/session.ts';
import { askingOf } from '../asking.ts';
import { findPerson, type PersonShown } from '../directory/person-queries.ts';
import { isUuid } from '../ids.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { standingOf } from '../you/queries.ts';
import { erasePerson, takeBackWish, wishErasure } from './erase.ts';
import type { ErasurePreview } from './personal-record.ts';
import { ERASURE, erasedPage, erasurePage, TYPED_TO_ERASE } from './views/erasure-page.tsx';
import { ERASURES, erasurePageOf, erasuresPage, type Wish } from './views/erasures-page.tsx';

const OWN = { may: 'signed in', audit: 'own' } as const;
const ADMINISTRATORS = { may: 'administrator', audit: 'settings' } as const;
const ERASED = '/erased';

const DONE: Record<string, string> = {
  wished: 'An administrator sees that you wish to be erased.',
  kept: 'You took it back. Nothing of yours was erased.',
  erased: 'They are erased.',
};

/** Why a form to be erased came back. */
const PROBLEMS: Record<string, string> = {
  words: `Type “${TYPED_TO_ERASE}”, so that nobody is erased by a slip`,
  last: 'Make somebody else administrator first: you are the last one, and nobody could look after the rest',
};

export function addErasure(parts: PeopleRoom): void {
  const { doors, room, erased } = parts;
  doors.outside('GET', ERASURE, OWN, async (c, viewer) => {
    if (viewer === undefined) throw nothingHere();
    const problem = PROBLEMS[c.req.query('problem') ?? ''];
    const errors = problem === undefined ? [] : [{ field: 'words', message: problem }];
    const page = await preview(parts, viewer, errors, DONE[c.req.query('done') ?? '']);
    return answerWith(c, room.site, { page, ...(problem === undefined ? {} : { status: 422 }) }, viewer);
  });
  doors.post(ERASURE, OWN, (sent) => eraseMe(sent, erased));
  doors.post(`${ERASURE}/wish`, OWN, async ({ db, viewer, now }) => {
    await wishErasure(db, viewer.person, now);
    return { redirect: `${ERASURE}?done=wished` };
  });
  doors.post(`${ERASURE}/withdrawal`, OWN, async ({ db, viewer }) => {
    await takeBackWish(db, viewer.person);
    return { redirect: `${ERASURE}?done=kept` };
  });
  doors.outside('GET', ERASED, { may: 'everybody', audit: 'nothing personal' }, (c) =>
    answerUncached(c, room.site, erasedPage(), 200),
  );
  addAdministrators(parts);
}

/** Each feature says in a transaction of its own what would go and stay. */
async function preview(
  { room, records }: PeopleRoom,
  viewer: Viewer,
  errors: readonly FieldError[],
  done: string | undefined,
) {
  const asking = askingOf(room, viewer);
  const previews: ErasurePreview[] = [];
  for (const record of records) previews.push(await record.erasure(asking));
  const { wishesErasure: wishes } = await asking.asThem((db) => standingOf(db, viewer.person, asking.now));
  return erasurePage({
    viewer,
    previews,
    wishes,
    errors,
    typed: '',
    token: formToken(viewer.secret),
    done,
  });
}

async function eraseMe(
  { db, form, viewer, now }: Sent<Schema>,
  erased: () => Promise<void>,
): Promise<Answer> {
  if (form.text('words').trim().toLowerCase() !== TYPED_TO_ERASE)
    return { redirect: `${ERASURE}?problem=words` };
  const done = await erasePerson(db, { person: viewer.person, by: viewer.person, now });
  return done ? { redirect: ERASED, after: erased } : { redirect: `${ERASURE}?problem=last` };
}

function addAdministrators({ doors, erased }: PeopleRoom): void {
  doors.get(ERASURES, ADMINISTRATORS, async ({ c, db }) => ({
    page: erasuresPage(await wishes(db), DONE[c.req.query('done') ?? '']),
  }));
  doors.get(`${ERASURES}/:id`, ADMINISTRATORS, async (visit) => {
    const person = await personToErase(visit);
    return { page: erasurePageOf({ person, errors: [], typed: '', token: visit.token }) };
  });
  doors.post(`${ERASURES}/:id`, ADMINISTRATORS, (sent) => eraseThem(sent, erased));
}

async function wishes(db: Visit<Schema>['db']): Promise<Wish[]> {
  const { rows } = await sql<Wish>`
    select json_build_object('id', person.id, 'name', person.name) as person, wish.wished_at as "wishedAt"
    from erasure_wish wish
    join person on person.id = wish.person_id
    order by wish.wished_at
  `.execute(db);
  return rows;
}

/** Whoever asked for it, or has left. */
async function personToErase({ c, db }: Visit<Schema>): Promise<PersonShown> {
  const id = c.req.param('id');
  const person = isUuid(id) ? await findPerson(db, id) : undefined;
  if (person === undefined) throw nothingHere();
  const wished = (await wishes(db)).some((wish) => wish.person.id === person.id);
  if (!wished && person.leftOn === null) throw nothingHere();
  return person;
}

async function eraseThem(sent: Sent<Schema>, erased: () => Promise<void>): Promise<Answer> {
  const { db, form, viewer, now, token } = sent;
  const person = await personToErase(sent);
  const typed = form.text('name');
  const refused = (message: string): Answer => {
    const errors = [{ field: 'name', message }];
    return { page: erasurePageOf({ person, errors, typed, token }), status: 422 };
  };
  if (typed.trim() !== person.name.trim()) {
    return refused('Type the name as it stands there, so that nobody is erased by a slip');
  }
  const done = await erasePerson(db, { person: person.id, by: viewer.person, now });
  if (done) return { redirect: `${ERASURES}?done=erased`, after: erased };
  return refused('Make somebody else administrator first: this is the last one');
}
