/** What sessions, cookies and second factors are sealed with. Never in the database, so a backup alone opens nothing. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from './db/embedded/durable-fs.ts';
import { CairnError } from './domain/errors.ts';

/** Where the secret of an installation without CAIRN_SECRET lies. */
export function secretFile(dataDir: string): string {
  return join(dataDir, 'secret');
}

/**
 * The secret of the settings, or that of the data folder, made at the first start. Only the user who runs Cairn may read
 * the file.
 *
 * @throws CairnError `unavailable` where it can be neither read nor written, `invalid` where it is cut short
 */
export function findSecret({ secret, dataDir }: { secret?: string; dataDir: string }): string {
  if (secret !== undefined) return secret;
  const file = secretFile(dataDir);
  try {
    const found = read(file) ?? make(dataDir, file);
    if (found.length >= 32) return found;
  } catch (error) {
    throw unusable(file, error);
  }
  throw new CairnError(
    'invalid',
    `${file} is cut short.`,
    'Bring it back from where you keep it beside your backups. Or remove it: Cairn then makes a new one, everybody signs in again, and second factors have to be set up anew.',
  );
}

function read(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whole and on the disk before it has its name: a secret that is lost after its first use locks people out. */
function make(dataDir: string, file: string): string {
  mkdirSync(dataDir, { recursive: true });
  const part = `${file}.part-${process.pid}`;
  const secret = randomBytes(48).toString('base64url');
  const descriptor = openSync(part, 'w', 0o600);
  writeSync(descriptor, `${secret}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    // Unlike a rename this never replaces one that another process made meanwhile.
    linkSync(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(part);
  }
  syncFolder(dataDir);
  return read(file) ?? secret;
}

function unusable(file: string, error: unknown): CairnError {
  return new CairnError(
    'unavailable',
    `The secret ${file} can be neither read nor written (${(error as NodeJS.ErrnoException).code ?? error}).`,
    'Let the user who runs Cairn read and write the folder, or set CAIRN_SECRET.',
    { cause: error },
  );
}
