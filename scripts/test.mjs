// All of the tests, by one command: types, lint, unit and integration on both engines, journeys in a browser.
// Ends with what failed, what was skipped and why, and one line of counts. `--no-skips` makes a skip a failure, as CI wants it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { startPostgres } from './postgres-server.mjs';
import { findNode, ROOT, runNode } from './runtime.mjs';

const node = findNode();
const reports = mkdtempSync(join(tmpdir(), 'cairn-tests-'));
const tally = { passed: 0, failed: 0, failures: [], skipped: [], died: [] };

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
  else fail(name, `${args[0]} ended with ${code}`);
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

/**
 * Runs test files. Where a worker died under some, they are run once more, by themselves, and it is told: that is no answer
 * of a test.
 */
async function vitest(name, config, env, files = []) {
  console.log(`\n# ${name}`);
  const report = join(reports, `${name.replaceAll(/\W/g, '-')}.json`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...files];
  const code = await runNode(node, [...args, '--reporter=default', '--reporter=./scripts/report.mjs'], {
    cwd: ROOT,
    env: { ...process.env, CAIRN_TEST_REPORT: report, ...env },
  });
  const { passed, failures, skipped, died, diedOf } = read(report);
  tally.passed += passed;
  for (const { what, why } of failures) fail(what, why);
  for (const { what, why } of skipped) skip(what, why);
  if (died.length > 0 && files.length > 0) for (const file of died) fail(file, diedOf.join('\n'));
  else if (died.length > 0) {
    tally.died.push({ what: died.join(', '), why: diedOf.join('\n') });
    await vitest(`${name}, once more`, config, env, died);
  } else if (code !== 0 && failures.length === 0) fail(name, `the test runner ended with ${code}`);
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    const failures = [{ what: report, why: 'The test runner left no report here.' }];
    return { passed: 0, failures, skipped: [], died: [], diedOf: [] };
  }
}

function fail(what, why) {
  tally.failed += 1;
  tally.failures.push({ what, why });
}

function skip(what, why) {
  tally.skipped.push({ what, why });
}

const indent = (text) => text.slice(0, 4_000).replaceAll(/^/gm, '  ');

function conclude() {
  console.log('');
  for (const { what, why } of tally.died)
    console.log(`DIED under its tests, which were run once more: ${what}\n${indent(why)}\n`);
  for (const { what, why } of tally.failures) console.log(`FAILED ${what}\n${indent(why)}\n`);
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
