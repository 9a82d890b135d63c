/**
 * Import, check and build of three job families, each a command in a cold process, against parsing and validating the
 * same files in one process; and how each grows when the families are 10 and 100 times as large.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { familyOf } from './import/families.ts';

const ROOT = resolve(import.meta.dirname, '..');
const REAL = resolve(ROOT, '../shared/frameworks/financial-times');
/** Entries of the three real families. */
const SIZES = [48, 72, 101];

interface Measured {
  /** Processor time in seconds, user and system, median of the runs: other work on the machine hardly changes it. */
  cpu: number;
  /** Wall-clock time in seconds, median of the runs. */
  seconds: number;
  /** Largest resident memory in MB. */
  memory: number;
}

interface Row {
  name: string;
  bytes: number;
  reference: Measured;
  check: Measured;
  import: Measured;
  build: Measured;
}

/** Writes what the process used where it ends: processor time in microseconds, largest resident memory in KB. */
const USAGE = `data:text/javascript,${encodeURIComponent(
  "import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(process.env.USAGE_FILE, JSON.stringify(process.resourceUsage())));",
)}`;

/** The largest families, as a multiple of the real ones: 100, or what the command says. */
const LARGEST = Number(process.argv[2] ?? 100);

const work = mkdtempSync(join(tmpdir(), 'cairn-bench-import-'));
try {
  // Bundles what is not bundled yet, so that no measured start does.
  execFileSync(process.execPath, [join(ROOT, 'bin/cairn'), '--version']);
  const rows = sources().map(measureAll);
  print(rows);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function sources(): { name: string; files: string[]; runs: number }[] {
  const generated = (factor: number, runs: number) => {
    const folder = join(work, `x${factor}`);
    mkdirSync(folder);
    SIZES.forEach((size, index) => {
      writeFileSync(join(folder, `harbour-${index}.yml`), familyOf(size * factor, index + 1));
    });
    return { name: `generated, ${factor}x`, files: yamlIn(folder), runs };
  };
  const sizes = [1, 10, 100].filter((factor) => factor <= LARGEST);
  const made = sizes.map((factor) => generated(factor, factor < 10 ? 5 : factor < 100 ? 3 : 1));
  if (existsSync(REAL)) return [{ name: 'real families', files: yamlIn(REAL), runs: 5 }, ...made];
  console.log(
    'The real families are not beside this project: generated ones of the same size stand in for them.',
  );
  return made;
}

function yamlIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => join(folder, name));
}

function measureAll({ name, files, runs }: { name: string; files: string[]; runs: number }): Row {
  const cairn = (...args: string[]) => [join(ROOT, 'dist/main.js'), ...args];
  const data = mkdtempSync(join(work, 'data-'));
  // The first start of a database makes it, which is measured elsewhere.
  run(cairn('import', '--dry-run', ...files), data);
  const out = join(work, 'site');
  return {
    name,
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
    reference: measure(runs, [join(ROOT, 'bench/import/reference.mjs'), ...files], data),
    check: measure(runs, cairn('check', ...files), data),
    // Only a first import writes everything; it cannot be repeated in the same database.
    import: measure(1, cairn('import', ...files), data),
    build: measure(runs, cairn('build', '--out', out, '--date', '2026-01-01', ...files), data),
  };
}

function measure(runs: number, args: string[], dataDir: string): Measured {
  const all = Array.from({ length: runs }, () => run(args, dataDir));
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return {
    cpu: middle(all.map(({ cpu }) => cpu)),
    seconds: middle(all.map(({ seconds }) => seconds)),
    memory: Math.max(...all.map(({ memory }) => memory)),
  };
}

/** Runs a cold process to its end; what it prints is read and dropped, since printing is part of the work. */
function run(args: string[], dataDir: string): Measured {
  const report = join(work, 'usage');
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', USAGE, ...args], {
    env: { ...process.env, DATA_DIR: dataDir, USAGE_FILE: report },
    maxBuffer: 1 << 30,
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as NodeJS.ResourceUsage;
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, seconds, memory: maxRSS / 1024 };
}

function print(rows: readonly Row[]): void {
  const cell = ({ cpu, seconds, memory }: Measured) =>
    `${cpu.toFixed(2)} s (${seconds.toFixed(2)} s), ${memory.toFixed(0)} MB`;
  console.log('\nProcessor time, in brackets time by the clock, and the largest memory:');
  console.log(
    '\n| families | size | parse and validate | check | import | build | all three / parse and validate |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const row of rows) {
    const sum = row.check.cpu + row.import.cpu + row.build.cpu;
    const ratio = (sum / row.reference.cpu).toFixed(1);
    const cells = [row.reference, row.check, row.import, row.build].map(cell).join(' | ');
    console.log(`| ${row.name} | ${(row.bytes / 1000).toFixed(0)} KB | ${cells} | ${ratio} |`);
  }
  const made = rows.filter(({ name }) => name.startsWith('generated'));
  console.log(
    '\nProcessor time for one more MB of families, in seconds (the same at each size where growth is linear):\n',
  );
  console.log('| from | to | parse and validate | check | import | build |');
  console.log('|---|---|---|---|---|---|');
  made.slice(1).forEach((row, index) => {
    const before = made[index] as Row;
    const slope = (key: 'reference' | 'check' | 'import' | 'build') =>
      (((row[key].cpu - before[key].cpu) / (row.bytes - before.bytes)) * 1e6).toFixed(2);
    console.log(
      `| ${before.name} | ${row.name} | ${slope('reference')} | ${slope('check')} | ${slope('import')} | ${slope('build')} |`,
    );
  });
}
