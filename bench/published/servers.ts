import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.ts';
import type { Server } from './load.ts';

export interface RunningServer extends Server {
  stop(): Promise<void>;
}

export interface RunningCairn extends RunningServer {
  /** Runs a command on its database. */
  command(...args: string[]): string;
  /** The cookie with which pages are rendered for each request. */
  previewCookie(): Promise<string>;
}

/** Starts Cairn on the first core, on a data folder of its own. */
export async function startCairn(dataDir: string): Promise<RunningCairn> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', BASE_URL: '', PORT: '0' };
  const args = ['-c', '0', process.execPath, join(projectRoot, 'bin/cairn')];
  const child = spawn('taskset', [...args, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = (await said(child, /ready at (\S+)/)).replace('localhost', '127.0.0.1');
  const command = (...words: string[]) =>
    execFileSync(process.execPath, [join(projectRoot, 'bin/cairn'), ...words], { env, encoding: 'utf8' });
  const previewCookie = async () => {
    const key = /\/preview\/(\S+)/.exec(command('preview'))?.[1] ?? '';
    const answer = await fetch(`${address}/preview/${key}`, { redirect: 'manual' });
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  return { address, pid: child.pid ?? 0, command, previewCookie, stop: () => ended(child) };
}

/** Starts nginx with one worker on the first core, serving the bytes as `/page.html`. */
export async function startNginx(folder: string, bytes: Uint8Array): Promise<RunningServer> {
  if (spawnSync('nginx', ['-v']).error) throw new Error("this benchmark needs Debian's nginx and wrk");
  const root = join(folder, 'nginx');
  mkdirSync(root);
  writeFileSync(join(root, 'page.html'), bytes);
  const port = await freePort();
  const config = join(folder, 'nginx.conf');
  writeFileSync(
    config,
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr; user root;
events { worker_connections 512; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; default_type text/html;
  server { listen 127.0.0.1:${port}; root ${root}; }
}
`,
  );
  const child = spawn('taskset', ['-c', '0', 'nginx', '-c', config, '-p', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await answers(address)); tries += 1) {
    if (tries > 100) throw new Error('nginx does not answer');
  }
  const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
  return { address, pid: Number(children.trim().split(' ')[0]), stop: () => ended(child) };
}

async function answers(address: string): Promise<boolean> {
  const ok = await fetch(`${address}/page.html`).then(
    (answer) => answer.ok,
    () => false,
  );
  if (!ok) await new Promise((done) => setTimeout(done, 50));
  return ok;
}

function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  let printed = '';
  return new Promise((done, fail) => {
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const found = pattern.exec(printed)?.[1];
      if (found !== undefined) done(found);
    });
    child.on('close', (code) => fail(new Error(`it ended with ${code}: ${printed}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once('close', () => done());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
