/** How commands that act for a person reach the server that holds their record. */
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CairnError } from '../domain/errors.ts';

export interface Connection {
  /** Address of the server, without a trailing slash. */
  url: string;
  token: string;
}

/**
 * From CAIRN_URL, and CAIRN_TOKEN or the file of the token.
 *
 * @throws CairnError `invalid` without a token, or with a file that others can read
 */
export function readConnection(env: NodeJS.ProcessEnv = process.env): Connection {
  const url = (env.CAIRN_URL || 'http://localhost:8080').replace(/\/+$/, '');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new CairnError(
      'invalid',
      `CAIRN_URL is "${url}", which is not a web address.`,
      'Set it to the address of your Cairn, e.g. https://cairn.example.org.',
    );
  }
  const token =
    env.CAIRN_TOKEN || tokenInFile(join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'cairn/token'));
  return { url, token };
}

function tokenInFile(path: string): string {
  try {
    const { mode } = statSync(path);
    if ((mode & 0o077) !== 0 && process.platform !== 'win32') {
      throw new CairnError('invalid', `Others can read your token in ${path}.`, `Run: chmod 600 ${path}`);
    }
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof CairnError) throw error;
    throw new CairnError(
      'invalid',
      `There is no token: CAIRN_TOKEN is not set, and ${path} cannot be read.`,
      'Make a personal token on your own page, and put it into either.',
      { cause: error },
    );
  }
}
