import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * When git last recorded a change at any of the paths, as an ISO 8601 instant; undefined where git does not know, e.g.
 * outside a repository.
 */
export async function lastCommitDate(paths: readonly string[]): Promise<string | undefined> {
  const dates = await Promise.all(paths.map(commitDate));
  return dates
    .flatMap((date) => (date === undefined ? [] : [new Date(date).toISOString()]))
    .sort()
    .at(-1);
}

async function commitDate(path: string): Promise<string | undefined> {
  const [cwd, name] = statSync(path).isDirectory() ? [path, '.'] : [dirname(path), basename(path)];
  try {
    const { stdout } = await run('git', ['log', '-1', '--format=%cI', '--', name], { cwd });
    return stdout.trim() || undefined;
  } catch {
    // No git, no repository or no commit: all mean that nobody here knows, and the caller asks for a date instead.
    return undefined;
  }
}
