import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './browser.ts';

const LEAD = '/frameworks/harbour/levels/lead';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('a reader with a keyboard', () => {
  it('skips to the text, and meets links in the order of the page', async () => {
    const { page, errors } = await world.open(LEAD);
    const focused = () => page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')");
    await page.keyboard.press('Tab');
    await expect.poll(focused).toBe('Skip to the text');
    await expect.poll(() => page.locator('.skip-link').isVisible()).toBe(true);
    const order = [];
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('Tab');
      order.push(await focused());
    }
    // The search field holds no text.
    expect(order).toEqual(['Cairn', 'Frameworks', '', 'Harbour Operations 1.1.0, beta', 'Watch Engineer']);
    await page.locator('.skip-link').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect.poll(focused).toBe('How to use these competencies');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('walks the path with the arrow keys and goes to a level', async () => {
    const { page } = await world.open(LEAD);
    await page
      .getByRole('navigation', { name: 'Levels' })
      .getByRole('link', { name: 'Lead Engineer' })
      .focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/levels/manager');
    await expect.poll(() => page.locator('h1').textContent()).toBe('Watch Manager');
    await page.locator('.path a').first().focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Head of Harbour');
    await page.keyboard.press('Home');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Watch Engineer');
    await page.context().close();
  });

  it('sees where the focus is on everything that takes it', async () => {
    const { page } = await world.open(LEAD);
    const unseen = await page.evaluate(`
      [...document.querySelectorAll('a, button, summary')]
        .filter((element) => element.checkVisibility())
        .filter((element) => {
          element.focus({ focusVisible: true });
          return document.activeElement === element && getComputedStyle(element).outlineStyle === 'none';
        })
        .map((element) => element.outerHTML)
    `);
    expect(unseen).toEqual([]);
    await page.context().close();
  });
});

describe('a link to an expectation', () => {
  it('is copied with script', async () => {
    const { page, errors } = await world.open(LEAD, { permissions: ['clipboard-read', 'clipboard-write'] });
    const link = page.locator('#records .cell-link[data-copy-link]');
    await expect.poll(() => link.innerText()).toMatch(/^Copy link/);
    await link.click();
    await expect
      .poll(() => page.evaluate('navigator.clipboard.readText()'))
      .toBe(`${world.address}${LEAD}#records`);
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('Link copied');
    expect(new URL(page.url()).hash).toBe('');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is a plain link without script, and leads to the expectation', async () => {
    const { page } = await world.open(LEAD, { javaScriptEnabled: false });
    await page.locator('#records .cell-link[data-copy-link]').click();
    await expect.poll(() => page.url()).toBe(`${world.address}${LEAD}#records`);
    await expect.poll(() => page.locator('#records h2').isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('button', { name: 'Print' }).count()).toBe(0);
    await page.context().close();
  });
});

describe('what opens on a click', () => {
  it('needs no script: proficiency, examples and earlier levels', async () => {
    const { page } = await world.open(LEAD, { javaScriptEnabled: false });
    const definition = page.getByText('Does it on an unusual day and teaches it.').first();
    await expect.poll(() => definition.isVisible()).toBe(false);
    await page.locator('#incidents .proficiency summary').click();
    await expect.poll(() => definition.isVisible()).toBe(true);
    const earlier = page.getByText('Follows the harbour plan for a known fault');
    await expect.poll(() => earlier.isVisible()).toBe(false);
    await page.locator('.earlier-level summary').first().click();
    await expect.poll(() => earlier.isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('the text of authors', () => {
  it('cannot reorder what stands around it', async () => {
    const { page } = await world.open('/frameworks/harbour/levels/watch');
    const label = page.locator('#records .proficiency summary');
    expect((await label.innerText()).trim()).toBe('Proficiency: Aware');
    const isolated = await page.evaluate(
      "[...document.querySelectorAll('bdi')].every((name) => getComputedStyle(name).unicodeBidi.includes('isolate'))",
    );
    expect(isolated).toBe(true);
    await page.context().close();
  });
});

describe('a page', () => {
  it('does not shift while it loads, and asks nobody else for anything', async () => {
    const { page, errors } = await world.open('/healthz');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.addInitScript(`
      window.shifts = 0;
      new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.shifts += shift.value; })
        .observe({ type: 'layout-shift', buffered: true });
    `);
    await page.goto(world.address + LEAD, { waitUntil: 'networkidle' });
    await expect.poll(() => page.evaluate('window.shifts')).toBe(0);
    expect(new Set(asked)).toEqual(new Set([world.address]));
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
