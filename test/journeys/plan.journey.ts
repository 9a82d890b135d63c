import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { actionBy, sent } from '../../src/features/plan/tests/plan-world.ts';
import { reportsTo, setRhythm, talkWith } from '../../src/features/plan/tests/talks.ts';
import { onEmbedded } from '../database.ts';
import { type World as Cast, day, idOf, type Name, openWorld as openCast } from '../world.ts';
import { openWorld, type World } from './browser.ts';
import { look, unfold } from './look.ts';

onEmbedded((database) => {
  let cast: Cast;
  let world: World | undefined;
  beforeEach(async () => {
    cast = await openCast(database());
    world ??= await openWorld(undefined, { fetch: (request: Request) => cast.app.fetch(request) } as never);
  });
  afterAll(() => world?.close());

  /** A page in the browser of a member of the cast. */
  async function opened(name: Name, path: string, options: BrowserContextOptions = {}) {
    const { cookie } = await cast.as(name);
    const cookies = cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      const where = { domain: 'localhost', path: '/', expires: -1, httpOnly: true, secure: false };
      return { name: pair.slice(0, at), value: pair.slice(at + 1), ...where, sameSite: 'Lax' as const };
    });
    if (world === undefined) throw new Error('no browser');
    return world.open(path, { ...options, storageState: { cookies, origins: [] } });
  }

  const focused = (page: Page) =>
    page.evaluate("document.activeElement.innerText.trim().replace(/\\s+/g, ' ')") as Promise<string>;

  describe.each([true, false])('with script: %s', (script) => {
    const how = { javaScriptEnabled: script };

    it('an engineer makes an objective of a gap, and the manager agrees to it, by the keyboard', async () => {
      const { page } = await opened('engineer', '/my-path', how);
      await page
        .getByRole('link', { name: /^Make it an objective ?: Written records/ })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/objectives/new?*');
      await expect.poll(() => page.getByLabel('What is it?').inputValue()).toContain('Written records');
      await page.getByRole('button', { name: 'Propose it' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/objectives/*?done=proposed');
      const path = new URL(page.url()).pathname;
      await page.context().close();

      const manager = await opened('lineManager', path, how);
      await manager.page.getByRole('button', { name: 'Agree to it' }).focus();
      await manager.page.keyboard.press('Enter');
      await manager.page.waitForURL('**?done=agreed');
      await expect.poll(() => manager.page.locator('main [role="status"]').textContent()).toBe('Agreed.');
      expect(manager.errors).toEqual([]);
      await manager.page.context().close();
    });

    it('somebody writes down an action, is led from the error to the field, and sees it done', async () => {
      const { page } = await opened('engineer', '/actions/new', how);
      await page.getByRole('button', { name: 'Write it down' }).click();
      await expect.poll(() => page.title()).toMatch(/^Error: /);
      await expect.poll(() => focused(page)).toMatch(/^There is a problem/);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('text');
      await page.keyboard.type('Read the three reviews');
      await page.getByRole('button', { name: 'Write it down' }).click();
      await page.waitForURL('**/actions?done=action-created');
      const done = page.getByRole('button', { name: /^Done ?: Read the three reviews/ });
      await done.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/actions?done=done');
      await expect.poll(() => page.getByText('Nothing is open.').isVisible()).toBe(true);
      await page.context().close();
    });

    it('somebody moves an action from its folded form', async () => {
      const id = await actionBy(database(), 'engineer', { dueOn: day(3) });
      const { page } = await opened('engineer', `/actions/${id}`, how);
      await page.getByText('Move it to another day').focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('The new day').fill(day(10));
      await page.getByLabel('Why').first().fill('Fog all week');
      await page.getByRole('button', { name: 'Move it' }).click();
      await page.waitForURL('**?done=moved');
      await expect.poll(() => page.getByText('Fog all week').isVisible()).toBe(true);
      await page.context().close();
    });
  });

  it('a manager of forty filters them by typing', async () => {
    await reportsTo(database(), 'lineManager', 38);
    const { page, errors } = await opened('lineManager', '/team');
    const shown = () => page.locator('.report:visible').count();
    await expect.poll(shown).toBe(40);
    await page.getByLabel('Filter the people').focus();
    await page.keyboard.type('report 07');
    await expect.poll(shown).toBe(1);
    await expect.poll(() => page.locator('[data-filter-said]').textContent()).toBe('1 of 40 shown');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('pages are readable, wide and narrow, in the light and in the dark', async () => {
    for (const [name, path] of await filledPages()) {
      const { page, errors } = await opened(name, path);
      await unfold(page);
      await look(page);
      expect([path, errors]).toEqual([path, []]);
      await page.context().close();
    }
  });

  /** What shows more here, or to somebody else, than every-page.ts finds there. */
  async function filledPages(): Promise<[Name, string][]> {
    const rosa = await cast.as('engineer');
    const daniel = await cast.as('lineManager');
    const rosas = idOf('engineer');
    const objective = await sent(rosa, '/objectives', {
      text: 'Lead a night',
      tie: 'harbour/incidents-lead',
      until: day(9),
    });
    const learning = await sent(rosa, '/learning', {
      text: 'Radar logs',
      state: 'learnt',
      tie: 'harbour/incidents-watch',
    });
    await sent(rosa, `/learning/${learning.id}/shares`);
    const card = await sent(daniel, '/qualifications', { name: 'First aid', until: day(20), number: '77' });
    await sent(daniel, `/team/${rosas}/notes`, { text: 'Asked to lead the next one' });
    const action = await actionBy(database(), 'engineer', { dueOn: day(-3) });
    await actionBy(database(), 'lineManager', {
      owner: idOf('lineManager'),
      kind: 'opportunity',
      dueOn: day(3),
    });
    await setRhythm(database(), 3);
    await talkWith(database(), { person: 'engineer', manager: 'lineManager', submitted: ['person'] });
    await reportsTo(database(), 'lineManager', 38, { team: 'Night watch' });
    return [
      ['engineer', `/actions/${action}`],
      ['engineer', '/objectives/new?expectation=harbour%2Fincidents-lead'],
      ['lineManager', `/objectives/${objective.id}`],
      ['engineer', '/learning'],
      ['engineer', `/learning/${learning.id}`],
      ['lineManager', '/qualifications'],
      ['lineManager', `/qualifications/${card.id}`],
      ['lineManager', '/team'],
      ['lineManager', `/people/${rosas}/plan`],
      ['lineManager', `/people/${rosas}/learning`],
      ['head', '/head'],
    ];
  }
});
