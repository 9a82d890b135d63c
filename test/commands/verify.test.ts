import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cairn, dataFolder, ROOT, serve, temporaryFolder } from './cairn.ts';

const SHIPPED = join(ROOT, 'frameworks/operations');
const THEME = 'themes/technical.yaml';

/** A copy of the shipped framework in which one statement says something else. */
function changedCopy(): string {
  const folder = join(temporaryFolder(), 'operations');
  cpSync(SHIPPED, folder, { recursive: true });
  const text = readFileSync(join(folder, THEME), 'utf8');
  writeFileSync(join(folder, THEME), text.replace(/statement: /, 'statement: Changed. '));
  return folder;
}

async function builtSite(): Promise<string> {
  const site = join(temporaryFolder(), 'site');
  const { code, stderr } = await cairn(['build', SHIPPED, '--out', site]);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  return site;
}

function change(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
}

describe('verify', { timeout: 120_000 }, () => {
  it('agrees with a server that publishes what the folder says, and tells what differs', async () => {
    const { address } = await serve({ DATA_DIR: await dataFolder() });
    const same = await cairn(['verify', `${address}/`, '--against', SHIPPED]);
    expect([same.code, same.stderr]).toEqual([0, '']);
    expect(same.stdout).toMatch(/^operations 1\.0\.0 \(beta\): it is what the folder says\./);
    expect(same.stdout).toMatch(/sha256:[0-9a-f]{64}/);

    const other = await cairn(['verify', address, '--against', changedCopy()]);
    expect(other.code).toBe(1);
    expect(other.stdout).toMatch(/it is not what the folder says\.\n {2}The expectation \S+ differs\.\n$/);

    const none = await cairn(['verify', address, '--against', SHIPPED, '--release', '9.9.9']);
    expect([none.code, none.stdout]).toEqual([1, 'operations: no release 9.9.9 of it is published there.\n']);
  });

  it('agrees with a static site, and finds out what was changed in it', async () => {
    const site = await builtSite();
    expect((await cairn(['verify', site, '--against', SHIPPED])).code).toBe(0);
    const data = join(site, 'frameworks/operations.json');
    const folder = readdirSync(join(site, 'frameworks')).find((name) => name.startsWith('operations@')) ?? '';
    const document = join(site, 'frameworks', folder.replace(/\.(json|png)$/, ''), 'document.json');

    change(document, '"name":"', '"name":"X');
    const tampered = await cairn(['verify', site, '--against', SHIPPED]);
    expect([tampered.code, tampered.stdout]).toEqual([
      1,
      expect.stringContaining('was changed after its release'),
    ]);

    change(document, '"name":"X', '"name":"');
    change(data, /"statement":"/, '"statement":"X');
    const onlyData = await cairn(['verify', site, '--against', SHIPPED]);
    expect([onlyData.code, onlyData.stdout]).toEqual([1, expect.stringContaining('says something else')]);
  });

  it('ends with 2 where there is nothing to compare', async () => {
    const empty = temporaryFolder();
    const cases = [
      ['http://localhost:1', SHIPPED, 'does not answer'],
      [join(empty, 'none'), SHIPPED, 'neither a web address nor a folder'],
      [empty, empty, 'no framework'],
      [empty, join(empty, 'none'), 'nothing at'],
    ] as const;
    for (const [target, against, why] of cases) {
      const { code, stderr } = await cairn(['verify', target, '--against', against]);
      expect([target, code]).toEqual([target, 2]);
      expect(stderr).toContain(why);
    }
  });

  it('says that nothing is published in an empty folder', async () => {
    const { code, stdout } = await cairn(['verify', temporaryFolder(), '--against', SHIPPED]);
    expect([code, stdout]).toEqual([1, 'operations: no release of it is published there.\n']);
  });
});
