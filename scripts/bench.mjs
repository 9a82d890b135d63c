// Runs one benchmark: npm run bench -- NAME. Each prints its figures beside a named reference of the same run.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript } from './build.mjs';
import { findNode, ROOT, runNode } from './runtime.mjs';

/** A benchmark is `bench/NAME.bench.ts`, or `bench/NAME.mjs` where it bundles what it needs by itself. */
const ENDING = /\.(bench\.ts|mjs)$/;

const known = readdirSync(join(ROOT, 'bench')).filter((name) => ENDING.test(name));
const [name, ...args] = process.argv.slice(2);

if (!known.some((file) => file.replace(ENDING, '') === name)) {
  const names = known.map((file) => file.replace(ENDING, '')).join(', ');
  console.error(`Say which: npm run bench -- NAME, where NAME is one of: ${names}`);
  process.exitCode = 2;
} else if (existsSync(join(ROOT, `bench/${name}.mjs`))) {
  process.exitCode = await runNode(findNode(), [join(ROOT, `bench/${name}.mjs`), ...args]);
} else {
  await bundleScript(`bench/${name}.bench.ts`, `dist/bench-${name}.js`);
  process.exitCode = await runNode(findNode(), [join(ROOT, `dist/bench-${name}.js`), ...args]);
}
