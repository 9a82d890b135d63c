// Takes the pictures of docs/tour/ and writes docs/tour.md, from a demo that it makes for itself: npm run tour.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { findNode, ROOT } from './runtime.mjs';
import { SIZES, walk } from './tour-way.mjs';

const PICTURES = join(ROOT, 'docs/tour');

const folder = mkdtempSync(join(tmpdir(), 'cairn-tour-'));
const { address, stop } = await startDemo(join(folder, 'demo'));
const browser = await chromium.launch({
  executablePath: findChromium().path,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
});
try {
  mkdirSync(PICTURES, { recursive: true });
  const stops = await walk({ address, open: (size) => openWindow(SIZES[size]), shoot });
  writeFileSync(join(ROOT, 'docs/tour.md'), pageOf(stops));
} finally {
  await browser.close();
  await stop();
  rmSync(folder, { recursive: true, force: true });
}

async function startDemo(data) {
  const child = spawn(findNode(), [join(ROOT, 'bin/cairn'), 'demo', '--folder', data], {
    env: { ...process.env, PORT: '0', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => child.on('close', done));
  const address = await new Promise((done, fail) => {
    child.stdout.on('data', (chunk) => {
      const found = /ready at (\S+)\/demo/.exec(chunk)?.[1];
      if (found !== undefined) done(found);
    });
    child.on('close', () => fail(new Error('the demo did not start')));
  });
  return { address, stop: () => child.kill() && ended };
}

/** A window of its own, as a private one is: with its own cookies. */
async function openWindow(viewport) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', colorScheme: 'light' });
  return context.newPage();
}

/**
 * @param part.at what the picture begins with; the top of the page where it is left out
 * @param part.height of the picture; that of the window where it is left out
 */
async function shoot(page, name, { at, height }) {
  if (at !== undefined) {
    await at.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + scrollY - 24));
  }
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const clip = height === undefined ? {} : { clip: { x: 0, y: 0, width: SIZES.wide.width, height } };
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide', ...clip });
}

function pageOf(stops) {
  const parts = stops.map(
    ({ name, heading, text, alt }) => `## ${heading}\n\n${text}\n\n![${alt}](tour/${name}.png)\n`,
  );
  return `# The tour\n\nThe whole way, in the demo: \`npm run demo\` lets you walk it yourself. The pictures and this page are made by\n\`npm run tour\`.\n\n${parts.join('\n')}`;
}
