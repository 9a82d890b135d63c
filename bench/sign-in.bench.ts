/** Signing in, as somebody at the network sees it: whether an answer takes longer where an address has an account. */
import { spawn } from 'node:child_process';
import { randomBytes, randomInt, scryptSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const CAIRN = join(ROOT, 'bin/cairn');
const KNOWN = 'kit@harbour.example';
const PASSWORD = 'three boats at anchor';

/** Of each kind, one after the other in turns. */
const RUNS = 30;

const work = mkdtempSync(join(tmpdir(), 'cairn-bench-sign-in-'));
const server = spawn(process.execPath, [CAIRN, 'serve'], {
  env: { ...process.env, PORT: '0', DATA_DIR: work, DATABASE_URL: '', TRUSTED_PROXY: '127.0.0.1,::1' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((done) => server.once('close', done));
try {
  const link = await setUpLink();
  const { origin } = new URL(link);
  await send(link, { name: 'Kit Doyle', email: KNOWN, 'new-password': PASSWORD });
  const password = (email: string, typed: string) => () =>
    send(`${origin}/sign-in`, { email, password: typed });
  const mail = (path: string, email: string) => () => send(origin + path, { email });
  const stranger = () => `${randomBytes(6).toString('hex')}@harbour.example`;
  const kinds: [string, () => Promise<unknown>][] = [
    ['wrong password, an account', password(KNOWN, 'not this one at all')],
    ['wrong password, no account', () => password(stranger(), 'not this one at all')()],
    ['right password', password(KNOWN, PASSWORD)],
    ['link by mail, an account', mail('/sign-in/link', KNOWN)],
    ['link by mail, no account', () => mail('/sign-in/link', stranger())()],
    ['password link, an account', mail('/password/forgotten', KNOWN)],
    ['password link, no account', () => mail('/password/forgotten', stranger())()],
  ];
  const times = new Map(kinds.map(([name]) => [name, [] as number[]]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, ask] of kinds) {
      times.get(name)?.push(await timed(ask));
      // What follows an answer must not weigh on the next one.
      await new Promise((done) => setTimeout(done, 600));
    }
  }
  print(times);
} finally {
  server.kill('SIGTERM');
  await ended;
  rmSync(work, { recursive: true, force: true });
}

function setUpLink(): Promise<string> {
  return new Promise((done, fail) => {
    let printed = '';
    server.stdout.on('data', (chunk) => {
      printed += chunk;
      const [found] = /http:\S+\/set-up\/\S+(?=\n)/.exec(printed) ?? [];
      if (found !== undefined) done(found);
    });
    ended.then(() => fail(new Error(`the server ended early: ${printed}`)));
  });
}

/** What a page of signing in has given this run: its cookie, and what its forms carry. */
let visit: { cookie: string; token: string } | undefined;

/** Sends a form, each time from another address, so that no limit is met. @returns milliseconds of the answer */
async function send(address: string, fields: Record<string, string>): Promise<number> {
  visit ??= await openPage(new URL(address).origin);
  const headers = {
    cookie: visit.cookie,
    origin: new URL(address).origin,
    'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
  };
  const body = new URLSearchParams({ token: visit.token, ...fields });
  const begun = performance.now();
  const answer = await fetch(address, { method: 'POST', headers, body, redirect: 'manual' });
  await answer.text();
  return performance.now() - begun;
}

async function openPage(origin: string) {
  const page = await fetch(`${origin}/sign-in`);
  const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return { cookie: (page.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '', token };
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  return (await ask()) as number;
}

function print(times: Map<string, number[]>): void {
  const hashing = Array.from({ length: 15 }, () => {
    const begun = performance.now();
    scryptSync(PASSWORD, 'salt', 64, { N: 16_384, r: 16, p: 1, maxmem: 128 * 16_384 * 16 * 2 });
    return performance.now() - begun;
  });
  console.log('\n| answer | median | 9 of 10 within | runs |\n|---|---|---|---|');
  for (const [name, list] of times) row(name, list);
  row('reference: hashing a password alone', hashing);
}

function row(name: string, list: readonly number[]): void {
  const sorted = list.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
  console.log(`| ${name} | ${at(0.5)} ms | ${at(0.9)} ms | ${list.length} |`);
}
