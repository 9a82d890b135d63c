/** People who write as fast as they are answered: notes, answers of a preparation, and last both submissions. */
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/db/ids.ts';

export interface Person {
  cookie: string;
  token: string;
}

export interface Confirmed {
  /** Text by id. */
  notes: Map<string, string>;
  /** How often each side's answer was saved. */
  answers: Map<'person' | 'manager', number>;
  /** Whether both submissions were confirmed. */
  revealed: boolean;
}

/** How often an answer is saved before its view is submitted. */
const SAVES = 8;

const BROKEN: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/**
 * Writes down in `confirmed` what was answered, until the server is gone.
 *
 * @throws where anything fails before the server was killed, or is refused
 */
export async function write(
  address: string,
  { rosa, daniel }: { rosa: Person; daniel: Person },
  talk: string,
  confirmed: Confirmed,
  isKilled: () => boolean,
): Promise<void> {
  const prepare = async (side: 'person' | 'manager', person: Person) => {
    await saveAnswers(address, person, side, talk, confirmed);
    return submit(address, person, talk);
  };
  const submissions = Promise.all([prepare('person', rosa), prepare('manager', daniel)]).then(() => {
    confirmed.revealed = true;
  });
  await Promise.all(
    [noteOn(address, rosa, confirmed), submissions].map((work) => untilKilled(work, isKilled)),
  );
}

/** Whether a note and an answer of each side were confirmed. */
export function hasBegun({ notes, answers }: Confirmed): boolean {
  return notes.size > 0 && answers.size === 2;
}

export function hasRevealed({ revealed }: Confirmed): boolean {
  return revealed;
}

/**
 * Writes one more note once the same server can again.
 *
 * @throws where it cannot within that many milliseconds
 */
export async function noteWhenBack(
  address: string,
  person: Person,
  confirmed: Confirmed,
  patience: number,
): Promise<void> {
  const latest = Date.now() + patience;
  while (
    await noteOne(address, person, confirmed).then(
      () => false,
      (error: unknown) => {
        if (!(error instanceof Unavailable) || Date.now() > latest) throw error;
        return true;
      },
    )
  )
    await pause(50);
}

async function noteOn(address: string, person: Person, confirmed: Confirmed): Promise<void> {
  for (;;) await noteOne(address, person, confirmed);
}

async function noteOne(address: string, person: Person, { notes }: Confirmed): Promise<void> {
  const id = newId();
  const text = `Moored a ship, ${id}`;
  await ask(address, person, 'POST', '/api/evidence', { id, text });
  notes.set(id, text);
}

async function saveAnswers(
  address: string,
  person: Person,
  side: 'person' | 'manager',
  talk: string,
  { answers }: Confirmed,
): Promise<void> {
  let was = { stance: '', note: '' };
  for (let version = 0; version < SAVES; version += 1) {
    const mine = { stance: 'sometimes', note: `${version + 1}` };
    await ask(address, person, 'PUT', `/api/conversations/${talk}/answers/incidents-watch`, {
      was,
      mine,
      version,
    });
    answers.set(side, version + 1);
    was = mine;
  }
}

async function submit(address: string, { cookie, token }: Person, talk: string): Promise<void> {
  const answer = await fetch(`${address}/conversations/${talk}/submissions`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: address },
    body: new URLSearchParams({ token }),
  });
  const text = await answer.text();
  if (answer.status === 503) throw new Unavailable(text);
  if (answer.status !== 303) throw new Error(`a submission was answered with ${answer.status}: ${text}`);
}

async function ask(
  address: string,
  { cookie, token }: Person,
  method: string,
  path: string,
  body: object,
): Promise<void> {
  const headers = { cookie, 'x-cairn-token': token, 'content-type': 'application/json' };
  const answer = await fetch(address + path, { method, headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (answer.status === 503) throw new Unavailable(text);
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
}

/** What was not confirmed, and said so: the database has gone. */
class Unavailable extends Error {}

/** A connection that broke after the kill, of Cairn's or of its database's, is how it ends; all else is a failure. */
async function untilKilled(work: Promise<void>, isKilled: () => boolean): Promise<void> {
  await work.catch((error: unknown) => {
    if (!isKilled() || !(error instanceof Unavailable || isBrokenConnection(error))) throw error;
  });
}

function isBrokenConnection(error: unknown): boolean {
  const { code } = ((error as Error).cause ?? {}) as { code?: string };
  return error instanceof TypeError && BROKEN.has(code ?? '');
}
