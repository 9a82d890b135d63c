import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { asked, SEEN, say } from '../../src/features/conversation/tests/feedback-world.ts';
import {
  begin,
  idOf,
  LEAD,
  mailsIn,
  openTalkWorld,
  reveal,
  type TalkWorld,
} from '../../src/features/conversation/tests/talk-world.ts';
import { onEmbedded } from '../database.ts';
import type { Visitor } from '../world.ts';
import { type OpenPage, openWorld, type World } from './browser.ts';
import { look, unfold } from './look.ts';
import { cookiesOf } from './people.ts';

onEmbedded((database) => {
  let people: TalkWorld;
  let talk: string;
  let browsers: World | undefined;
  beforeEach(async () => {
    await browsers?.close();
    people = await openTalkWorld(database());
    talk = await begin(people.rosa, 'lineManager');
    browsers = await openWorld(undefined, people.world.app);
  });
  afterAll(() => browsers?.close());

  /** Opens a page, in a browser of somebody's own. */
  function opened(
    who: Visitor | undefined,
    path: string,
    options: BrowserContextOptions = {},
  ): Promise<OpenPage> {
    if (browsers === undefined) throw new Error('no browser is open');
    return browsers.open(path, {
      ...options,
      storageState: { cookies: who === undefined ? [] : cookiesOf(who), origins: [] },
    });
  }

  describe('a colleague is asked for feedback', () => {
    it.each([true, false])('and answers by the link in the mail (script: %s)', async (javaScriptEnabled) => {
      // Rosa asks Amir.
      const rosa = await opened(people.rosa, `/conversations/${talk}`, { javaScriptEnabled });
      await rosa.page.getByRole('link', { name: 'Ask a colleague' }).click();
      await rosa.page.getByLabel('Name of a colleague').fill('amir');
      if (!javaScriptEnabled) await rosa.page.getByRole('button', { name: 'Find' }).click();
      await rosa.page.getByRole('link', { name: 'Amir Haddad' }).click();
      await rosa.page.getByRole('checkbox').first().check();
      await rosa.page.getByRole('checkbox').nth(1).check();
      await rosa.page.getByLabel(/Why you ask them/).fill('You took over from me that morning');
      await rosa.page.getByRole('button', { name: 'Look at what they will see' }).click();
      await rosa.page.getByText('You took over from me that morning').waitFor();
      await rosa.page.getByRole('button', { name: 'Ask Amir Haddad' }).click();
      await rosa.page.getByText('Asked. Both of you are told.').waitFor();
      const section = rosa.page.getByRole('region', { name: 'Feedback asked for' });
      await expect.poll(() => section.textContent()).toMatch(/Amir Haddad.*asked by Rosa Lindqvist/);
      // Amir follows the link, without signing in.
      const mail = (await mailsIn(database())).find(({ kind }) => kind === 'feedback');
      const link = /(\/feedback\/by-mail\/[\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '';
      const amir = await opened(undefined, link, { javaScriptEnabled });
      await amir.page.getByRole('textbox').first().fill(SEEN);
      await amir.page.getByRole('button', { name: 'Look through it and send' }).click();
      // One was left out: what was written is still there.
      await amir.page.getByText('There is a problem').waitFor();
      await expect.poll(() => amir.page.getByRole('textbox').first().inputValue()).toBe(SEEN);
      await amir.page.getByRole('checkbox').nth(1).check();
      await amir.page.getByRole('button', { name: 'Look through it and send' }).click();
      await amir.page.getByRole('button', { name: 'Send it' }).click();
      await amir.page.getByText('Thank you for your feedback').waitFor();
      // Rosa sees that he answered, and what he said once both views are revealed.
      await rosa.page.reload();
      await expect.poll(() => section.textContent()).toContain('Answered.');
      expect(await rosa.page.content()).not.toContain(SEEN);
      await reveal(people, talk);
      await rosa.page.goto(`${new URL(rosa.page.url()).origin}/conversations/${talk}/talk`);
      await rosa.page.getByText('Feedback of 1 colleague').first().click();
      await rosa.page.getByText(SEEN).waitFor();
      // The form that came back is the only thing that was not taken.
      const failed = [...rosa.errors, ...amir.errors].filter((error) => !error.includes('status of 422'));
      expect(failed).toEqual([]);
      await rosa.page.context().close();
      await amir.page.context().close();
    });
  });

  it('its pages are accessible and fit, wide and narrow', async () => {
    const amir = await people.world.as('colleague');
    const given = await asked(database(), people.rosa, talk, 'colleague', { question: 'You were there' });
    await asked(database(), people.rosa, talk, 'steward', {});
    const looks: [Visitor, string][] = [
      [people.rosa, `/conversations/${talk}/feedback/new?colleague=${idOf('stranger')}`],
      [people.rosa, `/conversations/${talk}`],
      [amir, given.page],
      [amir, '/feedback'],
    ];
    for (const [who, path] of looks) await lookAt(who, path);
    await say(amir, given.page);
    await lookAt(amir, given.page);
    await reveal(people, talk);
    await lookAt(people.rosa, `/conversations/${talk}/talk`);
    await lookAt(people.rosa, '/you/as-manager');
  });

  it('that comes while the talk is open is told there, and shown without losing what was typed', async () => {
    const ask = await asked(database(), people.rosa, talk);
    await reveal(people, talk);
    const { page, errors } = await opened(people.rosa, `/conversations/${talk}/talk`);
    await page.locator('#row-1').getByText('Add an action').click();
    const action = page.locator('#action-1-text');
    await action.fill('Try the night desk');
    await say(await people.world.as('colleague'), ask.page);
    await page.getByText('Feedback from Amir Haddad has arrived.').waitFor({ timeout: 20_000 });
    await expect.poll(() => page.getByText(SEEN).count()).toBe(0);
    await page.getByRole('link', { name: 'Show it' }).click();
    await page.getByText(SEEN).waitFor();
    await expect.poll(() => action.inputValue()).toBe('Try the night desk');
    await expect.poll(() => page.getByText('has arrived').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('leaves the pack on two sheets of A4', async () => {
    const text = 'Something that somebody saw, told at some length because it was a long night. '.repeat(20);
    for (const of of ['colleague', 'steward', 'panelMember', 'hiringManager', 'head'] as const) {
      const { page } = await asked(database(), people.rosa, talk, of, { expectation: LEAD });
      const fields = Object.fromEntries(LEAD.map((_, index) => [`said-${index + 1}`, text]));
      const visitor = await people.world.as(of);
      expect((await visitor.post(`${page}/answer`, { ...fields, checked: 'yes' })).status).toBe(303);
    }
    const view = Object.fromEntries(LEAD.map((row) => [row, { stance: 'sometimes', note: text }]));
    await reveal(people, talk, { person: view, manager: view });
    const { page } = await opened(people.rosa, `/conversations/${talk}/pack`);
    await expect.poll(() => page.locator('.pack').textContent()).toContain('Amir Haddad');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/Type\s*\/Page[^s]/g)];
    expect([1, 2]).toContain(sheets.length);
    await page.context().close();
  });

  async function lookAt(who: Visitor, path: string): Promise<void> {
    const { page } = await opened(who, path);
    await unfold(page);
    await look(page);
    await page.context().close();
  }
});
