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

/** Of one picture. */
const MOST_BYTES = 118_000;

const folder = mkdtempSync(join(tmpdir(), 'cairn-tour-'));
const { address, stop } = await startDemo(join(folder, 'demo'));
const browser = await chromium.launch({
  executablePath: findChromium().path,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
});
try {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const stops = await walk({ address, open: openWindow, shoot });
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
async function openWindow(colorScheme = 'light') {
  const context = await browser.newContext({ viewport: SIZES.wide, reducedMotion: 'reduce', colorScheme });
  return context.newPage();
}

/** Takes a picture of a page as a wide window shows it; as a telephone shows it too, where the stop asks for that. */
async function shoot(page, { name, narrow, ...part }) {
  await picture(page, name, part);
  if (!narrow) return;
  await page.setViewportSize(SIZES.narrow);
  await picture(page, `${name}-narrow`, part);
  await page.setViewportSize(SIZES.wide);
}

/** @param part.at what the picture begins with; the top of the page where it is left out */
async function picture(page, name, { at }) {
  await page.evaluate(() => window.scrollTo(0, 0));
  if (at !== undefined) {
    await at.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + scrollY - 24));
  }
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const { width, height } = page.viewportSize();
  writeFileSync(join(PICTURES, `${name}.png`), await smallEnough(page, width, height));
}

/** As much of the window as a reader of the page loads without waiting for it. */
async function smallEnough(page, width, height) {
  const clip = { x: 0, y: 0, width, height };
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide', clip });
  return taken.length > MOST_BYTES ? smallEnough(page, width, height - 40) : taken;
}

function pageOf(stops) {
  const parts = stops.map(
    (stop) => `## ${stop.heading}\n\n${stop.text}\n\n${picturesOf(stop).join('\n\n')}\n`,
  );
  return `# The tour\n\nThe whole way, in the demo: \`npm run demo\` lets you walk it yourself. The pictures and this page are made by\n\`npm run tour\`.\n\n${parts.join('\n')}`;
}

function picturesOf({ name, alt, narrow }) {
  const wide = `![${alt}](tour/${name}.png)`;
  return narrow ? [wide, `![The same on a telephone](tour/${name}-narrow.png)`] : [wide];
}
