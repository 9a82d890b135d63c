/** Ends the real server without warning while people write, again and again over one database. */
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, type DatabasePlace, openDatabase } from '../../src/db/connect.ts';
import { newId } from '../../src/db/ids.ts';
import { idOf, type Name, openAppOver, openWorld } from '../../test/world.ts';
import type { MadePlace } from '../made/databases.ts';
import { beginTalk, endTalk, isHalfRevealed, notesOf } from './look.ts';
import { startServer } from './start-server.ts';
import { type Confirmed, hasBegun, hasRevealed, noteWhenBack, type Person, write } from './write.ts';

/** How long to wait for confirmations, in milliseconds: the first answers of a server take longest. */
const PATIENCE = 30_000;

/** When the server is ended after what is waited for, in milliseconds, at most. */
const LATEST = 1500;

const SECRET = 'a secret for killing, which is long enough to be taken';

/** How often it is not Cairn but the PostgreSQL server that is ended, where that was started for this. */
const DATABASE_EVERY = 4;

export interface Tally {
  kills: number;
  /** How many of them ended the PostgreSQL server. */
  ofDatabase: number;
  /** Confirmed to whoever wrote, over all kills. */
  notes: number;
  answers: number;
  reveals: number;
  /** What was confirmed and is gone. */
  lost: string[];
  /** Conversations with a reveal and without both submissions, or the other way round. */
  halfRevealed: string[];
}

/** A database for it, and the PostgreSQL server that is to be ended too. */
export type Killed = Pick<MadePlace, 'place' | 'server'>;

/** @throws where a start after a kill fails, or where people are refused or not answered before it */
export async function killWhileWriting(kills: number, { place, server }: Killed): Promise<Tally> {
  const dataDir = 'dataDir' in place ? place.dataDir : mkdtempSync(join(tmpdir(), 'cairn-kill-'));
  const tally: Tally = {
    kills: 0,
    ofDatabase: 0,
    notes: 0,
    answers: 0,
    reveals: 0,
    lost: [],
    halfRevealed: [],
  };
  const confirmed = new Map<string, string>();
  try {
    let next = await withDatabase(place, async (database) => {
      await openWorld(database);
      return prepare(database);
    });
    while (tally.kills < kills) {
      const { talk, people } = next;
      const round = tally.kills;
      const database = round % DATABASE_EVERY === DATABASE_EVERY - 1 ? server : undefined;
      // Every third is killed after its reveal, the others before it, at it or after it.
      const moment = round % 3 === 2 ? hasRevealed : hasBegun;
      const started = await startServer(dataDir, place, SECRET);
      const written = await writeUntilKilled(started, people, talk, moment, database);
      tally.kills += 1;
      tally.ofDatabase += database === undefined ? 0 : 1;
      for (const [id, text] of written.notes) confirmed.set(id, text);
      next = await withDatabase(place, async (opened) => {
        await look(opened, talk, written, confirmed, tally);
        return prepare(opened);
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
  { server, address }: { server: ChildProcess; address: string },
  people: { rosa: Person; daniel: Person },
  talk: string,
  moment: (confirmed: Confirmed) => boolean,
  database: Killed['server'],
): Promise<Confirmed> {
  const ended = new Promise((done) => server.once('close', done));
  const confirmed: Confirmed = { notes: new Map(), answers: new Map(), revealed: false };
  let killed = false;
  const kill = async () => {
    await waitFor(moment, confirmed);
    killed = true;
    if (database === undefined) server.kill('SIGKILL');
    else await database.down();
  };
  try {
    await Promise.all([write(address, people, talk, confirmed, () => killed), kill()]);
    if (database !== undefined) {
      await database.up();
      await noteWhenBack(address, people.rosa, confirmed, PATIENCE);
    }
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
  return confirmed;
}

async function waitFor(moment: (confirmed: Confirmed) => boolean, confirmed: Confirmed): Promise<void> {
  const latest = Date.now() + PATIENCE;
  while (!moment(confirmed)) {
    if (Date.now() > latest) throw new Error(`too little was confirmed within ${PATIENCE} ms`);
    await pause(5);
  }
  await pause(randomInt(LATEST));
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

async function withDatabase<T>(place: DatabasePlace, use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(place);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}
