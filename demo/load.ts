/** Fills an empty database with the demo, in one transaction: afterwards it is a demo, or as empty as before. */
import { sql } from 'kysely';
import type { Database } from '../src/db/connect.ts';
import type { Executor } from '../src/db/schema.ts';
import { inTransaction } from '../src/db/transaction.ts';
import type { PublishedFrameworks } from '../src/domain/published.ts';
import { CatalogueKeeper, publishedIn, publishShipped, SHIPPED } from '../src/features/framework/index.ts';
import { Calendar } from './calendar.ts';
import { happeningsOfOffers, happeningsOfQuestions } from './colleagues.ts';
import { happeningsOfConversations } from './conversations.ts';
import { describeMade, describeWorld } from './describe.ts';
import { frameworkFiles } from './framework-files.ts';
import { generateWorld } from './generated.ts';
import { describeDemo, markAsDemo, requireEmpty } from './mark.ts';
import { happeningsOfNotes } from './notes.ts';
import { changesOfPeople } from './people-changes.ts';
import { enterThoseThere } from './people-there.ts';
import { happeningsOfPlans } from './plans.ts';
import { readDemo } from './read.ts';
import { HOME, live, MORNING, World } from './world.ts';

/** The day on which Cairn came, a Monday. */
const BEGIN = '2024-11-18';

/** Notes of each person of a generated world. */
const NOTES_EACH = 20;

/** How many people are invented one by one. Other numbers of people are generated. */
export const INVENTED = 30;

export interface Making {
  people: number;
  now: Date;
  progress(line: string): void;
}

/** @throws CairnError `refused` where the database is not empty */
export async function makeDemo(database: Database, making: Making): Promise<void> {
  const { people, now } = making;
  await requireEmpty(database.owner);
  const demo = readDemo();
  const calendar = new Calendar(demo.today, now);
  const came = calendar.at(BEGIN, MORNING, HOME);
  const published = await publish(database, came);
  const filled = people === INVENTED ? invent : generate;
  await inTransaction(database.owner, async (db) => {
    await markAsDemo(db, now);
    const world = new World(demo, calendar, published, SHIPPED);
    const described = await filled(db, world, making);
    await openAccounts(db, now);
    // What was written to people in the past is read by nobody any more.
    await sql`delete from mail`.execute(db);
    await describeDemo(db, described, now);
  });
  await database.afterImport();
}

/** Publishes the framework as it was published when Cairn came, where there is none. */
async function publish({ db }: Database, came: Date): Promise<PublishedFrameworks> {
  await publishShipped(db, frameworkFiles(), came);
  return publishedIn(await new CatalogueKeeper(db).current());
}

async function invent(db: Executor, world: World, { progress }: Making) {
  await enterThoseThere(db, world, BEGIN);
  const happenings = [
    ...changesOfPeople(world, BEGIN),
    ...happeningsOfNotes(world),
    ...happeningsOfOffers(world),
    ...happeningsOfQuestions(world),
    ...happeningsOfPlans(world),
    ...happeningsOfConversations(world),
  ];
  await live(db, world, happenings, (day) => progress(`The demo comes to ${day}`));
  await asOwner(db);
  return describeWorld(world);
}

async function generate(db: Executor, world: World, { people, now, progress }: Making) {
  const { framework, version } = world.edition;
  const levels = framework.levels.map(({ id }) => ({
    id,
    expectations: framework.expectations.filter((one) => one.level === id).map((one) => one.id),
  }));
  const size = { people, notes: NOTES_EACH, framework: framework.id, release: version, levels };
  await generateWorld(db, size, progress);
  return describeMade(db, world, now);
}

/** Back from whoever looked last. */
async function asOwner(db: Executor): Promise<void> {
  await sql`select set_config('role', 'none', true), set_config('cairn.viewer', '', true)`.execute(db);
}

/** Lets everybody in who is there. Nobody has a password. */
async function openAccounts(db: Executor, now: Date): Promise<void> {
  await sql`
    insert into account (id, person_id, name, email, email_verified, two_factor_enabled, created_at, updated_at)
    select gen_random_uuid(), id, name, email, true, false, ${now}, ${now}
    from person
    where left_on is null and not exists (select from account where account.person_id = person.id)
  `.execute(db);
}
