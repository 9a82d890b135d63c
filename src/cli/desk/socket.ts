/** The local socket through which commands reach the database that a running server has open. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Database } from '../../db/connect.ts';
import { CairnError, type ErrorCode } from '../../domain/errors.ts';
import { type Progress, TASKS, type TaskInput, type TaskName, type TaskOutput } from './tasks.ts';
import { decode, encode } from './wire.ts';

/** Longest socket path that every system takes. */
const LONGEST = 100;

/** Where the server on a data folder listens for commands. Only the user who runs it may connect. */
export function socketPath(dataDir: string): string {
  const path = join(resolve(dataDir), 'cairn.sock');
  if (Buffer.byteLength(path) <= LONGEST) return path;
  return join(tmpdir(), `cairn-${createHash('sha256').update(path).digest('hex').slice(0, 16)}.sock`);
}

/** What the server sends: any number of `progress` lines, then one `result` or `error`. */
type Message =
  | { progress: string }
  | { result: unknown }
  | { error: { code: ErrorCode | 'internal'; message: string; remedy?: string | undefined } };

/** Serves commands on the socket until it is closed. `after` runs once a command has changed something. */
export async function serveCommands(
  path: string,
  database: Database,
  after: () => Promise<void>,
): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    const send = (message: Message) => outgoing.write(`${encode(message)}\n`);
    answer(incoming.url ?? '', text(incoming), database, (progress) => send({ progress }))
      .then(async (result) => {
        await after();
        send({ result });
      })
      .catch((error: unknown) => send({ error: failure(error) }))
      .finally(() => outgoing.end());
  });
  // The lock on the data folder is ours, so a socket that lies there belongs to a server that is gone.
  rmSync(path, { force: true });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(path, done));
  await chmod(path, 0o600);
  return server;
}

async function answer(
  url: string,
  body: Promise<string>,
  database: Database,
  progress: Progress,
): Promise<unknown> {
  const name = url.slice(1);
  if (!Object.hasOwn(TASKS, name)) {
    throw new CairnError(
      'invalid',
      `The running server does not know the command "${name}".`,
      'Restart it with this version of Cairn.',
    );
  }
  const task = TASKS[name as TaskName] as (database: Database, input: unknown, progress: Progress) => unknown;
  return task(database, decode(await body), progress);
}

function failure(error: unknown): Extract<Message, { error: unknown }>['error'] {
  if (error instanceof CairnError) return { code: error.code, message: error.message, remedy: error.remedy };
  console.error(error);
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}

/**
 * Has the running server carry out a command.
 *
 * @returns undefined where no server listens on the socket.
 * @throws CairnError as the command does.
 */
export async function askServer<N extends TaskName>(
  path: string,
  name: N,
  input: TaskInput<N>,
  progress: Progress,
): Promise<{ output: TaskOutput<N> } | undefined> {
  const incoming = await connect(path, name, encode(input));
  if (incoming === undefined) return undefined;
  // Made where it is iterated: lines that arrive between the two would be lost.
  for await (const line of createInterface({ input: incoming })) {
    const message = decode(line) as Message;
    if ('progress' in message) progress(message.progress);
    else if ('result' in message) return { output: message.result as TaskOutput<N> };
    else throw received(message.error);
  }
  throw new CairnError(
    'unavailable',
    'The running server ended before it had answered.',
    'Look at its output, start it again, and repeat the command.',
  );
}

function connect(path: string, name: string, body: string): Promise<IncomingMessage | undefined> {
  return new Promise((done, fail) => {
    const outgoing = request({ socketPath: path, path: `/${name}`, method: 'POST' }, done);
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') done(undefined);
      else fail(unreachable(path, error));
    });
    outgoing.end(body);
  });
}

function unreachable(path: string, error: NodeJS.ErrnoException): CairnError {
  return new CairnError(
    'unavailable',
    `The running server's socket ${path} did not let this command in (${error.code ?? error.message}).`,
    'Run the command as the user who runs the server.',
    { cause: error },
  );
}

function received({ code, message, remedy }: Extract<Message, { error: unknown }>['error']): Error {
  if (code === 'internal') return new Error(`the running server failed: ${message}`);
  return new CairnError(code, message, remedy);
}
