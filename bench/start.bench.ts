/** From the command to the first page: with an empty data folder, with one that is there, and Node's own start. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const CAIRN = join(ROOT, 'bin/cairn');
const PAGE = '/frameworks/operations/levels/engineer';

/** Seconds since the process was started. */
interface Start {
  ready: number;
  firstPage: number;
}

const work = mkdtempSync(join(tmpdir(), 'cairn-bench-start-'));
try {
  // Bundles what is not bundled yet, so that no measured start does.
  execFileSync(process.execPath, [CAIRN, '--version']);
  const node = median(
    await repeated(15, async () => timed(() => execFileSync(process.execPath, ['-e', '0']))),
  );
  const help = median(
    await repeated(9, async () => timed(() => execFileSync(process.execPath, [CAIRN, '--version']))),
  );
  const folders = Array.from({ length: 3 }, (_, index) => join(work, `data-${index}`));
  const cold: Start[] = [];
  for (const folder of folders) cold.push(await start(folder));
  const warm = await repeated(7, () => start(folders[0] ?? ''));
  print(node, help, { cold, warm });
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Starts the server as people do, reads one page, and stops it. */
async function start(dataDir: string): Promise<Start> {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const server = spawn(process.execPath, [CAIRN, 'serve'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => server.once('close', done));
  const address = await new Promise<string>((done, fail) => {
    let printed = '';
    server.stdout.on('data', (chunk) => {
      printed += chunk;
      const [, found] = /ready at (\S+)\n/.exec(printed) ?? [];
      if (found !== undefined) done(found);
    });
    ended.then(() => fail(new Error(`the server ended early: ${printed}`)));
  });
  const ready = seconds();
  const response = await fetch(`${address}${PAGE}`);
  const page = await response.text();
  const firstPage = seconds();
  server.kill('SIGTERM');
  await ended;
  if (response.status !== 200 || !page.includes('</html>'))
    throw new Error(`${PAGE} answered ${response.status}`);
  return { ready, firstPage };
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
}

async function repeated<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let run = 0; run < times; run += 1) results.push(await work());
  return results;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function print(node: number, help: number, { cold, warm }: { cold: Start[]; warm: Start[] }): void {
  const row = (name: string, seconds: number, runs: number) =>
    console.log(`| ${name} | ${seconds.toFixed(2)} s | ${(seconds / node).toFixed(1)} | ${runs} |`);
  console.log('\n| what | median | / `node -e 0` | runs |\n|---|---|---|---|');
  row('`node -e 0`', node, 15);
  row('`bin/cairn --version`', help, 9);
  for (const [name, starts] of [
    ['warm', warm],
    ['cold (empty data folder)', cold],
  ] as const) {
    row(`${name}: ready`, median(starts.map(({ ready }) => ready)), starts.length);
    row(`${name}: first page read`, median(starts.map(({ firstPage }) => firstPage)), starts.length);
  }
}
