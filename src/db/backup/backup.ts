import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import { CairnError } from '../../domain/errors.ts';
import { version } from '../../version.ts';
import { errorCode } from '../failures.ts';
import { appliedMigrations } from '../migrate.ts';
import type { Executor } from '../schema.ts';
import { inTransaction } from '../transaction.ts';
import { type BackupReport, countRows, FORMAT, type Header, type Progress } from './file-format.ts';
import { readConsistently, readRows } from './rows.ts';
import { dataTables, type Table } from './tables.ts';

/**
 * Writes everything in the database, as it is at one instant, to a file or a stream. A file appears under its name
 * once it is complete and on the disk; whatever fails before leaves nothing behind, and an older file of that name as
 * it was. Uses little memory however much there is. The embedded database answers nobody else meanwhile.
 *
 * @throws CairnError `unavailable` where the disk is full or the file cannot be written.
 */
export async function backup(
  db: Executor,
  target: string | Writable,
  progress: Progress = () => {},
): Promise<BackupReport> {
  return inTransaction(db, async (transaction) => {
    await readConsistently(transaction);
    const tables = await dataTables(transaction);
    const header = await describe(transaction, tables);
    const total = countRows(header);
    const lines = Readable.from(writeLines(transaction, tables, header, progress), { objectMode: false });
    if (typeof target === 'string') await writeFile(resolve(target), lines);
    else await handOn(lines, target);
    return { tables: tables.length, rows: total };
  });
}

async function describe(db: Executor, tables: readonly Table[]): Promise<Header> {
  const counted: Header['tables'] = [];
  for (const { name, columns } of tables) {
    const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(name)}`.execute(db);
    counted.push({ name, columns: columns.map((column) => column.name), rows: rows[0]?.rows ?? 0 });
  }
  const migrations = (await appliedMigrations(db)).map(({ name }) => name);
  return {
    cairn: 'backup',
    format: FORMAT,
    version,
    createdAt: new Date().toISOString(),
    migrations,
    tables: counted,
  };
}

async function* writeLines(
  db: Executor,
  tables: readonly Table[],
  header: Header,
  progress: Progress,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const line = (json: string) => {
    const bytes = Buffer.from(`${json}\n`);
    hash.update(bytes);
    return bytes;
  };
  yield line(JSON.stringify(header));
  const total = countRows(header);
  let written = 0;
  for (const table of tables) {
    yield line(JSON.stringify({ table: table.name }));
    for await (const rows of readRows(db, table)) {
      for (const row of rows) yield line(row);
      written += rows.length;
      progress(`${written} of ${total} rows written, in ${table.name}`);
    }
  }
  yield line(JSON.stringify({ end: true, rows: written, sha256: hash.copy().digest('hex') }));
}

async function writeFile(path: string, lines: Readable): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.partial`);
  try {
    // Only for its owner, for it holds everything; `flush` fsyncs before the file is closed.
    await pipeline(
      lines,
      createGzip(),
      fs.createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }),
    );
    fs.renameSync(partial, path);
    syncFolderOf(path);
  } catch (error) {
    fs.rmSync(partial, { force: true });
    throw explain(path, error);
  }
}

/** Tells a receiver that hung up from a database that did. */
async function handOn(lines: Readable, target: Writable): Promise<void> {
  let refusal: unknown;
  target.once('error', (error) => {
    refusal = error;
  });
  await pipeline(lines, createGzip(), target).catch((error: unknown) => {
    if (error !== refusal) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new CairnError('unavailable', `The backup was not taken: ${message}.`, 'Take it again.', {
      cause: error,
    });
  });
}

function syncFolderOf(path: string): void {
  if (process.platform === 'win32') return;
  const folder = fs.openSync(dirname(path), 'r');
  try {
    fs.fsyncSync(folder);
  } finally {
    fs.closeSync(folder);
  }
}

function explain(path: string, error: unknown): unknown {
  const why = REASONS[errorCode(error) ?? ''];
  if (why === undefined) return error;
  return new CairnError('unavailable', `The backup ${path} was not written: ${why[0]}.`, why[1], {
    cause: error,
  });
}

const REASONS: Record<string, [string, string]> = {
  ENOSPC: ['there is no room left on that disk', 'Free some room, or write it to another disk.'],
  EDQUOT: ['your quota on that disk is used up', 'Free some room, or write it to another disk.'],
  EFBIG: ['it is larger than a file may be there', 'Write it to another disk.'],
  EACCES: ['you may not write there', 'Choose a folder that you may write to.'],
  EPERM: ['you may not write there', 'Choose a folder that you may write to.'],
  EROFS: ['that disk is mounted read-only', 'Write it to another disk.'],
  ENOENT: ['there is no such folder', 'Create the folder, or choose another.'],
  ENOTDIR: ['a part of the path is a file', 'Choose another path.'],
  EISDIR: ['that is a folder', 'Give the name of a file in it.'],
};
