/** The folder of a static site: written beside the old one, and put in its place only when it is whole. */
import { existsSync, rmSync } from 'node:fs';
import { mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CairnError } from '../domain/errors.ts';

/** The file that tells a site which Cairn wrote from anything else, and says what is in it. */
export const MARK = 'cairn-site.json';

export interface SiteFolder {
  /** @param name path below the folder, `/` between its parts */
  write(name: string, content: Uint8Array | string): Promise<void>;
  /** Puts what was written in the place of the earlier site. */
  finish(): Promise<void>;
  /** Takes away what was written; the earlier site stays. */
  discard(): Promise<void>;
}

/**
 * Makes ready to write a site.
 *
 * @throws CairnError `refused` where something lies in its place that is no site of Cairn's; from `write` and `finish`
 * `unavailable` where the disk does not take it.
 */
export async function openSiteFolder(out: string): Promise<SiteFolder> {
  const place = existsSync(out) ? await realpath(out) : resolve(out);
  await refuseForeign(place, out);
  const beside = (what: string) => join(dirname(place), `.${basename(place)}.${what}-${process.pid}`);
  const [fresh, old] = [beside('new'), beside('old')];
  const removeWhenEnded = () => rmSync(fresh, { recursive: true, force: true });
  process.once('exit', removeWhenEnded);
  const folders = new Set<string>();
  await orSay(fresh, () => mkdir(fresh, { recursive: true }));
  return {
    write: (name, content) =>
      orSay(join(place, name), async () => {
        const file = join(fresh, name);
        const folder = dirname(file);
        if (!folders.has(folder)) await mkdir(folder, { recursive: true });
        folders.add(folder);
        await writeFile(file, content);
      }),
    finish: async () => {
      await orSay(place, () => replace(place, fresh, old));
      process.off('exit', removeWhenEnded);
    },
    discard: async () => {
      process.off('exit', removeWhenEnded);
      await rm(fresh, { recursive: true, force: true });
    },
  };
}

async function refuseForeign(place: string, out: string): Promise<void> {
  const found = await stat(place).catch(() => undefined);
  if (found === undefined) return;
  if (found.isDirectory() && (await readdir(place)).length === 0) return;
  if (found.isDirectory() && existsSync(join(place, MARK))) return;
  throw new CairnError(
    'refused',
    `${out} is there already and is no site that Cairn wrote, so it was left as it is.`,
    'Choose another folder with --out, or remove it first.',
  );
}

/** Two renames: between them a reader finds nothing for a moment, but never half a site. */
async function replace(place: string, fresh: string, old: string): Promise<void> {
  const replaces = existsSync(place);
  if (replaces) await rename(place, old);
  try {
    await rename(fresh, place);
  } catch (error) {
    if (replaces) await rename(old, place);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EACCES: 'you are not allowed to write there',
  EPERM: 'you are not allowed to write there',
  EROFS: 'the disk can only be read',
  EBUSY: 'the folder itself is mounted, so it cannot be replaced: choose a folder inside it',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
};

async function orSay<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const reason = REASONS[code] ?? code;
    throw new CairnError(
      'unavailable',
      `${path} could not be written: ${reason}.`,
      'What was there before is unchanged. Make room or choose another folder with --out, and build again.',
      { cause: error },
    );
  }
}
