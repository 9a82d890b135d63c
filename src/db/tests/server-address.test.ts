import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createServerDatabase } from '../../../test/database.ts';
import { openDatabase } from '../connect.ts';
import { explainConnection } from '../server/connection-failures.ts';
import { hidePassword } from '../server/url.ts';

const SECRET = 'open-sesame';

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server = undefined;
});

/** What a person reads when the address does not work: everything of the error that could be shown. */
async function complaint(url: string): Promise<string> {
  const error = await openDatabase({ url }).then(
    () => undefined,
    (error: Error & { remedy?: string }) => error,
  );
  expect(error).toHaveProperty('name', 'CairnError');
  return `${error?.message} ${error?.remedy}`;
}

/** A server that answers every client with what is given. */
async function answering(answer: (request: Buffer) => Buffer): Promise<number> {
  server = createServer((socket) => {
    socket.on('data', (request) => socket.write(answer(request)));
    socket.on('error', () => socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as { port: number }).port;
}

/** A message of PostgreSQL's protocol. */
function message(type: string, ...parts: (string | number[])[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}

function failing(code: string, text: string): () => Buffer {
  return () => message('E', 'SFATAL\0', `C${code}\0`, `M${text}\0`, '\0');
}

test('nothing listens there', async () => {
  const told = await complaint(`postgres://anna:${SECRET}@127.0.0.1:1/cairn`);
  expect(told).toContain(
    'Tried the database of DATABASE_URL at 127.0.0.1:1, database cairn, user anna: nothing answers there',
  );
  expect(told).toContain('Start the server');
  expect(told).not.toContain(SECRET);
});

test('there is no host of that name', async () => {
  const told = await complaint(`postgres://anna:${SECRET}@nowhere.invalid/cairn`);
  expect(told).toContain('nowhere.invalid:5432');
  expect(told).toContain('there is no host of that name');
  expect(told).not.toContain(SECRET);
});

test.each([
  ['28P01', 'password authentication failed for user "anna"', 'does not let this user in'],
  [
    '28000',
    'no pg_hba.conf entry for host "10.0.0.7", user "anna", database "cairn", no encryption',
    '?sslmode=verify-full',
  ],
  ['3D000', 'database "cairn" does not exist', 'no database of that name'],
  ['53300', 'sorry, too many clients already', 'no connection left'],
  ['57P03', 'the database system is starting up', 'Wait a moment'],
])('the server answers %s: %s', async (code, text, explanation) => {
  const port = await answering(failing(code, text));
  const told = await complaint(`postgres://anna:${SECRET}@127.0.0.1:${port}/cairn`);
  expect(told).toContain(explanation);
  expect(told).not.toContain(SECRET);
});

test('the server offers no encryption and the address asks for it', async () => {
  const port = await answering(() => Buffer.from('N'));
  expect(await complaint(`postgres://anna@127.0.0.1:${port}/cairn?sslmode=verify-full`)).toContain(
    'Take sslmode out',
  );
});

test('a certificate that is not accepted is explained', () => {
  const error = Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  const { message, remedy } = explainConnection('postgres://anna@db.example.org/cairn', error);
  expect(`${message} ${remedy}`).toMatch(/certificate was not accepted.*sslrootcert/);
});

test('a server older than PostgreSQL 15 is refused', async () => {
  const text = (value: string) => [...message('', value)].map((byte, at) => (at === 3 ? byte - 4 : byte));
  const column = (name: string) => [
    ...Buffer.from(`${name}\0`),
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    25,
    255,
    255,
    255,
    255,
    255,
    255,
    0,
    0,
  ];
  const idle = message('Z', 'I');
  const port = await answering((request) =>
    request[0] === 81
      ? Buffer.concat([
          message('T', [0, 2], column('number'), column('version')),
          message('D', [0, 2], text('140011'), text('14.11')),
          message('C', 'SELECT 1\0'),
          idle,
        ])
      : Buffer.concat([message('R', [0, 0, 0, 0]), idle]),
  );
  const told = await complaint(`postgres://anna:${SECRET}@127.0.0.1:${port}/cairn`);
  expect(told).toContain('is PostgreSQL 14.11. Cairn needs PostgreSQL 15 or newer.');
});

test.each([
  [`mysql://anna:${SECRET}@db/cairn`, 'does not begin with postgres://'],
  [`anna:${SECRET}@db/cairn`, 'does not begin with postgres://'],
  [`postgres://anna:${SECRET}@db:port/cairn`, 'Write it as postgres://user:password@host'],
  [`postgres://anna:a/${SECRET}@db/cairn`, 'Write it as'],
])('%s is no address', async (url, explanation) => {
  const told = await complaint(url);
  expect(told).toContain(explanation);
  expect(told).not.toContain(SECRET);
});

test.each([
  `postgres://anna:${SECRET}@db/cairn`,
  `postgres://anna:p@ss/${SECRET}@db/cairn`,
  `postgres://anna@db/cairn?password=${SECRET}&x=1`,
  `postgres://anna@db/cairn?x=1&sslpassword=${SECRET}`,
])('the password of %s is hidden', (url) => {
  expect(hidePassword(url)).not.toContain(SECRET);
  expect(hidePassword(url)).toContain('anna');
  expect(hidePassword(url)).toContain('db/cairn');
});

describe.skipIf(!process.env.CAIRN_TEST_DATABASE_URL)('on a PostgreSQL server', () => {
  test('what is open is described without the password, and opened twice at once', async () => {
    const { url, drop } = await createServerDatabase();
    const withPassword = new URL(url);
    withPassword.password = SECRET;
    const [one, two] = await Promise.all([openDatabase({ url: withPassword.href }), openDatabase({ url })]);
    expect(one.engine).toBe('server');
    expect(one.describe()).toMatch(
      /^PostgreSQL \d+\.\d+.* at 127\.0\.0\.1:\d+, database cairn_test_\w+, user postgres$/,
    );
    await Promise.all([one.close(), two.close()]);
    await drop();
  });

  test('a database that is not there is told', async () => {
    const { url, drop } = await createServerDatabase();
    const absent = new URL(url);
    absent.pathname = 'no_such_database';
    expect(await complaint(absent.href)).toContain('no database of that name');
    await drop();
  });
});
