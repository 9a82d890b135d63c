/** A backup shows one moment, whatever people write while it is taken. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { createServerDatabase, embeddedDataDir, onEachEngine } from '../../../test/database.ts';
import { idOf, type Visitor } from '../../../test/world.ts';
import { backup, restore } from '../backup/index.ts';
import { type Database, openDatabase } from '../connect.ts';
import { newId } from '../ids.ts';
import type { Executor } from '../schema.ts';
import { everyRow, fillEveryTable } from './every-table.ts';

/** What noting and editing write, each time all of it in one transaction. */
const WRITTEN = ['event', 'evidence', 'evidence_version'];

/** Whoever writes does one thing after the other, and everything that was answered counts. */
interface Written {
  /** Notes that were confirmed, in their order. */
  notes: string[];
  /** The piece that is edited, and how often that was confirmed. */
  piece: string;
  edits: number;
  stopped: boolean;
}

onEachEngine((database) => {
  test('a backup that is taken while people write is of one moment, and every table comes back as it was', async () => {
    const { as } = await fillEveryTable(database());
    await enterEvents(database().owner);
    const rosa = await as('engineer');
    const written: Written = { notes: [], piece: newId(), edits: 0, stopped: false };
    expect((await note(rosa, written.piece)).status).toBe(201);
    const quiet = await everyRow(database().owner);

    const folder = fs.mkdtempSync(join(tmpdir(), 'cairn-in-use-'));
    onTestFinished(() => fs.rmSync(folder, { recursive: true }));
    const file = join(folder, 'cairn.backup');
    const writing = Promise.all([keepNoting(rosa, written), keepEditing(rosa, written)]);
    while (written.notes.length === 0 || written.edits === 0) await pause(5);
    const before = { notes: written.notes.length, edits: written.edits };
    await backup(database().owner, slowly(file, database(), written));
    const after = { notes: written.notes.length, edits: written.edits };
    written.stopped = true;
    await writing;

    const restored = await openEmpty(database());
    await restore(restored.owner, file);
    expectOneMoment(await writtenIn(restored.owner, written), written, before, after);
    const there = await everyRow(restored.owner);
    for (const [table, rows] of Object.entries(quiet))
      if (!WRITTEN.includes(table)) expect({ table, rows: there[table] }).toEqual({ table, rows });
    const inTheEnd = await everyRow(database().owner);
    for (const table of ['event', 'evidence_version'])
      expect(inTheEnd[table]).toEqual(expect.arrayContaining(there[table] ?? []));
  });
});

/** Enough of them that a backup is still among them while people write on: tables are read in the order of names. */
async function enterEvents(db: Executor): Promise<void> {
  await sql`
    insert into event (id, at, actor, verb, subject)
    select gen_random_uuid(), now(), md5(random()::text), 'release.created', md5(random()::text)
    from generate_series(1, 4000)
  `.execute(db);
}

function note(rosa: Visitor, id: string): Promise<Response> {
  return rosa.api('POST', '/api/evidence', { id, text: `Moored a ship, ${id}` });
}

async function keepNoting(rosa: Visitor, written: Written): Promise<void> {
  while (!written.stopped) {
    const id = newId();
    expect((await note(rosa, id)).status).toBe(201);
    written.notes.push(id);
  }
}

async function keepEditing(rosa: Visitor, written: Written): Promise<void> {
  while (!written.stopped) {
    const version = written.edits + 1;
    const edit = { version, text: `Moored a ship, and said so ${version} times` };
    expect((await rosa.api('PATCH', `/api/evidence/${written.piece}`, edit)).status).toBe(200);
    written.edits += 1;
  }
}

/** A file that takes each part only once somebody has written more; the embedded database answers nobody meanwhile. */
function slowly(file: string, { engine }: Database, written: Written): Writable {
  return new Writable({
    highWaterMark: 1,
    write: async (chunk: Buffer, _encoding, done) => {
      fs.appendFileSync(file, chunk);
      const { edits, notes } = written;
      const known = notes.length;
      while (engine === 'server' && (written.notes.length === known || written.edits === edits))
        await pause(2);
      done();
    },
  });
}

/** Migrated and without a row, of the same engine. */
async function openEmpty({ engine }: Database): Promise<Database> {
  const made = engine === 'server' ? await createServerDatabase() : undefined;
  const dataDir = await embeddedDataDir();
  const database = await openDatabase(made ?? { dataDir }, { migrate: false });
  onTestFinished(async () => {
    await database.close();
    await made?.drop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  });
  return database;
}

/** What a database holds of it: of each note the piece and its event, of the edits the version and what it counts. */
async function writtenIn(db: Executor, { piece, notes }: Written) {
  const pieces = await db.selectFrom('evidence').select('id').where('id', 'in', notes).execute();
  const { version } = await db
    .selectFrom('evidence')
    .select('version')
    .where('id', '=', piece)
    .executeTakeFirstOrThrow();
  const versions = await db
    .selectFrom('evidence_version')
    .select('version')
    .where('evidence_id', '=', piece)
    .execute();
  const events = await db
    .selectFrom('event')
    .select(['verb', 'subject'])
    .where('actor', '=', idOf('engineer'))
    .where('subject', '!=', `evidence:${piece}`)
    .where('verb', '=', 'evidence.noted')
    .execute();
  const edited = await db
    .selectFrom('event')
    .select('id')
    .where('subject', '=', `evidence:${piece}`)
    .where('verb', '=', 'evidence.edited')
    .execute();
  return {
    notes: pieces.map(({ id }) => id).sort(),
    noted: events.map(({ subject }) => subject.replace('evidence:', '')).sort(),
    edits: version - 1,
    versions: versions.length,
    edited: edited.length,
  };
}

/** What was confirmed before is in it; of what came later it has the first of it, and each all of it or nothing. */
function expectOneMoment(
  there: Awaited<ReturnType<typeof writtenIn>>,
  written: Written,
  before: { notes: number; edits: number },
  after: { notes: number; edits: number },
): void {
  expect(there.notes).toEqual(written.notes.slice(0, there.notes.length).sort());
  expect(there.noted).toEqual(there.notes);
  expect(there).toMatchObject({ versions: there.edits, edited: there.edits });
  expect(there.notes.length).toBeGreaterThanOrEqual(before.notes);
  expect(there.edits).toBeGreaterThanOrEqual(before.edits);
  // One more of each may be written than was confirmed so far.
  expect(there.notes.length).toBeLessThanOrEqual(after.notes + 1);
  expect(there.edits).toBeLessThanOrEqual(after.edits + 1);
}
