/** One process on a data folder: two at once lose data silently, and nothing in PGlite stops them. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { CairnError } from '../../domain/errors.ts';
import { isAlive, type ProcessMark, thisProcess } from './process-mark.ts';

export interface FolderLock {
  release(): void;
}

/** How the lock is held. `kernel` where flock(1) is; it ends with the process, however that ends. */
export type LockMethod = 'kernel' | 'file';

/**
 * Takes the lock at `path`, a file beside the data.
 *
 * @param method for tests; otherwise the best one that the machine has.
 * @throws CairnError `refused` where another process holds it, with its number.
 */
export function lockFolder(path: string, folder: string, method?: LockMethod): FolderLock {
  const locked = method === 'file' ? undefined : lockInKernel(path, folder);
  if (locked === undefined) return lockByFile(path, folder);
  const rival = readMark(filePath(path));
  if (rival !== undefined && isAlive(rival)) {
    locked.release();
    throw inUse(folder, rival);
  }
  return locked;
}

/**
 * An flock(2) on a descriptor that this process keeps. flock(1) takes it through an inherited copy and exits: the lock
 * belongs to the open file and not to the child, so no helper has to live, and the kernel drops it with the last copy,
 * also after kill -9 and also for processes of other containers. Node opens with close-on-exec: no later child keeps it.
 */
function lockInKernel(path: string, folder: string): FolderLock | undefined {
  if (process.platform !== 'linux') return undefined;
  const descriptor = fs.openSync(path, 'a+', 0o600);
  const { status } = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', descriptor] });
  if (status === 0) {
    fs.ftruncateSync(descriptor);
    fs.writeSync(descriptor, `${JSON.stringify(thisProcess())}\n`);
    return { release: once(() => fs.closeSync(descriptor)) };
  }
  fs.closeSync(descriptor);
  // 1 is "held by another"; anything else is a missing flock(1) or a file system without locks.
  if (status === 1) throw inUse(folder, readMark(path));
  return undefined;
}

/**
 * A file that names its holder, for machines without flock(1). It appears complete or not at all, because it is
 * linked into place; one whose holder is gone is moved aside by whoever finds it.
 */
function lockByFile(path: string, folder: string): FolderLock {
  const kernelHolder = readMark(path);
  if (kernelHolder !== undefined && isAlive(kernelHolder)) throw inUse(folder, kernelHolder);
  const place = filePath(path);
  const mine = `${place}.${process.pid}`;
  fs.writeFileSync(mine, `${JSON.stringify(thisProcess())}\n`, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (linked(mine, place)) return { release: once(() => fs.rmSync(place, { force: true })) };
      const holder = readMark(place);
      if (holder !== undefined && isAlive(holder)) throw inUse(folder, holder);
      setAside(place, holder);
    }
    throw inUse(folder, readMark(place));
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

/** A second release must not close a descriptor that has become another file's, or remove another's lock. */
function once(release: () => void): () => void {
  let held = true;
  return () => {
    if (held) release();
    held = false;
  };
}

function filePath(path: string): string {
  return `${path}.pid`;
}

function linked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a stale lock away and looks again at what was moved: a quicker process may have put its own there. */
function setAside(place: string, stale: ProcessMark | undefined): void {
  const aside = `${place}.stale.${process.pid}`;
  try {
    fs.renameSync(place, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readMark(aside);
  if (moved?.pid !== stale?.pid || moved?.started !== stale?.started) linked(aside, place);
  fs.rmSync(aside, { force: true });
}

function readMark(path: string): ProcessMark | undefined {
  try {
    const mark = JSON.parse(fs.readFileSync(path, 'utf8')) as ProcessMark;
    return Number.isInteger(mark.pid) ? mark : undefined;
  } catch {
    // Absent, empty or cut by a power cut: names nobody.
    return undefined;
  }
}

function inUse(folder: string, holder: ProcessMark | undefined): CairnError {
  const who = holder === undefined ? 'Another Cairn' : `Another Cairn, process ${holder.pid},`;
  return new CairnError(
    'refused',
    `${who} is running on the data folder ${folder}. Two at once would lose data.`,
    'Stop that one first, or set DATA_DIR to another folder for this one.',
  );
}
