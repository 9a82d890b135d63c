/** Those who were there when Cairn came. */
import { newId } from '../src/db/ids.ts';
import type { Executor } from '../src/db/schema.ts';
import type { Person } from './schema.ts';
import { HOME, MORNING, type World } from './world.ts';

/**
 * Enters everybody who was there on the day on which Cairn came, with their history of before: no action writes that.
 *
 * @param db as whoever owns the tables
 * @param begin that day, as it would stand in the files
 */
export async function enterThoseThere(db: Executor, world: World, begin: string): Promise<void> {
  const { demo, calendar } = world;
  const now = calendar.at(begin, MORNING, HOME);
  for (const { name } of demo.teams) {
    world.enterTeam(name, newId());
    await db
      .insertInto('team')
      .values({ id: world.team(name), name, created_at: now })
      .execute();
  }
  const there = demo.people.filter(({ joined }) => joined <= begin);
  for (const { slug } of there) world.enter(slug, newId());
  for (const person of there) await enterOne(db, world, person, now);
  for (const person of there) await enterHistory(db, world, person, begin);
  for (const { slug, administrator } of there) {
    if (administrator !== true) continue;
    const row = { id: newId(), person_id: world.id(slug), since: now, until: null };
    await db.insertInto('administrator').values(row).execute();
  }
}

async function enterOne(db: Executor, world: World, person: Person, now: Date): Promise<void> {
  const id = world.id(person.slug);
  await db
    .insertInto('person')
    .values({
      id,
      name: person.name,
      pronouns: person.pronouns ?? null,
      email: person.email,
      site: person.site,
      time_zone: person.timeZone,
      joined_on: world.calendar.day(person.joined),
      left_on: null,
      created_at: now,
    })
    .execute();
  await db.insertInto('staff_number').values({ person_id: id, number: person.staffNumber }).execute();
}

/** Managers, teams and levels up to the day on which Cairn came; what began later is changed later. */
async function enterHistory(db: Executor, world: World, person: Person, begin: string): Promise<void> {
  const { slug, joined, team, manager, levelHistory } = person;
  const person_id = world.id(slug);
  const instant = (day: string) => world.calendar.at(day, MORNING, HOME);
  const managers = person.managerHistory ?? [{ manager, from: joined }];
  for (const { manager: above, from, until } of upTo(begin, managers)) {
    const manager_id = above === undefined ? null : world.id(above);
    const span = { since: instant(from), until: until === undefined ? null : instant(until) };
    await db
      .insertInto('reporting_line')
      .values({ person_id, manager_id, ...span })
      .execute();
  }
  for (const step of upTo(begin, person.teamHistory ?? [{ team, from: joined }])) {
    const span = { since: instant(step.from), until: step.until === undefined ? null : instant(step.until) };
    await db
      .insertInto('team_member')
      .values({ person_id, team_id: world.team(step.team), ...span })
      .execute();
  }
  const { framework: framework_id, version: release_version } = world.release;
  for (const { level: level_id, from, until } of upTo(begin, levelHistory)) {
    const since = world.calendar.day(from);
    const held = { person_id, framework_id, level_id, release_version, since };
    await db
      .insertInto('level_held')
      .values({
        ...held,
        id: newId(),
        until: until === undefined ? null : world.calendar.day(until),
        set_by: null,
        set_at: instant(begin),
      })
      .execute();
  }
}

/** The steps that began up to a day, each with the day on which the next one did. */
function upTo<T extends { from: string }>(day: string, steps: readonly T[]): (T & { until?: string })[] {
  const begun = steps.filter(({ from }) => from <= day);
  return begun.map((step, index) => {
    const next = begun[index + 1];
    return next === undefined ? step : { ...step, until: next.from };
  });
}
