/**
 * Who was erased, beside the database: a backup still holds them, so a restore erases them again. The file holds opaque
 * ids that stand for nobody any more, one a line.
 */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { CairnError } from '../domain/errors.ts';
import type { Executor } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** Where the ids are kept. Keep it when a backup is restored. */
export function erasuresPath(dataDir: string): string {
  return join(dataDir, 'erasures.txt');
}

const HEAD = '# Ids of people who were erased. A restore reads this file and erases them again: keep it.\n';

/**
 * The ids in a file; none where there is no file.
 *
 * @throws CairnError `unreadable` where a line is no id
 */
export function readErasures(path: string): string[] {
  if (!fs.existsSync(path)) return [];
  const lines = fs.readFileSync(path, 'utf8').split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const id = line.trim().toLowerCase();
    if (id === '' || id.startsWith('#')) return [];
    if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return [id];
    throw new CairnError(
      'unreadable',
      `Line ${index + 1} of ${path} is no id of a person. Nothing was erased.`,
      'Use the file as Cairn wrote it.',
    );
  });
}

/** Writes down every id that the database has and the file has not. On the disk once it returns. */
export async function keepErasures(db: Executor, path: string): Promise<void> {
  const erased = await db.selectFrom('erasure').select('person_id').orderBy('erased_at').execute();
  const known = new Set(readErasures(path));
  const missing = erased.map(({ person_id }) => person_id).filter((id) => !known.has(id));
  if (missing.length > 0) append(path, missing);
}

function append(path: string, ids: readonly string[]): void {
  fs.mkdirSync(dirname(path), { recursive: true });
  const isNew = !fs.existsSync(path);
  const text = `${isNew ? HEAD : ''}${ids.join('\n')}\n`;
  // Only for its owner, though nobody can tell from it who anybody was.
  fs.appendFileSync(path, text, { mode: 0o600, flush: true });
  if (isNew) syncFolder(dirname(path));
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(opened);
  } finally {
    fs.closeSync(opened);
  }
}

/**
 * At a start: erases again whom some restore brought back, however it was done, and writes down whom the file does not
 * know.
 *
 * @throws CairnError `refused` where people are back and this login may not erase them
 */
export async function catchUpErasures(
  { db, owner }: { db: Executor; owner: Executor },
  path: string,
  now: Date,
): Promise<void> {
  const erased = await db.selectFrom('erasure').select('person_id').execute();
  const known = new Set(erased.map(({ person_id }) => person_id));
  const missing = readErasures(path).filter((id) => !known.has(id));
  if (missing.length > 0)
    await replayErasures(owner, missing, now).catch(refuseToServe(path, missing.length));
  await keepErasures(db, path);
}

function refuseToServe(path: string, people: number) {
  return (error: unknown): never => {
    throw new CairnError(
      'refused',
      `${path} names ${people} who were erased, and the database does not know it: it was restored from an earlier backup. This login may not erase them again.`,
      'Start once with the login that owns the tables: set DATABASE_OWNER_URL.',
      { cause: error },
    );
  };
}

/**
 * Erases people again whom a restored backup brought back.
 *
 * @param owner whoever owns the tables
 * @returns how many of them were there
 */
export async function replayErasures(owner: Executor, ids: readonly string[], now: Date): Promise<number> {
  return inTransaction(owner, async (db) => {
    await sql`
      insert into erasure (person_id, erased_at)
      select distinct id, ${now}::timestamptz from unnest(${ids}::text[]::uuid[]) as erased (id)
      on conflict do nothing
    `.execute(db);
    // The backup may know of erasures that the file does not.
    const { rows } = await sql`
      delete from person where id in (select person_id from erasure) returning id
    `.execute(db);
    await sql`delete from people_import`.execute(db);
    return rows.length;
  });
}
