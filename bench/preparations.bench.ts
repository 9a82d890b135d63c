/**
 * Many preparations open at once: 500 on a PostgreSQL server with 100 saves a second arriving, 20 on the embedded
 * database with 10. Each is opened, all of its 20 rows are saved, and it is submitted. Times count from when a request
 * was due, so that one that waits for others is counted with its wait. The reference is the server's own sign of life,
 * asked for ten times a second meanwhile.
 *
 * `npm run bench -- preparations 50` opens 50 on PostgreSQL, and a tenth of the saves arrive.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabasePlace, openDatabase } from '../src/db/connect.ts';
import { embeddedPlace, type MadePlace, serverPlace } from './made/databases.ts';
import { expectationsAt, makePeople } from './made/people.ts';
import { makeTalks, TALK_LEVEL, talkId } from './made/talks.ts';
import { within } from './made/timing.ts';
import { authOver, requestOf, type Sent, type SignedIn, signIn } from './made/visitors.ts';
import { type Arrival, type Arrived, arrive } from './preparations/arrivals.ts';
import { startServer } from './preparations/server.ts';
import { cpuMicroseconds } from './published/load.ts';

interface Size {
  people: number;
  preparations: number;
  /** A second. */
  opens: number;
  saves: number;
  submits: number;
}

const ROWS = expectationsAt(TALK_LEVEL);
/** Of each person, so that evidence lies beside the rows. */
const NOTES = 40;
const SIGN = 'sign of life (reference)';
const ON_SERVER = Number(process.argv[2] ?? 500);

await measure('the embedded database', embeddedPlace, {
  people: 200,
  preparations: 20,
  opens: 2,
  saves: 10,
  submits: 1,
});
await measure('PostgreSQL', serverPlace, {
  people: Math.max(600, ON_SERVER * 2),
  preparations: ON_SERVER,
  opens: 20,
  saves: ON_SERVER / 5,
  submits: 10,
});

async function measure(engine: string, make: () => Promise<MadePlace>, size: Size): Promise<void> {
  const made = await make();
  const dataDir = 'dataDir' in made.place ? made.place.dataDir : mkdtempSync(join(tmpdir(), 'cairn-bench-'));
  try {
    const port = await freePort();
    const baseUrl = `http://127.0.0.1:${port}`;
    const people = await prepareWorld(made.place, baseUrl, size);
    const server = await startServer(made.place, dataDir, port);
    try {
      const before = [cpuMicroseconds(server.pid), process.cpuUsage(), performance.now()] as const;
      const arrived = await arrive(arrivalsOf(baseUrl, people, size));
      const seconds = (performance.now() - before[2]) / 1000;
      const own = process.cpuUsage(before[1]);
      print(engine, size, arrived);
      const share = (microseconds: number) => `${(microseconds / 1e6).toFixed(1)} s of processor time`;
      console.log(
        `\nIn ${seconds.toFixed(0)} s the server took ${share(cpuMicroseconds(server.pid) - before[0])}, ` +
          `the load generator ${share(own.user + own.system)}; the database server is not counted.`,
      );
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
    await made.remove();
  }
}

/** Persons 2 and on, each with a conversation with their own manager. @returns their sessions */
async function prepareWorld(place: DatabasePlace, baseUrl: string, size: Size): Promise<SignedIn[]> {
  const database = await openDatabase(place);
  try {
    await makePeople(database, size.people, NOTES);
    const persons = Array.from({ length: size.preparations }, (_, index) => index + 2);
    const managerOf = (person: number) => Math.floor((person - 2) / 8) + 1;
    await makeTalks(
      database.owner,
      persons.map((person) => ({ number: person, person, manager: managerOf(person) })),
    );
    const auth = authOver(database, baseUrl);
    const signedIn: SignedIn[] = [];
    for (const person of persons) signedIn.push(await signIn(auth, database, person));
    return signedIn;
  } finally {
    await database.close();
  }
}

/** All are opened; then everybody saves row after row, in turns; then all are submitted. */
function arrivalsOf(baseUrl: string, people: readonly SignedIn[], size: Size): Arrival[] {
  const path = (index: number, rest: string) => `/conversations/${talkId(index + 2)}/${rest}`;
  const savesFrom = (people.length / size.opens) * 1000;
  const submitsFrom = savesFrom + ((people.length * ROWS.length) / size.saves) * 1000;
  const until = submitsFrom + (people.length / size.submits) * 1000;
  const mine = { stance: 'sometimes', note: 'Twice this spring, once at night.' };
  const json = { mine, was: { stance: '', note: '' }, version: 0 };
  const opens = people.map((who, index) => ({
    at: (index / size.opens) * 1000,
    kind: 'open',
    send: () => ask(baseUrl, who, path(index, 'prepare')),
  }));
  const saves = ROWS.flatMap((row, place) =>
    people.map((who, index) => ({
      at: savesFrom + ((place * people.length + index) / size.saves) * 1000,
      kind: 'save',
      send: () => ask(baseUrl, who, `/api${path(index, 'answers')}/${row}`, { json }),
    })),
  );
  const submits = people.map((who, index) => ({
    at: submitsFrom + (index / size.submits) * 1000,
    kind: 'submit',
    send: () => ask(baseUrl, who, path(index, 'submissions'), { fields: {} }, 303),
  }));
  const nobody = { cookie: '', token: '' };
  const signs = Array.from({ length: Math.floor(until / 100) }, (_, index) => ({
    at: index * 100 + 50,
    kind: SIGN,
    send: () => ask(baseUrl, nobody, '/healthz'),
  }));
  return [...opens, ...saves, ...submits, ...signs];
}

async function ask(baseUrl: string, who: SignedIn, path: string, sent?: Sent, status = 200): Promise<void> {
  const answer = await fetch(requestOf(baseUrl, who, path, sent));
  await answer.arrayBuffer();
  if (answer.status !== status) throw new Error(`answered ${answer.status}`);
}

function print(engine: string, size: Size, { times, lag, errors }: Arrived): void {
  console.log(`\n${size.preparations} preparations, ${size.saves} saves a second, on ${engine}\n`);
  console.log('| what | p50 | p95 | slowest | requests | ratio p95 |\n|---|---|---|---|---|---|');
  const reference = within(times.get(SIGN) ?? [], 0.95);
  for (const kind of [SIGN, 'open', 'save', 'submit']) {
    const all = times.get(kind) ?? [];
    const figures = [0.5, 0.95, 1].map((part) => `${within(all, part).toFixed(1)} ms`);
    console.log(
      `| ${[kind, ...figures, all.length, (within(all, 0.95) / reference).toFixed(1)].join(' | ')} |`,
    );
  }
  console.log(
    `\nErrors: ${errors.length}. Sent later than due: p95 ${within(lag, 0.95).toFixed(1)} ms, at most ${within(lag, 1).toFixed(1)} ms.`,
  );
  for (const error of new Set(errors)) console.log(`- ${error}`);
  if (errors.length > 0) process.exitCode = 1;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
