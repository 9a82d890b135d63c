/** The folder that an embedded database lives in: `postgres/` with the data, and the lock beside it. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { CairnError } from '../../domain/errors.ts';
import { DURABLE_START, DurableFS, syncFolder, syncTree } from './durable-fs.ts';

/** The PostgreSQL inside PGlite 0.5. */
const POSTGRES_MAJOR = '18';

/** Unfinished first starts are named so, and cleaned up by the next. */
const UNFINISHED = 'postgres.first-start-';

/** The folder inside `dataDir` that PostgreSQL keeps. Not `dataDir` itself: a mount point cannot be renamed into place. */
export function postgresFolder(dataDir: string): string {
  return join(dataDir, 'postgres');
}

/**
 * Makes the data folder if it is missing, durably.
 *
 * @throws CairnError `unavailable` where it cannot be made or written to.
 */
export function prepareDataFolder(dataDir: string): void {
  try {
    const first = fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (first !== undefined) syncFolder(dirname(first));
    const probe = join(dataDir, `.write-${randomBytes(6).toString('hex')}`);
    fs.writeFileSync(probe, 'x');
    fs.rmSync(probe);
  } catch (error) {
    throw folderFailure(dataDir, error as NodeJS.ErrnoException);
  }
}

/**
 * Refuses data that another PostgreSQL wrote. Also looks at `dataDir` itself, where somebody may have put it.
 *
 * @throws CairnError `refused`, with the way to move.
 */
export function refuseOtherPostgres(dataDir: string): void {
  for (const folder of [postgresFolder(dataDir), dataDir]) {
    const found = majorVersion(folder);
    if (found === undefined || (found === POSTGRES_MAJOR && folder !== dataDir)) continue;
    const problem =
      found === POSTGRES_MAJOR
        ? `The folder ${folder} is PostgreSQL's own and not a data folder of Cairn.`
        : `The data in ${folder} was written by PostgreSQL ${found}; this Cairn brings PostgreSQL ${POSTGRES_MAJOR}, which cannot read it.`;
    throw new CairnError(
      'refused',
      problem,
      'Nothing was changed. To move the data: run "bin/cairn backup FILE" with the Cairn that wrote it, move the folder away, run "bin/cairn restore FILE" with this one. To start without it: set DATA_DIR to another folder.',
    );
  }
}

function majorVersion(folder: string): string | undefined {
  try {
    return fs.readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw folderFailure(folder, error as NodeJS.ErrnoException);
  }
}

/**
 * Creates the database if there is none. It is built beside its place, made durable and renamed: whatever interrupts
 * that, the next start finds either nothing or all of it. Only for the holder of the lock.
 *
 * @throws CairnError `unavailable` where the disk is full or does not work.
 */
export async function createDatabaseOnce(dataDir: string): Promise<void> {
  const folder = postgresFolder(dataDir);
  for (const name of fs.readdirSync(dataDir)) {
    if (name.startsWith(UNFINISHED)) fs.rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  if (fs.existsSync(folder)) return;
  const building = join(dataDir, `${UNFINISHED}${process.pid}`);
  try {
    const pglite = await PGlite.create({ fs: new DurableFS(building), startParams: DURABLE_START });
    await pglite.close();
    syncTree(building);
    fs.renameSync(building, folder);
    syncFolder(dataDir);
  } catch (error) {
    fs.rmSync(building, { recursive: true, force: true });
    throw firstStartFailure(dataDir, error);
  }
}

function firstStartFailure(dataDir: string, error: unknown): unknown {
  const { code, errno } = error as { code?: string; errno?: number };
  // 51 is Emscripten's number for it, which carries no code.
  return code === 'ENOSPC' || errno === 51
    ? folderFailure(dataDir, Object.assign(new Error('no room'), { code: 'ENOSPC', cause: error }))
    : error;
}

function folderFailure(folder: string, error: NodeJS.ErrnoException): CairnError {
  const [problem, remedy] = explain(folder, error);
  return new CairnError('unavailable', problem, remedy, { cause: error });
}

function explain(folder: string, { code, message }: NodeJS.ErrnoException): [string, string] {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return [
        `The data folder ${folder} may not be written by the user who runs Cairn.`,
        'Give that user the folder (chown), or set DATA_DIR to one of theirs.',
      ];
    case 'EROFS':
      return [
        `The data folder ${folder} is on a disk that is mounted read-only.`,
        'Set DATA_DIR to a folder elsewhere.',
      ];
    case 'ENOSPC':
    case 'EDQUOT':
      return [
        `There is no room left on the disk of the data folder ${folder}.`,
        'Free some room, about 100 MB for a new database, and start again.',
      ];
    case 'ENOTDIR':
    case 'EEXIST':
      return [
        `${folder} or a part of its path is a file where the data folder should be.`,
        'Move that file, or set DATA_DIR to another folder.',
      ];
    default:
      return [
        `The data folder ${folder} cannot be used: ${message}.`,
        'Mend that, or set DATA_DIR to another folder.',
      ];
  }
}
