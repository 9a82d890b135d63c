/**
 * Lighthouse on a published level page. It is heavy and needed by nothing else, so it is fetched from the registry
 * for this run only. Needs Chromium.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCairn } from './published/servers.ts';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const PAGES = ['/frameworks', '/frameworks/operations', '/frameworks/operations/levels/senior-2'];

const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
const cairn = await startCairn(join(folder, 'data'));
try {
  const chromium = execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome'], {
    encoding: 'utf8',
  });
  console.log('| page | performance | accessibility | best practices | SEO |');
  console.log('|---|---|---|---|---|');
  for (const path of PAGES) console.log(`| ${path} | ${measure(path, chromium.trim()).join(' | ')} |`);
} finally {
  await cairn.stop();
  rmSync(folder, { recursive: true, force: true });
}

function measure(path: string, chromium: string): number[] {
  const report = join(folder, 'report.json');
  const flags = '--headless=new --no-sandbox --disable-gpu --disable-background-networking';
  const args = [
    'exec',
    '--yes',
    '--',
    LIGHTHOUSE,
    `${cairn.address.replace('127.0.0.1', 'localhost')}${path}`,
  ];
  const options = ['--output=json', `--output-path=${report}`, `--chrome-flags=${flags}`, '--quiet'];
  const run = spawnSync('npm', [...args, ...options], {
    env: { ...process.env, CHROME_PATH: chromium },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`Lighthouse ended with ${run.status}`);
  const { categories } = JSON.parse(readFileSync(report, 'utf8'));
  return ['performance', 'accessibility', 'best-practices', 'seo'].map((name) =>
    Math.round(categories[name].score * 100),
  );
}
