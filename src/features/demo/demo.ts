/** That this installation is a demo: a row which the loader of the demo writes into a database that holds nobody. */
import { z } from 'zod';
import type { Executor } from '../../db/schema.ts';
import { CairnError } from '../../domain/errors.ts';

/** Key of the row. Row-level security lets no request write it; see migrations/0003_people.sql. */
export const DEMO_KEY = 'demo';

/** Somebody whom a visitor may be. */
const figure = z.strictObject({
  /** Id of the person. */
  person: z.string(),
  name: z.string(),
  /** Level, team and site, as far as there are any. */
  place: z.string(),
});

const cast = figure.extend({
  /** What they are to this installation, e.g. "line manager". */
  role: z.string(),
  /** What to try first, in a sentence. */
  try: z.string(),
  /** Path of the page to begin on. */
  begin: z.string(),
});

/** A conversation that is being prepared, which a visitor can hold with themselves. */
const invitation = z.strictObject({
  /** Whose conversation it is, and who holds it with them. */
  person: figure,
  manager: figure,
  /** Path of its page. */
  address: z.string(),
});

const world = z.strictObject({
  /** The invented organisation. */
  organisation: z.string(),
  /** What kind of organisation it is. */
  summary: z.string(),
  /** How many people it was made with. */
  people: z.number(),
  /** The last day on which anything happened. ISO 8601. */
  until: z.string(),
  cast: z.array(cast),
  invitation: invitation.optional(),
  /** Everybody else whom one may be. */
  others: z.array(figure),
});

export type DemoWorld = z.infer<typeof world>;
export type Invitation = z.infer<typeof invitation>;
export type Figure = z.infer<typeof figure>;
export type CastMember = z.infer<typeof cast>;

/**
 * The demo of a database. The database itself says whether it is one: there is no other way to get this object, so no
 * setting, flag or caller turns an installation into a demo.
 */
export class Demo {
  readonly world: DemoWorld;

  private constructor(found: DemoWorld) {
    this.world = found;
  }

  /**
   * @param db as any role
   * @returns undefined for an installation like any other
   * @throws CairnError `unreadable` where the row is not as a loader of this version writes it
   */
  static async of(db: Executor): Promise<Demo | undefined> {
    const row = await db.selectFrom('setting').select('value').where('key', '=', DEMO_KEY).executeTakeFirst();
    if (row === undefined) return undefined;
    const { data } = world.safeParse(jsonIn(row.value));
    if (data === undefined) throw unreadable();
    return new Demo(data);
  }

  /** Somebody whom a visitor may be; nobody else of the directory is one. */
  find(person: string): Figure | CastMember | undefined {
    return [...this.world.cast, ...this.world.others].find((figure) => figure.person === person);
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadable(): CairnError {
  return new CairnError(
    'unreadable',
    'The database is a demo that another version of Cairn made.',
    'Make it anew: bin/cairn demo --fresh. On a PostgreSQL server give it a new database.',
  );
}
