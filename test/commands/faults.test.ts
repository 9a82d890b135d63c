/** What goes wrong around a running server, and what people are told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { type Server, startPostgres } from '../../scripts/postgres-server.mjs';
import { type Database, type DatabasePlace, openDatabase } from '../../src/db/connect.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { version } from '../../src/version.ts';
import { openAppOver, openWorld } from '../world.ts';
import { dataFolder, serve, temporaryFolder } from './cairn.ts';

const CAIRN_SECRET = 'a secret for faults, which is long enough to be taken';
const HEALTHY = { status: 'ok', version };
const MEGABYTE = 1024 * 1024;

test('50 MB and more are refused with a sentence, and not kept in memory, whether their size is told or not', async () => {
  const DATA_DIR = await dataFolder();
  const rosa = await signedIn({ dataDir: DATA_DIR });
  const { address, process } = await serve({ DATA_DIR, CAIRN_SECRET });
  const send = (init: RequestInit) =>
    fetch(`${address}/evidence/${rosa.note}/files`, upload(address, rosa, init));
  expect((await send({ body: formWith(rosa.token, 2 * MEGABYTE) })).status).toBe(303);
  const before = mostMemory(process.pid);
  for (const init of [{ body: formWith(rosa.token, 50 * MEGABYTE) }, inParts(500)]) {
    const answer = await send(init);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Choose a smaller file, or fewer at once. Nothing was saved.');
  }
  expect(mostMemory(process.pid) - before).toBeLessThan(250 * MEGABYTE);
});

const ofServers = test.skipIf(process.env.CAIRN_TEST_DATABASE_URL === undefined);

ofServers('while the PostgreSQL server is gone people are told so; back again, it all works', async () => {
  const postgres = await startedPostgres();
  const rosa = await signedIn({ url: postgres.url });
  const DATA_DIR = join(temporaryFolder(), 'data');
  const { address, printed } = await serve({ DATA_DIR, DATABASE_URL: postgres.url, CAIRN_SECRET });
  const own = () => fetch(`${address}/evidence/${rosa.note}`, { headers: { cookie: rosa.cookie } });
  const api = () => fetch(`${address}/api/session`, { headers: { cookie: rosa.cookie } });
  const health = () => healthOf(address);
  expect((await own()).status).toBe(200);

  await postgres.down();
  for (const ask of [own, own, api]) {
    const answer = await ask();
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('The connection to the database was lost.');
  }
  expect((await fetch(`${address}/frameworks/harbour`)).status).toBe(200);
  // Published pages go on, so nothing should start Cairn again for this.
  expect(await health()).toEqual([200, expect.objectContaining({ status: 'ok', database: 'unreachable' })]);

  await postgres.up();
  const back = await own();
  expect(back.status).toBe(200);
  expect(await back.text()).toContain('Led the crane outage to its close');
  await expect.poll(health, { timeout: 20_000 }).toEqual([200, { ...HEALTHY, revision: expect.any(String) }]);
  // However many found out, it is told in one line when it goes and in one when it is back.
  const told = printed().slice(printed().indexOf('The connection to the database was lost'));
  expect(told.trim().split('\n')).toEqual([
    expect.stringMatching(/^The connection to the database was lost: .+\.$/),
    'The database answers again.',
  ]);
});

ofServers('what the PostgreSQL server did not finish is told as not written', async () => {
  const postgres = await startedPostgres();
  const database = await openDatabase({ url: postgres.url });
  onTestFinished(() => database.close());
  const asked = inTransaction(database.db, (transaction) => sql`select pg_sleep(60)`.execute(transaction));
  const told = expect(asked).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('What had not been confirmed was not written'),
  });
  await pause(500);
  await postgres.down();
  await told;
});

async function healthOf(address: string) {
  const answer = await fetch(`${address}/healthz`);
  return [answer.status, await answer.json()];
}

/** A server of its own, so that no other test loses it. */
async function startedPostgres(): Promise<Server> {
  const postgres = await startPostgres();
  if ('skipped' in postgres) throw new Error(postgres.skipped);
  onTestFinished(() => postgres.stop());
  return postgres;
}

interface SignedIn {
  cookie: string;
  token: string;
  /** What they noted. */
  note: string;
}

/** The cast in a database, and the engineer signed in there with a note. */
async function signedIn(place: DatabasePlace): Promise<SignedIn> {
  const database = await openDatabase(place);
  try {
    return await engineerIn(database);
  } finally {
    await database.close();
  }
}

async function engineerIn(database: Database): Promise<SignedIn> {
  await openWorld(database);
  const { as } = await openAppOver(database, { secret: CAIRN_SECRET });
  const rosa = await as('engineer');
  const { token } = (await (await rosa.get('/api/session')).json()) as { token: string };
  const noted = await rosa.post('/evidence', { text: 'Led the crane outage to its close' });
  const [, note = ''] = /\/evidence\/([0-9a-f-]+)/.exec(noted.headers.get('location') ?? '') ?? [];
  return { cookie: rosa.cookie, token, note };
}

function upload(origin: string, { cookie }: SignedIn, { headers, ...init }: RequestInit): RequestInit {
  return { method: 'POST', redirect: 'manual', ...init, headers: { ...headers, cookie, origin } };
}

function formWith(token: string, size: number): FormData {
  const form = new FormData();
  form.append('token', token);
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const picture = new Uint8Array(size);
  picture.set(head);
  form.append('files', new File([picture], 'crane.png'));
  return form;
}

/** A form that comes piece by piece, so that nobody knows before how large it is. */
function inParts(megabytes: number): RequestInit {
  const part = new Uint8Array(MEGABYTE);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => {
      if (sent === megabytes) return stream.close();
      sent += 1;
      stream.enqueue(part);
    },
  });
  return {
    body,
    duplex: 'half',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  } as RequestInit;
}

/** The most that a process ever held, in bytes. */
function mostMemory(pid: number | undefined): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
