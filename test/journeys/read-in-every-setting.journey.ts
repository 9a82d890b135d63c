import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, type OpenPage, openWorld, PAGE_TYPES, type World } from './browser.ts';
import { unfold } from './look.ts';

/** 400 % zoom of a 1280 by 1024 window is 320 by 256 CSS pixels, each four device pixels wide. */
const SETTINGS: Record<string, BrowserContextOptions> = {
  'at 1280 px': { viewport: { width: 1280, height: 900 } },
  'at 900 px': { viewport: { width: 900, height: 900 } },
  'at 320 px': { viewport: { width: 320, height: 640 } },
  'at 400 % zoom': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  'in the dark': { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  'in forced colours': { viewport: { width: 1280, height: 900 }, forcedColors: 'active' },
  'with reduced motion': { viewport: { width: 390, height: 800 }, reducedMotion: 'reduce' },
  'without script': { viewport: { width: 390, height: 800 }, javaScriptEnabled: false },
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Of each setting one, which goes from page to page. */
const windows = new Map<BrowserContextOptions, OpenPage>();

async function openIn(options: BrowserContextOptions, path: string): Promise<OpenPage> {
  const window = windows.get(options) ?? (await world.open('/healthz', options));
  windows.set(options, window);
  await window.page.goto(world.address + path);
  return window;
}

const PRINTED: BrowserContextOptions = { colorScheme: 'dark' };

describe.each(Object.entries(PAGE_TYPES))('%s', (_, path) => {
  it.each(Object.entries(SETTINGS))('can be read %s', async (_setting, options) => {
    const { page, errors } = await openIn(options, path);
    const { scroll, width } = (await page.evaluate(
      '({ scroll: document.documentElement.scrollWidth, width: innerWidth })',
    )) as { scroll: number; width: number };
    expect(scroll).toBeLessThanOrEqual(width);
    if (options.javaScriptEnabled !== false) {
      await unfold(page);
      expect(await axeFindings(page)).toEqual([]);
    }
    expect(errors.splice(0)).toEqual([]);
  });

  it('prints: no navigation, nothing to click, on paper of its own colours', async () => {
    const { page, errors } = await openIn(PRINTED, path);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.site-header', '.skip-link', '.actions', '.cell-link']) {
      for (const element of await page.locator(hidden).all()) expect(await element.isVisible()).toBe(false);
    }
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: null });
    expect(errors.splice(0)).toEqual([]);
  });
});

describe('the preferences of a reader', () => {
  it('change the look: dark is dark, and nothing moves by itself', async () => {
    const dark = await world.open('/frameworks', { colorScheme: 'dark' });
    const light = await world.open('/frameworks', { colorScheme: 'light' });
    const brightness =
      'Number(getComputedStyle(document.documentElement).backgroundColor.match(/[\\d.]+/)[0])';
    expect(Number(await dark.page.evaluate(brightness))).toBeLessThan(
      Number(await light.page.evaluate(brightness)),
    );
    const calm = await world.open('/frameworks', { reducedMotion: 'reduce' });
    await expect
      .poll(() => calm.page.evaluate('getComputedStyle(document.documentElement).scrollBehavior'))
      .toBe('auto');
    await expect.poll(() => calm.page.evaluate('document.getAnimations().length')).toBe(0);
  });

  it('leave the examples of a handout open', async () => {
    const { page } = await world.open('/frameworks/harbour/levels/lead');
    const example = page.locator('#incidents .examples li').first();
    await expect.poll(() => example.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => example.isVisible()).toBe(true);
    await page.context().close();
  });
});
