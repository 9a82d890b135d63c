/** What changed about people since Cairn came: joining, moving, levels, roles, deputies, leaving. */
import type { Executor } from '../src/db/schema.ts';
import {
  changeManager,
  enterPerson,
  giveRole,
  leave,
  moveTeam,
  nameDeputy,
  setLevel,
} from '../src/features/people/index.ts';
import { setRhythm } from '../src/features/plan/index.ts';
import { later } from './calendar.ts';
import type { Person } from './schema.ts';
import { BASE_URL, type Happening, MORNING, managerOn, type World } from './world.ts';

/** How often everybody is to have a talk. */
const MONTHS = 3;

/** Everything that changed about people since. */
export function changesOfPeople(world: World, begin: string): Happening[] {
  const [administrator] = world.demo.people.filter((person) => person.administrator);
  if (administrator === undefined) throw new Error('the demo has no administrator');
  const by = administrator.slug;
  const rhythm: Happening = {
    at: world.at(by, begin, MORNING + 90),
    by,
    does: (db, now) => setRhythm(db, { person: world.id(by), now }, MONTHS),
  };
  const changes = world.demo.people.flatMap((person) => [
    ...arrival(world, person, begin, by),
    ...moves(world, person, begin, by),
    ...levels(world, person, begin, by),
    ...roles(world, person, begin, by),
    ...deputies(world, person, begin),
    ...leaving(world, person, by),
  ]);
  return [rhythm, ...changes];
}

/** Somebody new is entered some days before they come. */
function arrival(world: World, person: Person, begin: string, by: string): Happening[] {
  const { slug, joined, team, teamHistory = [{ team, from: joined }] } = person;
  if (joined <= begin) return [];
  return [
    {
      at: world.at(by, later(joined, -4), MORNING),
      by,
      does: async (db, now) => {
        const manager = managerOn(person, joined);
        const done = await enterPerson(
          db,
          {
            name: person.name,
            email: person.email,
            staffNumber: person.staffNumber,
            pronouns: person.pronouns ?? null,
            site: person.site,
            timeZone: person.timeZone,
            joinedOn: world.calendar.day(joined),
            team: world.team(teamHistory[0]?.team ?? team),
            manager: manager === undefined ? null : world.id(manager),
          },
          { by: world.id(by), now, baseUrl: BASE_URL },
        );
        if ('problems' in done) throw new Error(`${person.name} was not entered`);
        world.enter(slug, done.id);
      },
    },
  ];
}

function moves(world: World, person: Person, begin: string, by: string): Happening[] {
  const { slug, joined, managerHistory = [], teamHistory = [] } = person;
  const since = joined > begin ? joined : begin;
  const doing = (now: Date) => ({ by: world.id(by), now, baseUrl: BASE_URL });
  return [
    ...managerHistory
      .filter(({ from }) => from > since)
      .map(({ manager, from }) => ({
        at: world.at(by, from, MORNING),
        by,
        does: async (db: Executor, now: Date) => {
          await changeManager(db, { person: world.id(slug), manager: world.id(manager) }, doing(now));
        },
      })),
    ...teamHistory
      .filter(({ from }) => from > since)
      .map(({ team, from }) => ({
        at: world.at(by, from, MORNING + 2),
        by,
        does: (db: Executor, now: Date) => moveTeam(db, world.id(slug), world.team(team), doing(now)),
      })),
  ];
}

/** A level is set by the line manager of that day. */
function levels(world: World, person: Person, begin: string, administrator: string): Happening[] {
  return person.levelHistory
    .filter(({ from }) => from > begin)
    .map(({ level, from }) => {
      const by = managerOn(person, from) ?? administrator;
      return {
        at: world.at(by, from, MORNING + 30),
        by,
        does: async (db, now) => {
          const { framework, version: releaseVersion } = world.release;
          const decided = await setLevel(db, {
            person: world.id(person.slug),
            framework,
            level,
            releaseVersion,
            since: world.calendar.day(from),
            by: world.id(by),
            now,
          });
          if (decided.kind === 'refused') throw new Error(`${person.name}: ${decided.reason}`);
        },
      };
    });
}

function roles(world: World, person: Person, begin: string, by: string): Happening[] {
  const { slug, headOf, stewardOf } = person;
  const at = world.at(by, begin, MORNING + 60);
  const give = (role: Omit<Parameters<typeof giveRole>[1], 'person'>): Happening => ({
    at,
    by,
    does: (db, now) => giveRole(db, { ...role, person: world.id(slug) }, { by: world.id(by), now }),
  });
  return [
    ...(headOf === undefined ? [] : [give({ kind: 'heads' })]),
    ...(stewardOf === undefined ? [] : [give({ kind: 'stewards', framework: stewardOf })]),
  ];
}

/** A deputy is named some days before, and what is planned when the world ends stays a plan. */
function deputies(world: World, { slug, deputies: spans = [] }: Person, begin: string): Happening[] {
  const { calendar, demo } = world;
  return spans.map(({ person, from, until }) => {
    const planned = from > demo.today;
    const named = [later(from, -9), later(demo.today, -3)].toSorted()[0] ?? begin;
    return {
      at: world.at(slug, named > begin ? named : begin, 11 * 60),
      by: slug,
      does: (db, now) => {
        const firstDay = planned ? calendar.dayAhead(from) : calendar.day(from);
        const span = { deputy: world.id(person), firstDay, lastDay: calendar.dayAhead(until) };
        return nameDeputy(db, { person: world.id(slug), now }, span);
      },
    };
  });
}

function leaving(world: World, { slug, left }: Person, by: string): Happening[] {
  if (left === undefined) return [];
  return [
    {
      at: world.at(by, left, 17 * 60 + 30),
      by,
      does: async (db, now) => {
        const going = { person: world.id(slug), lastDay: world.calendar.day(left), reportsTo: null };
        await leave(db, going, { by: world.id(by), now, baseUrl: BASE_URL });
      },
    },
  ];
}
