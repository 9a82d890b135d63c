// npm run bench -- powercut: cuts the power at random moments and counts confirmed rows that are gone. The reference,
// in the same run, is PGlite with its own settings. Set CUTS for another number than 24.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const WRITING_CUTS = Number(process.env.CUTS ?? 24);
const FIRST_START_CUTS = Math.ceil(WRITING_CUTS / 4);
/** Operations on the disk that a cut during writing waits for, at most. */
const WRITING = 3000;
/** As many as a first start makes, about. */
const FIRST_START = { cairn: 8500, stock: 4200 };

const work = mkdtempSync(join(tmpdir(), 'cairn-powercut-'));
const module = join(HERE, '../dist/bench/powercut-databases.mjs');
await build({
  entryPoints: [join(HERE, 'powercut/databases.ts')],
  outfile: module,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'error',
});
const { openFor } = await import(pathToFileURL(module).href);

const results = [];
try {
  for (const [kind, name, share] of [
    ['cairn', 'Cairn', 1],
    ['stock', 'stock PGlite (reference)', 1 / 3],
  ]) {
    results.push({
      name,
      when: 'while writing',
      ...(await cutWhileWriting(kind, Math.ceil(WRITING_CUTS * share))),
    });
    results.push({
      name,
      when: 'during the first start',
      ...(await cutFirstStart(kind, Math.ceil(FIRST_START_CUTS * share))),
    });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.table(results);
const ours = results.filter(({ name }) => name === 'Cairn');
if (ours.some((row) => row['confirmed rows lost'] > 0 || row['did not open'] > 0)) process.exitCode = 1;

/** Cut after cut on one database: what survived one must survive the next. */
async function cutWhileWriting(kind, cuts) {
  const tally = newTally();
  const pristine = join(work, `${kind}-pristine`);
  await (await openFor(kind, fresh(pristine))).close();
  let root = copy(pristine, join(work, `${kind}-root`));
  let expected = [];
  for (let cut = 0; cut < cuts; cut += 1) {
    const { after, confirmed } = await cutOff(kind, root, Math.ceil(Math.random() * WRITING), cut);
    expected = [...expected, ...confirmed];
    tally.cuts += 1;
    tally['confirmed rows'] += confirmed.length;
    const lost = await missing(kind, after, expected);
    tally['confirmed rows lost'] += lost?.length ?? expected.length;
    if (lost === undefined) tally['did not open'] += 1;
    const gone = new Set(lost ?? expected);
    expected = expected.filter((id) => !gone.has(id));
    rmSync(root, { recursive: true });
    root = lost === undefined ? copy(pristine, root) : copy(after, root);
    if (lost === undefined) expected = [];
    progress(kind, 'while writing', tally);
  }
  return tally;
}

/** Each on an empty disk; the next start must give a database that works and has what was confirmed. */
async function cutFirstStart(kind, cuts) {
  const tally = newTally();
  for (let cut = 0; cut < cuts; cut += 1) {
    const root = fresh(join(work, `${kind}-first`));
    const { after, confirmed } = await cutOff(kind, root, Math.ceil(Math.random() * FIRST_START[kind]), cut);
    tally.cuts += 1;
    tally['confirmed rows'] += confirmed.length;
    const lost = await missing(kind, after, confirmed);
    if (lost === undefined) tally['did not open'] += 1;
    tally['confirmed rows lost'] += lost?.length ?? confirmed.length;
    progress(kind, 'first start', tally);
  }
  return tally;
}

/** Runs a writer until its power is cut. */
async function cutOff(kind, root, cutAt, cut) {
  const image = fresh(join(work, 'image'));
  const after = join(work, 'after');
  rmSync(after, { recursive: true, force: true });
  const order = { module, kind, root, image, after, cutAt, writer: `${cut}`, lucky: cut % 2 === 1 };
  const child = spawn(process.execPath, [join(HERE, 'powercut/victim.mjs'), JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`the writer failed with code ${code} before its power was cut`);
  return { after, confirmed: JSON.parse(output).confirmed };
}

/** Which of the rows are gone; undefined where the database does not open any more. */
async function missing(kind, folder, expected) {
  let database;
  try {
    database = await openFor(kind, folder);
    const there = new Set(await database.ids());
    // A database that opens and cannot be written to is no database.
    await database.write(`probe-${Math.random()}`, 10);
    return expected.filter((id) => !there.has(id));
  } catch (error) {
    console.error(`${kind} did not open: ${error.message}`);
    return undefined;
  } finally {
    await database?.close();
  }
}

function newTally() {
  return { cuts: 0, 'confirmed rows': 0, 'confirmed rows lost': 0, 'did not open': 0 };
}

function fresh(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}

function copy(from, to) {
  cpSync(from, to, { recursive: true });
  return to;
}

function progress(kind, when, tally) {
  console.log(
    `${kind}, ${when}: ${tally.cuts} cuts, ${tally['confirmed rows']} confirmed, ${tally['confirmed rows lost']} lost`,
  );
}
