// All of the tests, by one command: types, lint, unit and integration on both engines, journeys in a browser.
// Ends with what was skipped and why, and one line of counts. `--no-skips` makes a skip a failure, as CI wants it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { startPostgres } from './postgres-server.mjs';
import { findNode, ROOT, runNode } from './runtime.mjs';

const node = findNode();
const reports = mkdtempSync(join(tmpdir(), 'cairn-tests-'));
const tally = { passed: 0, failed: 0, skipped: [] };

async function main() {
  await step('types', ['node_modules/typescript/bin/tsc']);
  await step('lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings']);
  await features();
  await journeys();
  rmSync(reports, { recursive: true });
  conclude();
}

/** Runs one tool, which counts as one test. */
async function step(name, args) {
  console.log(`\n# ${name}`);
  const code = await runNode(node, args, { cwd: ROOT });
  if (code === 0) tally.passed += 1;
  else tally.failed += 1;
}

async function features() {
  const server = await startPostgres();
  if (server.skipped) skip('tests on a PostgreSQL server', server.skipped);
  try {
    await vitest(
      'unit and integration',
      'vitest.config.ts',
      server.url && { CAIRN_TEST_DATABASE_URL: server.url },
    );
  } finally {
    await server.stop?.();
  }
}

async function journeys() {
  const browser = findChromium();
  if (browser.skipped) skip('journeys in a browser', browser.skipped);
  else await vitest('journeys', 'vitest.journeys.config.ts', { CAIRN_CHROMIUM: browser.path });
}

async function vitest(name, config, env) {
  console.log(`\n# ${name}`);
  const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', config];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runNode(node, [...args, ...reporters], { cwd: ROOT, env: { ...process.env, ...env } });
  const results = read(report);
  tally.passed += results.numPassedTests;
  // A file that does not even load fails without a failed test.
  tally.failed += Math.max(results.numFailedTests, code === 0 ? 0 : 1);
  for (const file of results.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'pending' || test.status === 'skipped' || test.status === 'todo') {
        skip(`${test.fullName}`, `see ${file.name.replace(ROOT, '')}`);
      }
    }
  }
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.error(`The test runner left no report at ${report}; it counts as one failure.`);
    return { numPassedTests: 0, numFailedTests: 1, testResults: [] };
  }
}

function skip(what, why) {
  tally.skipped.push({ what, why });
}

function conclude() {
  console.log('');
  for (const { what, why } of tally.skipped) console.log(`SKIPPED ${what}: ${why}`);
  if (tally.skipped.length > 0 && process.argv.includes('--no-skips')) {
    console.log('A skipped test is a failure here (--no-skips).');
    tally.failed += tally.skipped.length;
    tally.skipped = [];
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

await main();
