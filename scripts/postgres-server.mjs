// Starts a throw-away PostgreSQL server for tests: found on the machine, else installed where that is allowed.
// It belongs to an unprivileged user, listens on a free port and leaves nothing behind.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The oldest major version that Cairn supports. */
const OLDEST = 15;

const isRoot = process.getuid?.() === 0;

/**
 * Starts a server.
 *
 * @returns {Promise<import('./postgres-server.mjs').Server | { skipped: string }>} or the reason why there is none
 */
export async function startPostgres() {
  const found = findServer() ?? installServer();
  if (found.skipped) return found;
  const owner = isRoot ? unprivilegedUser() : {};
  if (owner.skipped) return owner;
  const folder = mkdtempSync(join(tmpdir(), 'cairn-postgres-'));
  if (isRoot) {
    chmodSync(folder, 0o700);
    chownSync(folder, owner.uid, owner.gid);
  }
  try {
    return await startIn(folder, found, owner);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { skipped: `PostgreSQL ${found.version} is here and did not start: ${error.message}` };
  }
}

async function startIn(folder, { bin, version }, owner) {
  const data = join(folder, 'data');
  const as = { ...owner, cwd: folder, encoding: 'utf8', env: { ...process.env, HOME: folder } };
  const initdb = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(bin, 'initdb'), initdb, as);
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr.trim()}`);
  const port = await freePort();
  // Throw-away data: without fsync the tests take half as long.
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_connections=50',
  ];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const launch = () => spawn(join(bin, 'postgres'), args, { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
  let server = launch();
  const stop = stopper(() => server, folder);
  const up = async () => {
    server = server.exitCode === null ? server : launch();
    await ready(server);
  };
  await up().catch(async (error) => {
    await stop();
    throw error;
  });
  const down = () => ended(server, 'SIGQUIT');
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, version, down, up, stop };
}

async function ended(server, signal) {
  if (server.exitCode !== null) return;
  const gone = new Promise((resolve) => server.once('close', resolve));
  server.kill(signal);
  await gone;
}

/** Ends the server and removes its folder, once; also when this process is told to end. */
function stopper(current, folder) {
  const atOnce = () => {
    const server = current();
    // SIGQUIT: no shutdown work on data that is about to go.
    server.kill('SIGQUIT');
    for (let tries = 0; server.pid && runs(server.pid) && tries < 50; tries += 1) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const onSignal = (signal) => {
    atOnce();
    process.kill(process.pid, signal);
  };
  process.once('exit', atOnce);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, onSignal);
  return async () => {
    process.off('exit', atOnce);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, onSignal);
    await ended(current(), 'SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A child that has ended and was not yet waited for still has its number: its state says so. */
function runs(pid) {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  return state.trim() !== '' && !state.startsWith('Z');
}

function ready(server) {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr.setEncoding('utf8');
    server.stderr.on('data', (text) => {
      if (log.length < 10_000) log += text;
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`it ended with code ${code}: ${log.trim().split('\n').at(-1)}`)),
    );
    setTimeout(() => reject(new Error('it was not ready within 60 seconds')), 60_000).unref();
  });
}

/** The newest server on this machine that is new enough. */
function findServer() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...debianFolders()];
  const servers = folders
    .filter((bin) => isExecutable(join(bin, 'postgres')) && isExecutable(join(bin, 'initdb')))
    .map((bin) => ({
      bin,
      version:
        spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout?.match(
          /\d+[.\d]*/,
        )?.[0] ?? '0',
    }))
    .filter(({ version }) => Number.parseInt(version, 10) >= OLDEST);
  return servers.sort((a, b) => Number.parseInt(b.version, 10) - Number.parseInt(a.version, 10))[0];
}

function debianFolders() {
  const root = '/usr/lib/postgresql';
  return existsSync(root) ? readdirSync(root).map((major) => join(root, major, 'bin')) : [];
}

function installServer() {
  if (!isRoot)
    return {
      skipped: `no PostgreSQL ${OLDEST} or newer was found, and only root may install one: install postgresql`,
    };
  console.log('Installing PostgreSQL from Debian ...');
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'postgresql'],
  ]) {
    const { status } = spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0)
      return {
        skipped: `no PostgreSQL ${OLDEST} or newer was found, and apt-get ${args[0]} failed: install postgresql`,
      };
  }
  return findServer() ?? { skipped: `the PostgreSQL that could be installed is older than ${OLDEST}` };
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser() {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // There is no such user here: try the next.
    }
  }
  return {
    skipped: 'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as',
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
