/** The directory. Everybody who is signed in may read names, teams and the reporting line; levels only those for whom
 * the database has them, and that is written down for their holder. */
import { recordEvent } from '../../../db/events.ts';
import type { Schema } from '../../../db/schema.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { nothingHere, type Visit } from '../../../web/doors.ts';
import { isUuid } from '../ids.ts';
import { levelsOf } from '../level/queries.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { peopleLike } from '../person-meant.ts';
import { deputiesOf, findPerson } from './person-queries.ts';
import {
  type DirectoryFilter,
  filterChoices,
  type LinePerson,
  lineAbove,
  listPeople,
  reportsOf,
  withoutManager,
} from './queries.ts';
import { directoryPage } from './views/directory-page.tsx';
import { type Branch, linePage } from './views/line-page.tsx';
import type { DirectoryShown } from './views/people-found.tsx';
import { personPage } from './views/person-page.tsx';

/** How many people a page of the directory lists, and a branch of the line. */
const ON_A_PAGE = 50;
const IN_A_BRANCH = 100;

const EVERYBODY = { may: 'signed in', audit: 'directory' } as const;

const DONE: Record<string, string> = {
  level: 'The level is set, and they were told.',
};

export function addDirectory({ doors, room, settings }: PeopleRoom): void {
  doors.get('/people', EVERYBODY, async ({ c, db }) => {
    const shown = await directoryShown(db, filterIn(c.req.query()));
    return { page: directoryPage(shown, settings.known?.organisation ?? null) };
  });
  doors.api('GET', '/api/people', EVERYBODY, async ({ c, db }) => ({
    data: { people: await peopleLike(db, (c.req.query('q') ?? '').slice(0, 100)) },
  }));
  doors.get('/people/line', EVERYBODY, showLine);
  doors.get('/people/:id', { may: 'signed in', audit: 'logged' }, async (visit) =>
    showPerson(visit, await room.published()),
  );
}

/** What the address asks of a list of people. */
export function filterIn(query: Record<string, string>): DirectoryFilter {
  const { q = '', team, site, who, after } = query;
  return {
    typed: q.trim().slice(0, 100),
    team: isUuid(team) ? team : undefined,
    site: site === '' ? undefined : site,
    left: who === 'left',
    after: isUuid(after) ? after : undefined,
  };
}

export async function directoryShown(
  db: Visit<Schema>['db'],
  filter: DirectoryFilter,
): Promise<DirectoryShown> {
  const choices = await filterChoices(db);
  const { people, next } = cut(await listPeople(db, filter, ON_A_PAGE), ON_A_PAGE);
  return { people, filter, choices, ...(next === undefined ? {} : { next }) };
}

/** A page of a list of which one more was asked for than the page takes. */
function cut<P extends { id: string }>(found: readonly P[], limit: number): { people: P[]; next?: string } {
  const people = found.slice(0, limit);
  const next = found.length > limit ? people.at(-1)?.id : undefined;
  return { people, ...(next === undefined ? {} : { next }) };
}

async function showLine({ c, db, viewer }: Visit<Schema>): Promise<Answer> {
  const { at = viewer.person, tops, below } = c.req.query();
  if (!isUuid(at)) throw nothingHere();
  const above = await lineAbove(db, at);
  const manager = above.at(-2)?.id;
  const branch = (people: LinePerson[]): Branch => cut(people, IN_A_BRANCH);
  const besideThem = manager === undefined ? [] : await reportsOf(db, manager, undefined, IN_A_BRANCH);
  const belowThem = above.length === 0 ? [] : await reportsOf(db, at, idOrNone(below), IN_A_BRANCH);
  const atTheTop = await withoutManager(db, idOrNone(tops), IN_A_BRANCH);
  return {
    page: linePage({
      above,
      beside: branch(besideThem),
      below: branch(belowThem),
      tops: branch(atTheTop),
      viewer: viewer.person,
    }),
  };
}

function idOrNone(id: string | undefined): string | undefined {
  return isUuid(id) ? id : undefined;
}

async function showPerson(
  { c, db, viewer, now }: Visit<Schema>,
  published: Parameters<typeof personPage>[0]['published'],
): Promise<Answer> {
  const id = c.req.param('id');
  const person = isUuid(id) ? await findPerson(db, id) : undefined;
  if (person === undefined) throw nothingHere();
  const levels = await levelsOf(db, person.id);
  const deputies = await deputiesOf(db, [person.id], now.toISOString().slice(0, 10));
  if (levels.length > 0 && person.id !== viewer.person) {
    const subject = `person:${person.id}`;
    await recordEvent(db, {
      at: now,
      actor: viewer.person,
      verb: 'level.opened',
      subject,
      kind: 'record',
      about: person.id,
    });
  }
  const done = DONE[c.req.query('done') ?? ''];
  return {
    page: personPage({
      person,
      levels,
      deputies,
      published,
      viewer,
      now,
      ...(done === undefined ? {} : { done }),
    }),
  };
}
