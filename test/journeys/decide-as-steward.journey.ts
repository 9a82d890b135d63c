import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createStewardKey } from '../../src/features/framework/actions/steward-key.ts';
import { document, importAt, LEGACY_PAGES, NOW } from '../../src/features/framework/tests/documents.ts';
import { openApp } from '../../src/features/framework/tests/steward-desk.ts';
import { onEmbedded } from '../database.ts';
import { axeFindings, openWorld, type World } from './browser.ts';
import { look, unfold } from './look.ts';

const ID = 'port-services-legacy';
const PAGES = ['rows', 'policy', 'findings'];

const FAMILY = `name: Gardens
summary: People who keep the gardens.
googleSheetId: sheet-1
levels: [{ id: helper, name: Helper }]
themes: [{ id: soil, name: Soil }]
competencies:
  - { id: a, summary: Digs, examples: [Dug a border], level: helper, theme: soil, proficiency: Practitioner }
  - { id: b, summary: Rakes, examples: [Raked a path], level: helper, theme: soil, proficiency: Foundational }
`;

onEmbedded((database) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(undefined, openApp(database().db));
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await importAt(database().db, LEGACY_PAGES);
  });

  /** Opens a steward's link, then a page of the draft. */
  async function opened(page: string, options = {}, framework = ID) {
    const request = { framework, name: 'Working group', by: 'test', now: NOW };
    const { key } = await createStewardKey(database().db, request);
    const there = await world.open(`/steward/${key}`, options);
    await there.page.goto(`${world.address}/frameworks/${framework}@draft/${page}`);
    return there;
  }

  const focused = (page: Page) =>
    page.evaluate("document.activeElement.innerText.trim().replace(/\\s+/g, ' ')") as Promise<string>;

  it('is led to the draft, which says what waits', async () => {
    const { page, errors } = await opened('');
    const waiting = page.getByRole('navigation', { name: 'For stewards' });
    await waiting.getByRole('link', { name: /pairs? of rows/ }).click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('Which entries are one competency');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each([true, false])(
    'joins two rows with the keyboard and takes it back (script: %s)',
    async (script) => {
      const { page } = await opened('rows', { javaScriptEnabled: script });
      const before = await page.getByRole('button', { name: /^Same competency/ }).count();
      expect(before).toBeGreaterThan(1);
      // What is heard before the buttons: the heading names both, then each level with its text, then the reason.
      const [one, two] = await page.locator('.pair').first().locator('h4').allTextContents();
      await expect.poll(() => page.locator('.pair h3').first().textContent()).toBe(`${one} and ${two}`);
      await page.locator('.pair').first().locator('summary', { hasText: 'Add a reason' }).focus();
      await page.keyboard.press('Tab');
      await expect.poll(() => focused(page)).toMatch(/^Same competency/);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/rows?done=joined');
      await expect.poll(() => page.locator('main [role="status"]').textContent()).toMatch(/^Joined/);
      await expect
        .poll(() => page.getByRole('button', { name: /^Same competency/ }).count())
        .toBe(before - 1);
      await page.getByRole('button', { name: /^Take back/ }).click();
      await page.waitForURL('**/rows?done=withdrawn');
      await expect.poll(() => page.getByRole('button', { name: /^Same competency/ }).count()).toBe(before);
      await page.context().close();
    },
  );

  it('is led from the error summary to the field, with the keyboard', async () => {
    const { page } = await opened('findings', { javaScriptEnabled: false });
    await page.getByText('Accept it as it stands').first().click();
    await page.getByRole('button', { name: 'Accept' }).first().click();
    await expect.poll(() => page.title()).toMatch(/^Error: /);
    // Browsers move the focus there only once they have drawn the page.
    await expect.poll(() => focused(page)).toMatch(/^There is a problem/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('why');
    await page.keyboard.type('Our word for it');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/findings?done=accepted#*');
    await expect.poll(() => page.getByText('Our word for it').isVisible()).toBe(true);
    await page.context().close();
  });

  it('puts proficiencies in order without script', async () => {
    await importAt(database().db, [document('gardens.yml', FAMILY)]);
    const { page } = await opened('policy', { javaScriptEnabled: false }, 'gardens');
    const order = () => page.locator('.order li > span:first-child').allTextContents();
    const [first = '', second = ''] = await order();
    await page.getByRole('button', { name: new RegExp(`^Move up.*${second}`) }).click();
    await expect.poll(order).toEqual([second, first]);
    await page.getByRole('button', { name: 'Confirm this order' }).click();
    await page.waitForURL('**/policy?done=confirmed#_scale');
    await expect.poll(order).toEqual([second, first]);
    await page.context().close();
  });

  it.each(PAGES)('finds %s readable in every setting', async (path) => {
    const { page, errors } = await opened(path);
    await unfold(page);
    await look(page);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('finds a form that came back readable', async () => {
    const { page } = await opened('findings');
    await page.getByText('Accept it as it stands').first().click();
    await page.getByRole('button', { name: 'Accept' }).first().click();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });
});
