/** Writes what a command made to the disk: whole files, never over somebody's own. */
import { lstat, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CairnError } from '../domain/errors.ts';
import type { SourceFile } from '../formats/index.ts';

/**
 * Writes all files into a new folder, or over an earlier export, which is known by the file `landmark` in it.
 *
 * @throws CairnError `refused` for a folder that holds something else, `unavailable` where nothing can be written.
 */
export async function writeFiles(
  path: string,
  files: readonly SourceFile[],
  landmark: string,
): Promise<void> {
  if ((await exists(path)) && !(await exists(join(path, landmark)))) {
    throw new CairnError(
      'refused',
      `${path} is there already and holds no earlier export (no ${landmark}).`,
      'Choose another place with --out.',
    );
  }
  const names = files.map(({ name }) => join(path, name));
  for (const [index, name] of names.entries()) {
    await mkdir(dirname(name), { recursive: true });
    await writeWhole(name, files[index]?.bytes ?? new Uint8Array());
  }
}

/**
 * Writes one file. The same file again is fine.
 *
 * @throws CairnError `refused` where another file lies there, `unavailable` where nothing can be written.
 */
export async function writeSingle(path: string, file: SourceFile | undefined): Promise<void> {
  if (file === undefined) return;
  if ((await exists(path)) && !(await isSame(path, file.bytes))) {
    throw new CairnError(
      'refused',
      `${path} is there already.`,
      'Choose another place with --out, or remove it first.',
    );
  }
  await writeWhole(path, file.bytes);
}

/** Writes beside the target and renames, so that a full disk or a crash leaves the old file whole. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part-${process.pid}`;
  try {
    await writeFile(part, bytes);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new CairnError(
      'unavailable',
      `${resolve(path)} could not be written (${code}).`,
      'Make room or choose another place with --out.',
      { cause: error },
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => lstat(path).catch(() => undefined))) !== undefined;
}

async function isSame(path: string, bytes: Uint8Array): Promise<boolean> {
  return Buffer.compare(await readFile(path), bytes) === 0;
}
