/** Reads what is published, from a server or from the folder of a static site: both have it at the same addresses. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CairnError } from '../../domain/errors.ts';
import { fileOf } from '../../static-site/index.ts';

/** Answers with the bytes at an address, or undefined where nothing is published there. */
export type ReadPublished = (address: string) => Promise<Uint8Array | undefined>;

const LONGEST_WAIT_MS = 30_000;

/** More than any framework has; whoever answers with more is no Cairn. */
const MOST_BYTES = 100 * 1024 * 1024;

/** @param target an http or https address, or a folder. @throws CairnError `unreadable` where it is neither */
export async function openPublished(target: string): Promise<ReadPublished> {
  if (/^https?:\/\//i.test(target)) return serverAt(target.replace(/\/+$/, ''));
  const found = await stat(target).catch(() => undefined);
  if (found?.isDirectory()) return folderAt(target);
  throw new CairnError(
    'unreadable',
    `${target} is neither a web address nor a folder.`,
    'Name a server, e.g. https://cairn.example.org, or the folder of a static site.',
  );
}

function serverAt(base: string): ReadPublished {
  return async (address) => {
    const response = await ask(`${base}${address}`);
    if (response.status === 404) return undefined;
    if (!response.ok) {
      throw new CairnError(
        'unavailable',
        `${base} answered ${response.status} at ${address}.`,
        'Check that the address is that of Cairn or of a site it wrote, and try again.',
      );
    }
    return limited(response, base);
  };
}

async function ask(url: string): Promise<Response> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
  } catch (error) {
    throw new CairnError(
      'unavailable',
      `${url} does not answer.`,
      'Check the address and the network, and try again.',
      { cause: error },
    );
  }
}

async function limited(response: Response, base: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) {
      throw new CairnError('unavailable', `${base} answers without an end.`, 'Check the address.');
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function folderAt(folder: string): ReadPublished {
  return async (address) => {
    try {
      return await readFile(join(folder, fileOf(address, 'file')));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw new CairnError(
        'unreadable',
        `A file of the site in ${folder} could not be read (${code}).`,
        'Check that you are allowed to read it.',
        { cause: error },
      );
    }
  };
}
