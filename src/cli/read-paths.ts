/** Reads the files and folders that a person names, whatever state they are in. */
import { type Dirent, type Stats, statSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, normalize, sep } from 'node:path';
import { CairnError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import { LARGEST_FILE, type SourceFile } from '../formats/index.ts';

export interface ReadPaths {
  files: SourceFile[];
  /** What lies there and could not be read, one finding each. */
  findings: Finding[];
}

/** Folders that never hold documents. */
const SKIPPED_FOLDERS = new Set(['node_modules']);

/**
 * Reads every file at the paths and below the folders among them, in the order of their names. Follows links, each
 * folder once. Hidden files and folders are left out unless named themselves.
 *
 * @throws CairnError `unreadable` for a path where nothing is.
 */
export async function readPaths(paths: readonly string[]): Promise<ReadPaths> {
  const result: ReadPaths = { files: [], findings: [] };
  const seen = new Set<string>();
  for (const path of paths) {
    if (!exists(path)) {
      throw new CairnError(
        'unreadable',
        `There is nothing at ${path}.`,
        'Check the path; it counts from the folder you are in.',
      );
    }
    await readPath(path, shownName(path), seen, result);
  }
  return result;
}

function exists(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    // A folder that may not be entered, or a link that leads to itself, is there: reading it says what is wrong.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** Inside the current folder the path as given; elsewhere from its last part on, so no path of a machine is kept. */
function shownName(path: string): string {
  const plain = normalize(path).replace(/[/\\]+$/, '');
  const inside = !isAbsolute(plain) && plain !== '..' && !plain.startsWith(`..${sep}`);
  return (inside ? plain : basename(plain)).split(sep).join('/');
}

async function readPath(path: string, name: string, seen: Set<string>, result: ReadPaths): Promise<void> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) await readFolder(path, name, seen, result);
    else await readOne(path, name, stats, seen, result);
  } catch (error) {
    result.findings.push(unreadable(name, error as NodeJS.ErrnoException));
  }
}

async function readFolder(path: string, name: string, seen: Set<string>, result: ReadPaths): Promise<void> {
  const real = await realpath(path);
  if (seen.has(real)) return;
  seen.add(real);
  const entries = (await readdir(path, { withFileTypes: true })).filter(isShown);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    await readPath(join(path, entry.name), name === '.' ? entry.name : `${name}/${entry.name}`, seen, result);
  }
}

function isShown({ name }: Dirent): boolean {
  return !name.startsWith('.') && !SKIPPED_FOLDERS.has(name);
}

async function readOne(
  path: string,
  name: string,
  stats: Stats,
  seen: Set<string>,
  result: ReadPaths,
): Promise<void> {
  const real = await realpath(path);
  if (seen.has(real)) return;
  seen.add(real);
  if (!stats.isFile()) {
    result.findings.push(problem(name, 'It is not a file but a device, pipe or socket.', 'Leave it out.'));
  } else if (stats.size > LARGEST_FILE) {
    result.findings.push(
      problem(
        name,
        `It has ${Math.ceil(stats.size / 1e6)} MB; Cairn reads documents of up to ${LARGEST_FILE / 1e6} MB.`,
        'Take out what is not text of the framework, or split it.',
      ),
    );
  } else {
    const bytes = await readUnchanged(path, stats);
    if (bytes !== undefined) result.files.push({ name, bytes });
    else
      result.findings.push(
        problem(name, 'It changed while it was read.', 'Wait until it is saved, and try again.'),
      );
  }
}

/** The file's bytes, or undefined where it kept changing. */
async function readUnchanged(path: string, before: Stats): Promise<Uint8Array | undefined> {
  let last = before;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const bytes = await readFile(path);
    const now = await stat(path);
    if (now.size === bytes.length && now.mtimeMs === last.mtimeMs && now.size === last.size) return bytes;
    last = now;
  }
  return undefined;
}

const REASONS: Record<string, [string, string]> = {
  EACCES: ['You are not allowed to read it.', 'Ask for read permission, or leave it out.'],
  EPERM: ['You are not allowed to read it.', 'Ask for read permission, or leave it out.'],
  ELOOP: ['It is a link that leads back to itself.', 'Remove the link or point it at a file.'],
  ENOENT: [
    'It went away before it was read, or is a link to nothing.',
    'Check that the file is there, and try again.',
  ],
  EIO: ['The disk could not read it.', 'Check the disk, or take the file from a backup.'],
};

function unreadable(name: string, error: NodeJS.ErrnoException): Finding {
  const [message, remedy] = REASONS[error.code ?? ''] ?? [
    `It could not be read (${error.code ?? error.message}).`,
    'Check the file, and try again.',
  ];
  return problem(name, message, remedy);
}

function problem(file: string, message: string, remedy: string): Finding {
  return { rule: 'unreadable', severity: 'error', file, quote: '', message, remedy };
}
