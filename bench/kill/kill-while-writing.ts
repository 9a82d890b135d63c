/** Ends the real server without warning while people write, again and again on one data folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, openDatabase } from '../../src/db/connect.ts';
import { newId } from '../../src/db/ids.ts';
import { projectRoot } from '../../src/project-root.ts';
import { idOf, type Name, openAppOver, openWorld } from '../../test/world.ts';
import { beginTalk, endTalk, isHalfRevealed, notesOf } from './look.ts';
import { type Confirmed, hasBegun, hasRevealed, type Person, write } from './write.ts';

/** How long to wait for confirmations, in milliseconds: the first answers of a server take longest. */
const PATIENCE = 30_000;

/** When the server is ended after what is waited for, in milliseconds, at most. */
const LATEST = 1500;

const SECRET = 'a secret for killing, which is long enough to be taken';

export interface Tally {
  kills: number;
  /** Confirmed to whoever wrote, over all kills. */
  notes: number;
  answers: number;
  reveals: number;
  /** What was confirmed and is gone. */
  lost: string[];
  /** Conversations with a reveal and without both submissions, or the other way round. */
  halfRevealed: string[];
}

/** @throws where a start after a kill fails, or where people are refused or not answered before it */
export async function killWhileWriting(kills: number): Promise<Tally> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cairn-kill-'));
  const tally: Tally = { kills: 0, notes: 0, answers: 0, reveals: 0, lost: [], halfRevealed: [] };
  const confirmed = new Map<string, string>();
  try {
    let next = await withDatabase(dataDir, async (database) => {
      await openWorld(database);
      return prepare(database);
    });
    while (tally.kills < kills) {
      const { talk, people } = next;
      // Every third is killed after its reveal, the others before it, at it or after it.
      const moment = tally.kills % 3 === 2 ? hasRevealed : hasBegun;
      const written = await writeUntilKilled(dataDir, people, talk, moment);
      tally.kills += 1;
      for (const [id, text] of written.notes) confirmed.set(id, text);
      next = await withDatabase(dataDir, async (database) => {
        await look(database, talk, written, confirmed, tally);
        return prepare(database);
      });
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return tally;
}

async function prepare(database: Database) {
  const world = await openAppOver(database, { secret: SECRET });
  const person = async (name: Name): Promise<Person> => {
    const visitor = await world.as(name);
    const { token } = (await (await visitor.get('/api/session')).json()) as { token: string };
    return { cookie: visitor.cookie, token };
  };
  const people = { rosa: await person('engineer'), daniel: await person('lineManager') };
  return { people, talk: await beginTalk(database, newId(), idOf('engineer'), idOf('lineManager')) };
}

async function writeUntilKilled(
  dataDir: string,
  people: { rosa: Person; daniel: Person },
  talk: string,
  moment: (confirmed: Confirmed) => boolean,
): Promise<Confirmed> {
  const { server, address } = await startServer(dataDir);
  const ended = new Promise((done) => server.once('close', done));
  const confirmed: Confirmed = { notes: new Map(), answers: new Map(), revealed: false };
  try {
    const writing = write(address, people, talk, confirmed, () => server.killed);
    await Promise.all([writing, killAfter(moment, server, confirmed)]);
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
  return confirmed;
}

async function killAfter(
  moment: (confirmed: Confirmed) => boolean,
  server: ChildProcess,
  confirmed: Confirmed,
): Promise<void> {
  const latest = Date.now() + PATIENCE;
  while (!moment(confirmed)) {
    if (Date.now() > latest) throw new Error(`too little was confirmed within ${PATIENCE} ms`);
    await pause(5);
  }
  await pause(randomInt(LATEST));
  server.kill('SIGKILL');
}

async function look(
  database: Database,
  talk: string,
  written: Confirmed,
  confirmed: ReadonlyMap<string, string>,
  tally: Tally,
): Promise<void> {
  const { notes, answers, revealed } = await notesOf(database, talk);
  for (const [id, text] of confirmed) if (notes.get(id) !== text) tally.lost.push(`note ${id}`);
  for (const [side, said] of written.answers) {
    // What was sent last may be there too, although nobody was told.
    if (Number(answers.get(side) ?? 0) < said) tally.lost.push(`answer of the ${side} in ${talk}`);
  }
  if (written.revealed && !revealed) tally.lost.push(`reveal of ${talk}`);
  if (await isHalfRevealed(database, talk)) tally.halfRevealed.push(talk);
  tally.notes += written.notes.size;
  tally.answers += [...written.answers.values()].reduce((sum, one) => sum + one, 0);
  tally.reveals += written.revealed ? 1 : 0;
  await endTalk(database, talk);
}

async function withDatabase<T>(dataDir: string, use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

async function startServer(dataDir: string): Promise<{ server: ChildProcess; address: string }> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', BASE_URL: '', SMTP_URL: '', PORT: '0' };
  const args = [join(projectRoot, 'bin/cairn'), 'serve'];
  const server = spawn(process.execPath, args, {
    env: { ...env, CAIRN_SECRET: SECRET },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const address = await new Promise<string>((done, fail) => {
    const read = (chunk: Buffer) => {
      printed += chunk;
      const [, found] = /ready at (\S+)/.exec(printed) ?? [];
      if (found !== undefined) done(found);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('close', (code) => fail(new Error(`the server ended with ${code}:\n${printed}`)));
  });
  return { server, address };
}
