import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { embeddedDataDir } from '../../../test/database.ts';
import { openDatabase } from '../connect.ts';
import { type LockMethod, lockFolder } from '../embedded/folder-lock.ts';
import { isAlive, thisProcess } from '../embedded/process-mark.ts';

let folder: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'cairn-lock-'));
  children = [];
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  fs.rmSync(folder, { recursive: true, force: true });
});

const path = () => join(folder, 'cairn.lock');

/** Another process that takes the lock; resolves with what it said. */
async function otherProcess(method?: LockMethod): Promise<{ child: ChildProcess; said: string }> {
  const module = JSON.stringify(new URL('../embedded/folder-lock.ts', import.meta.url).href);
  const code = `import(${module}).then(({ lockFolder }) => {
    try { globalThis.lock = lockFolder(${JSON.stringify(path())}, 'data', ${JSON.stringify(method)}); console.log('locked'); }
    catch (error) { console.log(error.message); }
    setInterval(() => {}, 1000);
  });`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [said] = await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
  return { child, said: String(said).trim() };
}

test('a second process is refused with what to do, and let in once the first has closed', async () => {
  const dataDir = await embeddedDataDir();
  const first = await openDatabase({ dataDir });
  const second = openDatabase({ dataDir });
  await expect(second).rejects.toThrow(
    `Another Cairn, process ${process.pid}, is running on the data folder ${dataDir}. Two at once would lose data.`,
  );
  await expect(second).rejects.toMatchObject({
    code: 'refused',
    remedy: expect.stringContaining('DATA_DIR'),
  });
  await first.close();
  const third = await openDatabase({ dataDir });
  await third.close();
  fs.rmSync(dataDir, { recursive: true });
});

const methods: LockMethod[] = process.platform === 'linux' ? ['kernel', 'file'] : ['file'];

describe.each(methods)('a lock held by the %s', (method) => {
  test('keeps another process out and names its holder', async () => {
    const lock = lockFolder(path(), 'data', method);
    expect((await otherProcess(method)).said).toContain(`process ${process.pid}, is running`);
    lock.release();
    expect((await otherProcess(method)).said).toBe('locked');
  });

  test('ends with a process that is killed', async () => {
    const { child, said } = await otherProcess(method);
    expect(said).toBe('locked');
    expect(() => lockFolder(path(), 'data', method)).toThrow(`process ${child.pid},`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    lockFolder(path(), 'data', method).release();
  });

  test('goes to exactly one of many that come at once', async () => {
    const said = await Promise.all(Array.from({ length: 4 }, () => otherProcess(method)));
    expect(said.filter(({ said }) => said === 'locked')).toHaveLength(1);
  });

  test('is respected by a process that locks in the other way', async () => {
    const other = method === 'kernel' ? 'file' : undefined;
    const lock = lockFolder(path(), 'data', method);
    expect((await otherProcess(other)).said).toContain('is running');
    lock.release();
  });
});

test('a lock left by a process of an earlier start of the machine, or whose number is used again, is stale', () => {
  const mine = thisProcess();
  expect(isAlive(mine)).toBe(true);
  expect(isAlive({ ...mine, boot: 'another boot' })).toBe(process.platform === 'win32');
  expect(isAlive({ ...mine, started: 'another time' })).toBe(process.platform === 'win32');
  for (const stale of [{ ...mine, boot: 'another boot' }, { pid: 2 ** 22 + 1 }]) {
    fs.writeFileSync(`${path()}.pid`, JSON.stringify(stale));
    lockFolder(path(), 'data', 'file').release();
  }
  fs.writeFileSync(`${path()}.pid`, '');
  lockFolder(path(), 'data', 'file').release();
  expect(fs.readdirSync(folder)).toEqual([]);
});
