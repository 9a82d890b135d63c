// Runs one benchmark: npm run bench -- NAME. Each prints its figures beside a named reference of the same run.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript } from './build.mjs';
import { findNode, ROOT, runNode } from './runtime.mjs';

const known = readdirSync(join(ROOT, 'bench'))
  .filter((name) => /\.bench\.ts$/.test(name))
  .map((name) => name.replace('.bench.ts', ''));
const [name, ...args] = process.argv.slice(2);

if (!known.includes(name)) {
  console.error(`Say which: npm run bench -- NAME, where NAME is one of: ${known.join(', ')}`);
  process.exitCode = 2;
} else {
  await bundleScript(`bench/${name}.bench.ts`, `dist/bench-${name}.js`);
  process.exitCode = await runNode(findNode(), [join(ROOT, `dist/bench-${name}.js`), ...args]);
}
