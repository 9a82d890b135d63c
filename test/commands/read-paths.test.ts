import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readPaths } from '../../src/cli/read-paths.ts';
import { cairn, temporaryFolder } from './cairn.ts';

describe('Files and folders in whatever state', () => {
  it('reads folders in the order of names, without hidden files', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'b'));
    mkdirSync(join(folder, '.git'));
    for (const name of ['b/2.txt', 'a.txt', '.hidden', '.git/config'])
      writeFileSync(join(folder, name), name);
    const { files, findings } = await readPaths([folder]);
    expect(files.map(({ name }) => name.split('/').slice(1).join('/'))).toEqual(['a.txt', 'b/2.txt']);
    expect(findings).toEqual([]);
  });

  it('keeps no path of the machine in a name', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'page.txt'), 'text');
    const { files } = await readPaths([join(folder, 'page.txt')]);
    expect(files.map(({ name }) => name)).toEqual(['page.txt']);
  });

  it('walks a loop of links once', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'page.txt'), 'text');
    symlinkSync(folder, join(folder, 'again'));
    symlinkSync(join(folder, 'self'), join(folder, 'self'));
    const { files, findings } = await readPaths([folder]);
    expect(files).toHaveLength(1);
    expect(findings.map(({ message }) => message)).toEqual(['It is a link that leads back to itself.']);
  });

  it('says so of a link to nothing and of a pipe, and reads the rest', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'page.txt'), 'text');
    symlinkSync(join(folder, 'gone'), join(folder, 'link'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const { files, findings } = await readPaths([folder]);
    expect(files).toHaveLength(1);
    expect(findings.map(({ file, severity }) => [file?.split('/').at(-1), severity])).toEqual([
      ['link', 'error'],
      ['pipe', 'error'],
    ]);
  });

  it('refuses a file of 500 MB by its size, without reading it', async () => {
    const file = join(temporaryFolder(), 'huge.txt');
    writeFileSync(file, '');
    truncateSync(file, 500_000_000);
    const before = process.memoryUsage().rss;
    const { files, findings } = await readPaths([file]);
    expect(files).toEqual([]);
    expect(findings[0]?.message).toContain('500 MB');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('says so of a file that changes while it is read', async () => {
    const file = join(temporaryFolder(), 'page.txt');
    writeFileSync(file, 'x'.repeat(15_000_000));
    const writer = setInterval(() => appendFileSync(file, 'y'));
    onTestFinished(() => clearInterval(writer));
    const { files, findings } = await readPaths([file]);
    expect(files).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual(['It changed while it was read.']);
  });

  it('ends with 2 and a sentence where nothing is at the path', async () => {
    const result = await cairn(['check', join(temporaryFolder(), 'nowhere')]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('There is nothing at');
  });

  it('says of an unreadable folder who may read it', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'locked'), { mode: 0o000 });
    const { code, stdout } = await checkAsNobody(folder);
    expect(code).toBe(2);
    expect(stdout).toContain('You are not allowed to read it.');
  });
});

/** Root may read everything, so as root the check runs as a user who may not. */
async function checkAsNobody(folder: string): Promise<{ code: number | null; stdout: string }> {
  if (process.getuid?.() !== 0) return cairn(['check', folder]);
  execFileSync('chmod', ['755', folder]);
  return cairn(['check', folder], {}, undefined, NOBODY);
}

const NOBODY = 65_534;
