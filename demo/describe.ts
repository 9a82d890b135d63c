/** Says who is who, for the page on which visitors choose whom to be. */
import { sql } from 'kysely';
import { newId } from '../src/db/ids.ts';
import type { Executor } from '../src/db/schema.ts';
import type { CastMember, DemoWorld, Figure } from '../src/features/demo/index.ts';
import { generatedId } from './generated.ts';
import type { Demo } from './read.ts';
import type { Person } from './schema.ts';
import type { World } from './world.ts';

type Role = Demo['cast'][number]['role'];

/** Where each begins who is nobody's own page. */
const BEGINS: Record<Role, string> = {
  engineer: '/my-path',
  'line manager': '/team',
  deputy: '/team',
  colleague: '/confirmations',
  'hiring manager': '/frameworks/operations',
  'head of operations': '/head',
  'head of a part': '/head',
  steward: '/stewards',
  'panel member': '/my-path',
  administrator: '/administration',
  newcomer: '/my-path',
};

/** The invented world, once everything in it has happened. */
export function describeWorld(world: World): DemoWorld {
  const { demo, calendar } = world;
  const cast = demo.cast.map(({ person, role, try: toTry }): CastMember => {
    const figure = figureOf(world, world.person(person));
    return { ...figure, role, try: calendar.words(toTry), begin: BEGINS[role] };
  });
  const there = demo.people.filter(({ left }) => left === undefined);
  const others = there.map((person) => figureOf(world, person));
  return {
    organisation: demo.organisation.name,
    summary: demo.organisation.summary,
    people: demo.people.length,
    until: calendar.day(demo.today),
    cast,
    ...invitationTo(world),
    others: others.filter(({ person }) => !cast.some((member) => member.person === person)),
  };
}

function invitationTo(world: World): Pick<DemoWorld, 'invitation'> {
  const { invitation } = world;
  if (invitation === undefined) return {};
  const { person, manager, id } = invitation;
  const figure = (slug: string) => figureOf(world, world.person(slug));
  return {
    invitation: { person: figure(person), manager: figure(manager), address: `/conversations/${id}` },
  };
}

/** A generated world: its head, one of each kind below, and everybody else found in the directory. */
export async function describeMade(db: Executor, world: World, now: Date): Promise<DemoWorld> {
  const { rows } = await sql<{ id: string; name: string; level: string; team: string; site: string }>`
    select person.id, person.name, level_held.level_id as level, coalesce(team.name, '') as team, person.site
    from person
    join level_held on level_held.person_id = person.id
    left join team_member on team_member.person_id = person.id
    left join team on team.id = team_member.team_id
    where person.id = any(${[1, 2, 10].map(generatedId)})
    order by person.id
  `.execute(db);
  const [head, manager, engineer] = rows.map(({ id, name, level, team, site }) => ({
    person: id,
    name,
    place: placeOf(world, level, team, site),
  }));
  const counted = await sql<{ people: number }>`select count(*)::int as people from person`.execute(db);
  await giveRoles(db, generatedId(1), now);
  const members: [Figure | undefined, Role, string][] = [
    [engineer, 'engineer', 'Look through the notes of a generated engineer.'],
    [manager, 'line manager', 'Read what your reports share with you.'],
    [head, 'head of operations', 'See the department as a whole. You administer it, too.'],
  ];
  return {
    organisation: `${world.demo.organisation.name}, generated`,
    summary:
      'A large organisation, made by the database to see how quick Cairn is. Its notes are not for reading.',
    people: counted.rows[0]?.people ?? 0,
    until: world.calendar.day(world.demo.today),
    cast: members.flatMap(([figure, role, toTry]) =>
      figure === undefined ? [] : [{ ...figure, role, try: toTry, begin: BEGINS[role] }],
    ),
    others: [],
  };
}

async function giveRoles(db: Executor, person: string, now: Date): Promise<void> {
  const role = { person_id: person, since: now, until: null };
  await db
    .insertInto('administrator')
    .values({ ...role, id: newId() })
    .execute();
  await db
    .insertInto('headship')
    .values({ ...role, id: newId(), root_id: person })
    .execute();
}

function figureOf(world: World, { slug, name, level, team, site }: Person): Figure {
  return { person: world.id(slug), name, place: placeOf(world, level, team, site) };
}

function placeOf(world: World, level: string, team: string, site: string): string {
  const named = world.edition.framework.levels.find(({ id }) => id === level)?.name;
  return [named, team, site].filter((part) => part !== undefined && part !== '').join(', ');
}
