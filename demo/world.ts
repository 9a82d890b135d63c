/** What the parts of the loader share: who is who in the database, and what happens when. */

import type { Executor } from '../src/db/schema.ts';
import { lookAs } from '../src/db/viewer.ts';
import { CairnError } from '../src/domain/errors.ts';
import type { PublishedEdition, PublishedFrameworks } from '../src/domain/published.ts';
import type { Calendar } from './calendar.ts';
import type { Demo } from './read.ts';
import type { Person } from './schema.ts';

/** Where links in mails would lead; no mail of the past is ever sent. */
export const BASE_URL = 'http://localhost';

/** Where the department sits, and whose clock its administration goes by. */
export const HOME = 'Europe/London';

/** Minute of the day at which its administration begins. */
export const MORNING = 8 * 60;

/** Something that somebody does in the world. */
export interface Happening {
  at: Date;
  /** Slug of whoever does it. */
  by: string;
  does(db: Executor, now: Date): Promise<void>;
}

/** The world as it comes into being. */
export class World {
  readonly demo: Demo;
  readonly calendar: Calendar;
  readonly published: PublishedFrameworks;
  /** The release that everything is tied to. */
  readonly edition: PublishedEdition;
  readonly #people: ReadonlyMap<string, Person>;
  readonly #ids = new Map<string, string>();
  readonly #teams = new Map<string, string>();

  /** The conversation that visitors go on with: slugs of both sides, and its id. */
  invitation: { person: string; manager: string; id: string } | undefined;

  constructor(demo: Demo, calendar: Calendar, published: PublishedFrameworks, framework: string) {
    const edition = published.find(framework);
    if (edition === undefined) throw new Error(`${framework} is not published`);
    this.demo = demo;
    this.calendar = calendar;
    this.published = published;
    this.edition = edition;
    this.#people = new Map(demo.people.map((person) => [person.slug, person]));
  }

  person(slug: string): Person {
    return known(this.#people.get(slug), slug);
  }

  /** Writes down who somebody is in the database. */
  enter(slug: string, id: string): void {
    this.#ids.set(slug, id);
  }

  /** The id of somebody who has been entered. */
  id(slug: string): string {
    return known(this.#ids.get(slug), slug);
  }

  /** Writes down which conversation nobody has submitted a view for. */
  invite({ person, manager }: { person: string; manager: string }, id: string): void {
    this.invitation = { person, manager, id };
  }

  enterTeam(name: string, id: string): void {
    this.#teams.set(name, id);
  }

  team(name: string): string {
    return known(this.#teams.get(name), name);
  }

  /** A minute of a day, where somebody is. */
  at(slug: string, day: string, minutes: number): Date {
    return this.calendar.at(day, minutes, this.person(slug).timeZone);
  }

  /** What an id in `speaksTo` names: an expectation, or one of its points. */
  tie(id: string): { framework: string; release: string; expectation: string; point?: string } {
    const { framework, version } = this.edition;
    const named = { framework: framework.id, release: version };
    const expectation = framework.expectations.find((one) => one.id === id);
    if (expectation !== undefined) return { ...named, expectation: id };
    const holder = framework.expectations.find(({ points }) => points.some((point) => point.id === id));
    return { ...named, expectation: known(holder, id).id, point: id };
  }

  /** The release as evidence keeps it. */
  get release(): { framework: string; version: string } {
    return { framework: this.edition.framework.id, version: this.edition.version };
  }
}

/** As "November 2026". Made once: it is asked for with everything that happens. */
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: HOME });

/**
 * Lets everything happen in its order, each as whoever does it and at its own time. Whoever was last looks on afterwards.
 *
 * @param db a transaction, of which nothing is kept where one of them fails
 * @param began told of each month in which something happens, as "November 2026"
 */
export async function live(
  db: Executor,
  world: World,
  happenings: readonly Happening[],
  began: (month: string) => void = () => {},
): Promise<void> {
  let last = '';
  for (const { at, by, does } of happenings.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const month = MONTH.format(at);
    if (month !== last) began(month);
    last = month;
    await lookAs(db, world.id(by));
    await does(db, at);
  }
}

/** Who reports to whom on a day, as far as the files say. */
export function managerOn({ manager, managerHistory = [] }: Person, day: string): string | undefined {
  return managerHistory.length === 0 ? manager : managerHistory.findLast(({ from }) => from <= day)?.manager;
}

/** Something that must be there, because the files agree with each other. */
export function known<T>(found: T | undefined, name: string): T {
  if (found !== undefined) return found;
  throw new CairnError(
    'unreadable',
    `The files of the demo do not agree: nobody and nothing is called "${name}".`,
    'Run: vitest run test/demo-content.test.ts test/demo-conversations.test.ts',
  );
}
