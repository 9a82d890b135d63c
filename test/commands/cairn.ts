/** Runs the real command in processes of its own, as a person would. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { embeddedDataDir } from '../database.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
const CAIRN = join(ROOT, 'bin/cairn');

type Child = ChildProcessByStdio<Writable | null, Readable, Readable>;

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A folder of its own for a test, removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A data folder with an empty database in it, for whom the first start is not the point: it takes seconds. */
export async function dataFolder(): Promise<string> {
  const folder = await embeddedDataDir();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command to its end, as another user where one is named by number, with what is typed into it. */
export async function cairn(
  args: string[],
  env: NodeJS.ProcessEnv = {},
  cwd = ROOT,
  uid?: number,
  typed = '',
): Promise<Ended> {
  const child = start(args, env, cwd, uid);
  child.stdin?.end(typed);
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.on('close', done)),
  ]);
  return { code, stdout, stderr };
}

export interface Served {
  address: string;
  process: Child;
  /** What it has printed so far. */
  printed(): string;
  /** Sends the signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the server on a free port and waits until it says that it is ready. Stopped when the test ends. */
export async function serve(env: NodeJS.ProcessEnv, args = ['serve']): Promise<Served> {
  const child = start(args, { PORT: '0', ...env }, ROOT);
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  onTestFinished(async () => {
    await stop();
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk;
    });
  return { address: await ready(child), process: child, printed: () => printed, stop };
}

function ready(child: Child): Promise<string> {
  let printed = '';
  return new Promise((done, fail) => {
    const look = (chunk: Buffer) => {
      printed += chunk;
      const address = /ready at (\S+)/.exec(printed)?.[1];
      if (address !== undefined) done(address);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('close', (code) => fail(new Error(`the server ended with ${code}:\n${printed}`)));
  });
}

function start(args: string[], env: NodeJS.ProcessEnv, cwd: string, uid?: number): Child {
  const clean = { ...process.env, DATABASE_URL: '', BASE_URL: '', SMTP_URL: '', CAIRN_SECRET: '', ...env };
  return spawn(process.execPath, [CAIRN, ...args], {
    cwd,
    env: clean,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
}
