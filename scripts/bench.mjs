// Runs the benchmarks: npm run bench, or one of them: npm run bench -- NAME. Each prints its figures beside a named
// reference of the same run.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript } from './build.mjs';
import { findNode, ROOT, runNode } from './runtime.mjs';

/** A benchmark is `bench/NAME.bench.ts`, or `bench/NAME.mjs` where it bundles what it needs by itself. */
const ENDING = /\.(bench\.ts|mjs)$/;

/** Run only by name: they take long, or fetch a tool that nothing else needs. */
const BY_NAME = ['powercut', 'kill', 'lighthouse'];

const known = readdirSync(join(ROOT, 'bench'))
  .filter((file) => ENDING.test(file))
  .map((file) => file.replace(ENDING, ''));
const [name, ...args] = process.argv.slice(2);

if (name === undefined) {
  for (const one of known.filter((candidate) => !BY_NAME.includes(candidate))) await run(one, []);
} else if (known.includes(name)) {
  await run(name, args);
} else {
  console.error(`There is no benchmark "${name}". There are: ${known.join(', ')}`);
  process.exitCode = 2;
}

async function run(benchmark, options) {
  console.log(`\n# ${benchmark}`);
  const plain = join(ROOT, `bench/${benchmark}.mjs`);
  const bundle = join(ROOT, `dist/bench-${benchmark}.js`);
  if (!existsSync(plain)) await bundleScript(`bench/${benchmark}.bench.ts`, `dist/bench-${benchmark}.js`);
  const code = await runNode(findNode(), [existsSync(plain) ? plain : bundle, ...options]);
  if (code !== 0) process.exitCode = code;
}
