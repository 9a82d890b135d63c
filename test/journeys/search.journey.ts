import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, openWorld, type World } from './browser.ts';

const LEAD = '/frameworks/harbour/levels/lead';
const FIELD = '.search-box input';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('somebody who searches with the keyboard', () => {
  it('goes to the field, through what was found, and opens it', async () => {
    const { page, errors } = await world.open(LEAD);
    await page.keyboard.press('/');
    const field = page.locator(FIELD);
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('_find');
    await page.keyboard.type('suplier');
    await page.locator('#_found [role=option]').first().waitFor();
    await expect.poll(() => field.getAttribute('aria-expanded')).toBe('true');
    await expect
      .poll(() => page.locator('.search-box [role=status]').textContent())
      .toMatch(/^\d+ results?\. Use/);
    await expect.poll(() => page.locator('#_found mark').first().textContent()).toBe('suppliers');
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('#_found [aria-selected=true]');
    await expect
      .poll(() => field.getAttribute('aria-activedescendant'))
      .toBe(await chosen.getAttribute('id'));
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('_find');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/competencies/suppliers');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('walks past the last find back to the field, and closes the list with Escape', async () => {
    const { page } = await world.open(LEAD);
    await page.keyboard.press('/');
    await page.keyboard.type('mooring');
    const options = page.locator('#_found [role=option]');
    await options.first().waitFor();
    for (let step = 0; step <= (await options.count()); step += 1) await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator(FIELD).getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.locator('#_found [aria-selected=true]').textContent()).toMatch(/^See /);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#_found').isVisible()).toBe(false);
    await expect.poll(() => page.locator(FIELD).inputValue()).toBe('mooring');
    await page.context().close();
  });

  it('asks the search page with Enter while nothing is chosen', async () => {
    const { page } = await world.open(LEAD);
    await page.keyboard.press('/');
    await page.keyboard.type('mooring');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=mooring');
    await expect.poll(() => page.locator('main mark').first().textContent()).toBe('mooring');
    await page.context().close();
  });

  it('types a slash in a field as a slash', async () => {
    const { page } = await world.open('/search');
    await page.locator('#_search').focus();
    await page.keyboard.type('a/b?');
    await expect.poll(() => page.locator('#_search').inputValue()).toBe('a/b?');
    await expect.poll(() => page.locator('#_shortcuts').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('what was found', () => {
  it.each([320, 1280])('passes axe, open over a level, at %i px', async (width) => {
    const { page, errors } = await world.open(LEAD, { viewport: { width, height: 700 } });
    await page.keyboard.press('/');
    await page.keyboard.type('lead');
    await page.locator('#_found [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await axeFindings(page)).toEqual([]);
    const scroll = await page.evaluate('document.documentElement.scrollWidth');
    expect(scroll).toBeLessThanOrEqual(width);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is told where there is nothing', async () => {
    const { page } = await world.open(LEAD);
    await page.keyboard.press('/');
    await page.keyboard.type('zzzqqq');
    await page.locator('.found-none').waitFor();
    await expect.poll(() => page.locator('.search-box [role=status]').textContent()).toBe('No results');
    await page.context().close();
  });

  it('fills the search page while somebody types, and stays in the address', async () => {
    const { page, errors } = await world.open('/search');
    await page.locator('#_search').fill('incidents');
    await page.locator('#_results .found').first().waitFor();
    await expect.poll(() => new URL(page.url()).search).toBe('?q=incidents');
    await expect
      .poll(() => page.locator('#_results h2').first().textContent())
      .toMatch(/^(Competencies|Expectations)/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('needs no script', async () => {
    const { page } = await world.open(LEAD, { javaScriptEnabled: false });
    await page.locator(FIELD).fill('mooring');
    await page.locator(FIELD).press('Enter');
    await page.waitForURL('**/search?q=mooring');
    await expect.poll(() => page.locator('main mark').count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe('the index', () => {
  it('is not loaded before somebody turns to the field', async () => {
    const { page } = await world.open('/healthz');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(world.address + LEAD, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => path.includes('search-'))).toEqual([]);
    await page.keyboard.press('/');
    await page.keyboard.type('lead');
    await page.locator('#_found [role=option]').first().waitFor();
    const loaded = asked.filter((path) => path.includes('search-'));
    expect(loaded.toSorted().map((path) => path.replace(/.*\/|\..*/g, ''))).toEqual([
      'search-engine',
      'search-list',
      'search-index',
    ]);
    await page.context().close();
  });
});

describe('a question mark', () => {
  it('opens the shortcuts, and Escape closes them', async () => {
    const { page, errors } = await world.open(LEAD);
    await page.keyboard.press('?');
    await expect.poll(() => page.getByRole('dialog', { name: 'Keyboard shortcuts' }).isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#_shortcuts').isVisible()).toBe(false);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('a handout', () => {
  it('of a level fits on two sheets', async () => {
    const { page } = await world.open(LEAD);
    expect(sheets(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(2);
    await page.context().close();
  });

  it('of a framework begins each chapter on a sheet of its own', async () => {
    const { page } = await world.open('/frameworks/harbour/booklet');
    const chapters = await page.locator('.chapter').count();
    expect(sheets(await page.pdf({ format: 'A4' }))).toBeGreaterThan(chapters);
    await page.context().close();
  });
});

function sheets(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
