/** The directory and the own page in a real browser: by keyboard, without script, at every width. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { onEmbedded } from '../database.ts';
import { type World as Cast, idOf, type Name, openWorld as openCast } from '../world.ts';
import { axeFindings, openWorld, type World } from './browser.ts';
import { look, unfold } from './look.ts';
import { cookiesOf } from './people.ts';

const ROSA = idOf('engineer');

/** What looks different to somebody else than to whoever opens it in every-page.ts. */
const PAGES: readonly [path: string, Name][] = [
  [`/people/${idOf('lineManager')}`, 'engineer'],
  ['/you/deputies', 'lineManager'],
  [`/people/${ROSA}`, 'lineManager'],
  [`/people/${ROSA}/level`, 'lineManager'],
];

const CSV =
  'Name,E-mail,Team,Manager\nSunniva Berg,sunniva@harbour.example,Dive crew,linemanager@harbour.example\n';

onEmbedded((database) => {
  let world: World;
  let cast: Cast;
  // The browser talks to one application, which is opened anew over the cast of each test.
  beforeAll(async () => {
    world = await openWorld(undefined, {
      fetch: (request: Request) => cast.app.fetch(request),
    } as Cast['app']);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    cast = await openCast(database(), { baseUrl: world.address });
  });

  /** Opens a page as a member of the cast. */
  async function openAs(name: Name, path: string, options: BrowserContextOptions = {}) {
    const cookies = cookiesOf(await cast.as(name));
    return world.open(path, { ...options, storageState: { cookies, origins: [] } });
  }

  const focused = (page: Page) =>
    page.evaluate(
      '(document.activeElement.value || document.activeElement.innerText).trim()',
    ) as Promise<string>;

  it.each(PAGES)('%s can be read by the %s, wide and narrow', async (path, name) => {
    const { page, errors } = await openAs(name, path);
    expect(new URL(page.url()).pathname).toBe(path);
    await unfold(page);
    await look(page);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('filters the directory by typing, and keeps the focus and what was typed', async () => {
    const { page, errors } = await openAs('stranger', '/people');
    await page.getByLabel('Name or e-mail').focus();
    await page.keyboard.type('lucia', { delay: 20 });
    await expect.poll(() => page.locator('.people > li').count()).toBe(1);
    await expect.poll(() => page.locator('.people').innerText()).toContain('Lucía Prieto');
    await expect.poll(() => focused(page)).toBe('lucia');
    await expect.poll(() => page.getByRole('status').first().innerText()).toBe('1 person.');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('lucia');
    await page.reload();
    await expect.poll(() => page.locator('.people > li').count()).toBe(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('filters a list that is whole on the page without asking anybody', async () => {
    const { page } = await openAs('administrator', '/administration/teams');
    await page.getByLabel('Filter the teams').fill('WATCH');
    await expect.poll(() => page.locator('#_teams > li:visible').count()).toBe(2);
    await expect.poll(() => page.getByText('2 of 3 shown').isVisible()).toBe(true);
    await page.context().close();
  });

  it('finds people without script too', async () => {
    const { page } = await openAs('stranger', '/people', { javaScriptEnabled: false });
    await page.getByLabel('Name or e-mail').fill('rosa');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('link', { name: 'Rosa Lindqvist' }).click();
    await expect.poll(() => page.locator('h1').innerText()).toBe('Rosa Lindqvist');
    await page.context().close();
  });

  it.each([true, false])('changes a manager with the keyboard alone (script: %s)', async (script) => {
    const { page, errors } = await openAs('administrator', `/administration/people/${ROSA}`, {
      javaScriptEnabled: script,
    });
    const field = page.getByLabel('Who they report to');
    await field.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('petra');
    if (script) await expect.poll(() => page.locator('datalist option').count()).toBe(1);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Petra Novak');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Change the line manager' }).waitFor();
    await expect
      .poll(() => page.locator('main').innerText())
      .toContain('Petra Novak, and whoever stands in for them, reads');
    await page.getByRole('button', { name: 'Change the line manager' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Their line manager is changed from this moment').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('leads from a mistake to its field', async () => {
    const { page } = await openAs('administrator', '/administration/people/new');
    await page.getByLabel('Time zone').fill('Leith');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await page.getByRole('link', { name: /Write a time zone/ }).click();
    await expect.poll(() => focused(page)).toBe('Leith');
    await page.context().close();
  });

  it.each([true, false])('imports a file: looks, then applies (script: %s)', async (script) => {
    const { page, errors } = await openAs('administrator', '/administration/import', {
      javaScriptEnabled: script,
    });
    const buffer = Buffer.from(CSV);
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByRole('heading', { name: 'What people.csv would change' }).waitFor();
    if (script) expect(await axeFindings(page)).toEqual([]);
    await expect.poll(() => page.locator('main').innerText()).toContain('1 person would be added');
    await page.getByRole('button', { name: 'Apply exactly this' }).click();
    await page.getByText('It is written.').waitFor();
    await page.goto(`${world.address}/people?q=sunniva`);
    await expect.poll(() => page.locator('.people').innerText()).toContain('Reports to Daniel Okafor');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('takes everything along', async () => {
    const { page } = await openAs('engineer', '/you/everything');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download everything (ZIP)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^cairn-\d{4}-\d\d-\d\d\.zip$/);
    await page.context().close();
  });

  it('asks twice before anybody is erased', async () => {
    const { page } = await openAs('engineer', '/you/erasure');
    await page.getByRole('button', { name: 'Erase me' }).click();
    await page.getByRole('link', { name: /so that nobody is erased by a slip/ }).click();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('words');
    await page.keyboard.type('erase me');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'You are erased' }).waitFor();
    await page.goto(`${world.address}/you`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.context().close();
  });
});
