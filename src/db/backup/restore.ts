import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { finished, pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { sql } from 'kysely';
import { CairnError } from '../../domain/errors.ts';
import { version } from '../../version.ts';
import { errorCode } from '../failures.ts';
import { appliedMigrations, knownMigrations, migrate } from '../migrate.ts';
import type { Executor } from '../schema.ts';
import { inTransaction } from '../transaction.ts';
import {
  type BackupReport,
  countRows,
  FORMAT,
  type Header,
  type Progress,
  type RowLine,
  type Trailer,
  unreadable,
} from './file-format.ts';
import { readLines } from './lines.ts';
import { moveSequences, writeRows, writeValuesAlike } from './rows.ts';
import { dataTables, type Table } from './tables.ts';

/** How many bytes of rows go into the database at once. */
const BATCH_BYTES = 2 * 1024 * 1024;

/**
 * Loads a backup into an empty database: all of it or nothing. A backup of an older Cairn is loaded into tables of its
 * time, which are then brought to this version. Open the database with `migrate: false` for it.
 *
 * @throws CairnError `refused` for a database that holds anything and for a backup of a newer Cairn; `unreadable` for
 * a file that is cut, damaged or no backup.
 */
export async function restore(
  db: Executor,
  source: string | Readable,
  progress: Progress = () => {},
): Promise<BackupReport> {
  const compressed = typeof source === 'string' ? createReadStream(source) : source;
  const lines = readLines(unzipped(compressed));
  try {
    return await inTransaction(db, (transaction) => load(transaction, lines, progress));
  } catch (error) {
    throw explain(error, typeof source === 'string' ? source : 'it');
  } finally {
    compressed.destroy();
  }
}

/** Errors of the source reach the reader of the result, as `pipe` alone would not have it. */
function unzipped(compressed: Readable): Readable {
  const gunzip = createGunzip();
  pipeline(compressed, gunzip, () => {});
  finished(gunzip, () => {});
  return gunzip;
}

async function load(db: Executor, lines: AsyncGenerator<Buffer>, progress: Progress): Promise<BackupReport> {
  const hash = createHash('sha256');
  const header = await readHeader(lines, hash);
  const known = knownMigrations();
  const then = known.filter(({ name }) => header.migrations.includes(name));
  refuseNewer(header, then.length);
  await refuseFull(db, header);
  await migrate(db, then);
  await writeValuesAlike(db);
  const rows = await loadRows(db, lines, header, hash, progress);
  await migrate(db, known);
  return { tables: header.tables.length, rows };
}

async function readHeader(
  lines: AsyncGenerator<Buffer>,
  hash: ReturnType<typeof createHash>,
): Promise<Header> {
  const { value: line } = await lines.next();
  if (line === undefined) throw unreadable('it is empty');
  const header = parse<Header>(line);
  if (header?.cairn !== 'backup') throw unreadable('it is not a backup of Cairn');
  hash.update(line).update('\n');
  return header;
}

function refuseNewer(header: Header, known: number): void {
  if (header.format <= FORMAT && known === header.migrations.length) return;
  throw new CairnError(
    'refused',
    `The backup is from Cairn ${header.version}, whose database is at ${header.migrations.at(-1)}. This is Cairn ${version}, which does not know that.`,
    `Restore it with Cairn ${header.version} or newer.`,
  );
}

async function refuseFull(db: Executor, header: Header): Promise<void> {
  const applied = await appliedMigrations(db);
  const tables = await dataTables(db);
  for (const { name } of tables) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) throw notEmpty(`there are rows in ${name}`);
  }
  const later = applied.find(({ name }) => !header.migrations.includes(name));
  if (later !== undefined) throw notEmpty(`its tables are of a later Cairn than the backup (${later.name})`);
  if (applied.length === 0 && tables.length > 0)
    throw notEmpty(`it has a table "${tables[0]?.name}" that is not Cairn's`);
}

function notEmpty(what: string): CairnError {
  return new CairnError(
    'refused',
    `A backup is restored into an empty database only, and this one is not: ${what}. Nothing was changed.`,
    'Set DATA_DIR to a new folder, or DATABASE_URL to a new database (createdb), and restore there.',
  );
}

async function loadRows(
  db: Executor,
  lines: AsyncGenerator<Buffer>,
  header: Header,
  hash: ReturnType<typeof createHash>,
  progress: Progress,
): Promise<number> {
  const tables = new Map((await dataTables(db)).map((table) => [table.name, table]));
  const columns = new Map(header.tables.map((table) => [table.name, table.columns]));
  let table: Table | undefined;
  let batch: RowLine[] = [];
  let bytes = 0;
  let loaded = 0;
  const total = countRows(header);
  const flush = async () => {
    if (table === undefined || batch.length === 0) return;
    await writeRows(db, table, columns.get(table.name) ?? [], batch);
    loaded += batch.length;
    progress(`${loaded} of ${total} rows restored, in ${table.name}`);
    batch = [];
    bytes = 0;
  };
  for await (const line of lines) {
    const value = parse<RowLine | { table: string } | Trailer>(line);
    if (Array.isArray(value)) {
      if (bytes > 0 && bytes + line.length > BATCH_BYTES) await flush();
      batch.push(value);
      bytes += line.length;
    } else {
      await flush();
      if (table !== undefined) await moveSequences(db, table);
      if ('end' in value) {
        if (value.sha256 !== hash.digest('hex') || value.rows !== loaded) throw unreadable('it is damaged');
        return loaded;
      }
      table = tables.get(value.table);
      if (table === undefined) throw unreadable(`it names a table "${value.table}" that Cairn does not have`);
    }
    hash.update(line).update('\n');
  }
  throw unreadable('it ends too early, so rows are missing');
}

function parse<T>(line: Buffer): T {
  try {
    return JSON.parse(line.toString('utf8')) as T;
  } catch (error) {
    throw unreadable('it is damaged', error);
  }
}

function explain(error: unknown, name: string): unknown {
  if (error instanceof CairnError) return error;
  const code = errorCode(error) ?? '';
  if (code === 'Z_BUF_ERROR') return unreadable('it ends too early, so rows are missing', error);
  if (code === 'Z_DATA_ERROR') return unreadable('it is damaged, or not a backup of Cairn', error);
  if (code === 'ENOENT') {
    return new CairnError('not found', `There is no file ${name}.`, 'Check the path.', { cause: error });
  }
  if (['EACCES', 'EPERM', 'EISDIR', 'EIO'].includes(code))
    return unreadable(`it cannot be read (${code})`, error);
  return error;
}
