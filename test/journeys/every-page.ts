/** Every page about people that a door leads to, opened by somebody who finds something there. */
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { addressesOf, doorsOfPeople } from '../access/doors.ts';
import { fillRecords } from '../access/records.ts';
import { onEmbedded } from '../database.ts';
import { type World as Cast, type Name, openWorld as openCast } from '../world.ts';
import { axeFindings, openWorld, type World } from './browser.ts';
import { cookiesOf } from './people.ts';

/** For some hundred pages. */
const LONG = { timeout: 600_000 };

const NARROW = { width: 320, height: 700 };
const WIDE = { width: 1280, height: 900 };

/** More controls than any page of these tests has: a page on which Tab goes round for ever is a trap. */
const MOST_CONTROLS = 400;

/** How often Tab is pressed before the page is asked how far it has come. */
const LOT = 10;

/** The colours of the telephone on which the pages are opened, and whether they come with their scripts. */
export interface Setting {
  onTelephones: 'light' | 'dark';
  script: boolean;
}

/** Opens every page once, in one browser window a person. What is a file or leads on is no page. */
export function everyPage(does: string, setting: Setting): void {
  onEmbedded((database) => {
    let world: World | undefined;
    afterAll(() => world?.close());

    it(does, LONG, async () => {
      const cast = await openCast(database());
      await fillRecords(database());
      const serve = async (request: Request) => {
        const answer = await cast.app.fetch(request);
        return setting.script ? answer : withoutScript(answer);
      };
      world = await openWorld(undefined, { fetch: serve } as never);
      const { wrong, seen } = await walk(world, cast, setting);
      expect(wrong).toEqual([]);
      expect(seen).toBeGreaterThan(60);
    });
  });
}

async function walk(world: World, cast: Cast, setting: Setting) {
  const windows = new Map<string, { page: Page; errors: string[] }>();
  const wrong: string[] = [];
  let seen = 0;
  for (const door of doorsOfPeople(cast.app).filter(({ method, path }) => isPage(method, path))) {
    const place = addressesOf(door).find(({ finders }) => finders.some((finder) => finder !== 'visitor'));
    const name = place?.finders.find((finder) => finder !== 'visitor') as Name | undefined;
    if (place === undefined || name === undefined) continue;
    const found = windows.get(name) ?? (await windowOf(world, cast, name));
    windows.set(name, found);
    const { page, errors } = found;
    await page.setViewportSize(NARROW);
    const answer = await page.goto(world.address + place.address);
    if (answer?.status() !== 200) {
      wrong.push(`${place.address} answers ${name} with ${answer?.status()}`);
      continue;
    }
    // Data for a script of a page.
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
    seen += 1;
    const findings = [...(await lookAt(page, setting)), ...errors.splice(0)];
    wrong.push(...findings.map((finding) => `${place.address} as ${name}: ${finding}`));
  }
  for (const { page } of windows.values()) await page.context().close();
  return { wrong, seen };
}

async function windowOf(world: World, cast: Cast, name: Name) {
  const cookies = cookiesOf(await cast.as(name));
  return world.open('/healthz', { storageState: { cookies, origins: [] } });
}

/** On a telephone, and in the light on a wide screen, where Tab reaches every control and shows where it is. */
async function lookAt(page: Page, { onTelephones, script }: Setting): Promise<string[]> {
  const found: string[] = [];
  const note = (where: string, findings: string[]) =>
    found.push(...findings.map((finding) => `${where}: ${finding}`));
  for (const [where, viewport, colorScheme] of [
    [`on a telephone, ${onTelephones}`, NARROW, onTelephones],
    ['on a wide screen', WIDE, 'light'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    note(where, await tooWide(page));
    await page.evaluate(UNFOLD);
    note(where, [...(await tooWide(page)), ...(await axeFindings(page))]);
    await page.evaluate(FOLD_AGAIN);
  }
  note('on a wide screen', await unreached(page));
  if (!script && (await page.evaluate('document.scripts.length')) !== 0) found.push('there is a script');
  return found;
}

/** What is folded away must stand up to the same look. */
const UNFOLD = `
  window.unfolded = [...document.querySelectorAll('details:not([open])')];
  for (const fold of window.unfolded) fold.open = true;
`;

const FOLD_AGAIN = 'for (const fold of window.unfolded) fold.open = false;';

/**
 * A page as somebody without script has it. The browser itself keeps its scripts: where they are switched off, axe does
 * not come to an end.
 */
async function withoutScript(answer: Response): Promise<Response> {
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return answer;
  const html = (await answer.text())
    .replaceAll(/<script\b.*?<\/script>/gs, '')
    .replaceAll(/<link[^>]*rel="modulepreload"[^>]*>/g, '')
    .replaceAll(/<\/?noscript>/g, '');
  const { status, headers } = answer;
  headers.delete('content-length');
  return new Response(html, { status, headers });
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
  await page.evaluate(WATCH_FOCUS);
  for (let step = 0; step < MOST_CONTROLS; step += LOT) {
    await Promise.all(Array.from({ length: LOT }, () => page.keyboard.press('Tab')));
    if (await page.evaluate('window.round')) return (await page.evaluate(LEFT_OVER)) as string[];
  }
  return ['Tab never comes to the end'];
}

/** Radios of one name are one control. What is folded away is not there yet. */
const WATCH_FOCUS = `
  window.controls = new Set([...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.type !== 'hidden')
    .filter((one) => one.tabIndex >= 0)
    .filter((one) => one.type !== 'radio' || one.checked || !document.querySelector(
      'input[name="' + CSS.escape(one.name) + '"]:checked') && one === document.querySelector('input[name="' + CSS.escape(one.name) + '"]')));
  window.unseen = [];
  // The parts of a day or a time show it themselves; a label shows it for the radio in it.
  const shows = (one) => one !== null && getComputedStyle(one).outlineStyle !== 'none';
  const seen = (at) => ['date', 'time'].includes(at.type) || shows(at) || shows(at.closest('label'));
  // From the top, wherever the page itself has put the focus.
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
  // The walk is over where it began.
  let first;
  addEventListener('focusin', ({ target: at }) => {
    window.round ||= at === first;
    first ??= at;
    window.controls.delete(at);
    if (!window.round && !seen(at)) window.unseen.push(at.outerHTML.slice(0, 120));
  });
`;

const LEFT_OVER = `[
  ...[...window.controls].map((one) => 'Tab does not reach ' + one.outerHTML.slice(0, 160)),
  ...window.unseen.map((one) => 'the focus cannot be seen on ' + one),
]`;
