/** Every page about people that a door leads to, opened by somebody who finds something there. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { addressesOf, doorsOfPeople } from '../access/doors.ts';
import { fillRecords } from '../access/records.ts';
import { onEmbedded } from '../database.ts';
import { type World as Cast, type Name, openWorld as openCast } from '../world.ts';
import { axeFindings, openWorld, type World } from './browser.ts';
import { cookiesOf } from './people.ts';

// Some hundred pages in each of three settings.
vi.setConfig({ testTimeout: 600_000 });

const NARROW = { width: 320, height: 700 };
const WIDE = { width: 1280, height: 900 };

/** More controls than any page of these tests has: a page on which Tab goes round for ever is a trap. */
const MOST_CONTROLS = 400;

onEmbedded((database) => {
  let cast: Cast;
  let world: World | undefined;
  beforeEach(async () => {
    cast = await openCast(database());
    await fillRecords(database());
    world ??= await openWorld(undefined, { fetch: (request: Request) => cast.app.fetch(request) } as never);
  });
  afterAll(() => world?.close());

  /** Opens every page once, in one browser window a person. What is a file or leads on is no page. */
  async function walk(
    options: BrowserContextOptions,
    look: (page: Page) => Promise<string[]>,
    prepare: (page: Page) => Promise<void> = async () => {},
  ) {
    const windows = new Map<string, { page: Page; errors: string[] }>();
    const wrong: string[] = [];
    let seen = 0;
    for (const door of doorsOfPeople(cast.app).filter(({ method, path }) => isPage(method, path))) {
      const place = addressesOf(door).find(({ finders }) => finders.some((finder) => finder !== 'visitor'));
      const name = place?.finders.find((finder) => finder !== 'visitor') as Name | undefined;
      if (place === undefined || name === undefined) continue;
      const found = windows.get(name) ?? (await windowOf(name, options));
      if (!windows.has(name)) await prepare(found.page);
      windows.set(name, found);
      const { page, errors } = found;
      const answer = await page.goto((world as World).address + place.address);
      if (answer?.status() !== 200) {
        wrong.push(`${place.address} answers ${name} with ${answer?.status()}`);
        continue;
      }
      // Data for a script of a page.
      if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
      seen += 1;
      const findings = [...(await look(page)), ...errors.splice(0)];
      wrong.push(...findings.map((finding) => `${place.address} as ${name}: ${finding}`));
    }
    for (const { page } of windows.values()) await page.context().close();
    return { wrong, seen };
  }

  async function windowOf(name: Name, options: BrowserContextOptions) {
    const cookies = cookiesOf(await cast.as(name));
    return (world as World).open('/you', { ...options, storageState: { cookies, origins: [] } });
  }

  it('nothing is wrong for assistive software, nor too wide, on a telephone in the dark', async () => {
    const { wrong, seen } = await walk({ viewport: NARROW, colorScheme: 'dark' }, async (page) => [
      ...(await tooWide(page)),
      ...(await axeFindings(page)),
    ]);
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(60);
  });

  it('nor on a wide screen, where Tab reaches every control and shows where it is', async () => {
    const { wrong, seen } = await walk({ viewport: WIDE }, async (page) => [
      ...(await tooWide(page)),
      ...(await axeFindings(page)),
      ...(await unreached(page)),
    ]);
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(60);
  });

  it('nor without script, at either width', async () => {
    const look = async (page: Page) => {
      await page.setViewportSize(NARROW);
      const narrow = [...(await tooWide(page)), ...(await axeFindings(page))];
      await page.setViewportSize(WIDE);
      return [...narrow, ...(await tooWide(page)), ...(await axeFindings(page)), ...(await unreached(page))];
    };
    const { wrong, seen } = await walk({}, look, takeScriptsAway);
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(60);
  });
});

/**
 * From now on the window gets pages as somebody without script has them. The browser itself keeps its scripts: where they
 * are switched off, axe does not come to an end.
 */
async function takeScriptsAway(page: Page): Promise<void> {
  // The page on which the window was opened still asks for its own.
  await page.goto('about:blank');
  await page.route('**/*', async (route) => {
    const type = route.request().resourceType();
    if (type === 'script') return route.abort();
    if (type !== 'document') return route.continue();
    const response = await route.fetch();
    const html = (await response.text())
      .replaceAll(/<script\b.*?<\/script>/gs, '')
      .replaceAll(/<link[^>]*rel="modulepreload"[^>]*>/g, '')
      .replaceAll(/<\/?noscript>/g, '');
    return route.fulfill({ response, body: html });
  });
}

function isPage(method: string, path: string): boolean {
  return method === 'GET' && !path.startsWith('/api/') && !/\.\w+$|\/file$|\/files\/:file$/.test(path);
}

async function tooWide(page: Page): Promise<string[]> {
  const wider = (await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )) as number;
  return wider > 0 ? [`${wider} px too wide`] : [];
}

/** Walks the page with Tab, as somebody without a mouse does. */
async function unreached(page: Page): Promise<string[]> {
  await page.evaluate(MARK_CONTROLS);
  for (let step = 0; step < MOST_CONTROLS; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(VISIT)) return (await page.evaluate(LEFT_OVER)) as string[];
  }
  return ['Tab never comes to the end'];
}

/** Radios of one name are one control. What is folded away is not there yet. */
const MARK_CONTROLS = `
  window.controls = new Set([...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.type !== 'hidden')
    .filter((one) => one.tabIndex >= 0)
    .filter((one) => one.type !== 'radio' || one.checked || !document.querySelector(
      'input[name="' + CSS.escape(one.name) + '"]:checked') && one === document.querySelector('input[name="' + CSS.escape(one.name) + '"]')));
  window.unseen = [];
  window.started = false;
  // From the top, wherever the page itself has put the focus.
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
`;

/** Whether the walk is over: the focus has left the page, or is where it began. */
const VISIT = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return window.started;
  if (window.first === undefined) window.first = at;
  else if (at === window.first && window.started) return true;
  window.started = true;
  window.controls.delete(at);
  // The parts of a day or a time show it themselves; a label shows it for the radio in it.
  const shows = (one) => one !== null && getComputedStyle(one).outlineStyle !== 'none';
  if (!['date', 'time'].includes(at.type) && !shows(at) && !shows(at.closest('label'))) {
    window.unseen.push(at.outerHTML.slice(0, 120));
  }
  return false;
})()`;

const LEFT_OVER = `[
  ...[...window.controls].map((one) => 'Tab does not reach ' + one.outerHTML.slice(0, 160)),
  ...window.unseen.map((one) => 'the focus cannot be seen on ' + one),
]`;
