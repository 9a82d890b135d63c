import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cairn, dataFolder, ROOT, serve, temporaryFolder } from './cairn.ts';

const OPERATIONS = join(ROOT, 'frameworks/operations');
const DATE = ['--date', '2026-11-22'];

describe('bin/cairn build', () => {
  it('publishes a framework from its folder, without a database', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'site');
    const { code, stdout } = await cairn(
      [
        'build',
        '--out',
        out,
        '--base-url',
        'https://org.example/ops',
        '--status',
        'beta',
        ...DATE,
        OPERATIONS,
      ],
      { DATA_DIR: join(folder, 'data') },
    );
    expect(stdout).toMatch(
      /^\d+ pages and \d+ files written to .*, to be served at https:\/\/org\.example\/ops\.\n$/,
    );
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'data'))).toBe(false);
    const page = readFileSync(join(out, 'frameworks/operations/levels/engineer/index.html'), 'utf8');
    expect(page).toContain('href="https://org.example/ops/frameworks/operations/levels/engineer/"');
    const { releases } = JSON.parse(readFileSync(join(out, 'cairn-site.json'), 'utf8'));
    expect(releases).toMatchObject([
      { framework: 'operations', status: 'beta', since: '2026-11-22T00:00:00.000Z' },
    ]);
    const verified = await cairn(['verify', out, '--against', OPERATIONS]);
    expect(verified.stderr).toBe('');
    expect(verified.code).toBe(0);
  }, 60_000);

  it('publishes what a running server has released', async () => {
    const folder = temporaryFolder();
    const env = { DATA_DIR: await dataFolder() };
    await serve(env);
    const out = join(folder, 'site');
    const { code, stdout } = await cairn(['build', '--out', out, '--base', 'ops'], env);
    expect(stdout).toContain('to be served at /ops/.\nWithout --base-url there is no feed');
    expect(code).toBe(0);
    const list = readFileSync(join(out, 'frameworks/index.html'), 'utf8');
    expect(list).toContain('href="/ops/frameworks/operations/"');
  }, 120_000);

  it('dates a folder by its last commit, and asks for a date where there is none', async () => {
    const folder = temporaryFolder();
    cpSync(OPERATIONS, join(folder, 'operations'), { recursive: true });
    const build = ['build', '--out', join(folder, 'site'), join(folder, 'operations')];
    const undated = await cairn(build);
    expect(undated.code).toBe(2);
    expect(undated.stderr).toContain('--date 2026-11-22');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Steward', '-c', 'user.email=steward@org.example', ...args], {
        cwd: folder,
        env: { ...process.env, GIT_COMMITTER_DATE: '2026-03-01T10:00:00+01:00' },
      });
    git('init', '--quiet');
    git('add', 'operations');
    git('commit', '--quiet', '--message', 'Begin');
    expect((await cairn(build)).code).toBe(0);
    expect(readFileSync(join(folder, 'site/cairn-site.json'), 'utf8')).toContain(
      '"2026-03-01T09:00:00.000Z"',
    );
  }, 60_000);

  it('refuses a framework with errors and leaves the earlier site', async () => {
    const folder = temporaryFolder();
    const framework = join(folder, 'operations');
    const build = ['build', '--out', join(folder, 'site'), ...DATE, framework];
    cpSync(OPERATIONS, framework, { recursive: true });
    expect((await cairn(build)).code).toBe(0);
    const theme = join(framework, 'themes', readdirSync(join(framework, 'themes'))[0] ?? '');
    writeFileSync(theme, readFileSync(theme, 'utf8').replace(/level: engineer\n/, 'level: nowhere\n'));
    const { code, stderr } = await cairn(build);
    expect(code).toBe(1);
    expect(stderr).toContain('“nowhere”');
    expect(stderr).toMatch(/cairn: \d+ errors? stands? in the way, so nothing was written\./);
    expect(existsSync(join(folder, 'site/cairn-site.json'))).toBe(true);
  }, 60_000);

  it.each([
    [['--base', '/a/', '--base-url', 'https://org.example/b'], 'name different folders'],
    [['--base-url', 'ftp://org.example'], 'is not the address of a site'],
    [['--base', '/a b/'], 'is not a path'],
    [['--date', 'tomorrow'], 'is not a day'],
    [['--status', 'draft'], 'beta, published, legacy'],
  ])('says what is wrong with %j', async (options, said) => {
    const { code, stderr } = await cairn([
      'build',
      '--out',
      join(temporaryFolder(), 'site'),
      ...options,
      OPERATIONS,
    ]);
    expect(code).not.toBe(0);
    expect(stderr).toContain(said);
  });

  it('refuses to replace a folder that is no site', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const { code, stderr } = await cairn(['build', '--out', folder, ...DATE, OPERATIONS]);
    expect(code).toBe(1);
    expect(stderr).toContain('is no site that Cairn wrote');
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });
});
