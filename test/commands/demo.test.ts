import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cairn, dataFolder, serve, temporaryFolder } from './cairn.ts';

/** Two demos are made, and two busy cores take their time. */
const PATIENCE = 180_000;

describe('Starting the demo', () => {
  it('makes it once in a folder of its own, and never touches DATA_DIR', { timeout: PATIENCE }, async () => {
    const [folder, DATA_DIR] = [await dataFolder(), join(temporaryFolder(), 'data')];
    const args = ['demo', '--folder', folder];
    const first = await serve({ DATA_DIR }, args);
    expect(first.printed()).toContain('Making the demo');
    expect(first.address).toMatch(/\/demo$/);
    expect(await (await fetch(first.address)).text()).toContain('Be somebody at');
    await first.stop();
    expect(existsSync(DATA_DIR)).toBe(false);

    const second = await serve({ DATA_DIR }, args);
    expect(second.printed()).not.toContain('Making the demo');
    await second.stop();

    const other = await cairn([...args, '--people', '1000'], { PORT: '0' });
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('--fresh');
    const fresh = await serve({ DATA_DIR }, [...args, '--people', '1000', '--fresh']);
    expect(await (await fetch(fresh.address)).text()).toContain('1,000 people');
    await fresh.stop();
  });

  it('refuses a number of people that it cannot make', async () => {
    const result = await cairn(['demo', '--people', '31', '--folder', join(temporaryFolder(), 'demo')]);
    expect([result.code, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toContain('30, 1000, 50000');
  });

  it('refuses a folder that is somebody’s own, with --fresh too', async () => {
    const folder = await dataFolder();
    const file = join(temporaryFolder(), 'people.csv');
    writeFileSync(file, 'name,email\nSomebody Real,somebody@harbour.test\n');
    expect((await cairn(['people', 'import', file], { DATA_DIR: folder })).code).toBe(0);
    for (const more of [[], ['--fresh']]) {
      const result = await cairn(['demo', '--folder', folder, ...more], { PORT: '0' });
      expect(result.code).toBe(1);
      expect(result.stderr).toContain('it holds a person. Nothing was changed.');
    }
  });
});
