import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  answer,
  begin,
  idOf,
  LEAD,
  noteEvidence,
  openTalkWorld,
  reveal,
  submit,
  type TalkWorld,
  writeRow,
} from '../../src/features/conversation/tests/talk-world.ts';
import { onEmbedded } from '../database.ts';
import type { Visitor } from '../world.ts';
import { axeFindings, type OpenPage, openWorld, type World } from './browser.ts';
import { look, unfold } from './look.ts';
import { cookiesOf } from './people.ts';

const [INCIDENTS, RECORDS] = LEAD;

/** Two browsers and a database share two cores. */
const PATIENCE = { timeout: 20_000 };

onEmbedded((database) => {
  let people: TalkWorld;
  let browsers: World | undefined;
  beforeEach(async () => {
    await browsers?.close();
    people = await openTalkWorld(database());
    browsers = await openWorld(undefined, people.world.app);
  });
  afterAll(() => browsers?.close());

  /** Opens a page as somebody who is signed in, in a browser of their own. */
  function opened(who: Visitor, path: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
    if (browsers === undefined) throw new Error('no browser is open');
    return browsers.open(path, { ...options, storageState: { cookies: cookiesOf(who), origins: [] } });
  }

  describe('two people talk', () => {
    it.each([true, false])('from the beginning to the next one (script: %s)', async (javaScriptEnabled) => {
      const rosa = await opened(people.rosa, '/conversations', { javaScriptEnabled });
      const daniel = await opened(people.daniel, '/conversations', { javaScriptEnabled });
      // Rosa begins it.
      await rosa.page.getByRole('link', { name: 'Begin a conversation' }).click();
      await rosa.page.getByLabel('About which level or role').selectOption({ label: 'Lead Engineer' });
      await rosa.page.getByRole('button', { name: 'Show what it asks for' }).click();
      await rosa.page.getByRole('button', { name: 'Begin the conversation' }).click();
      await rosa.page.waitForURL('**/conversations/*?done=started');
      // Both prepare.
      await daniel.page.reload();
      for (const [{ page }, stance, note] of [
        [rosa, 'Sometimes', 'Amir sent the updates'],
        [daniel, 'Consistently', 'Both reviews came with actions'],
      ] as const) {
        await page.getByRole('link', { name: /Prepare your view/ }).click();
        const row = page.locator('[data-row]').first();
        await row.getByRole('radio', { name: stance }).first().check();
        await row.getByRole('textbox').first().fill(note);
        await page.getByRole('button', { name: 'Look through it and submit' }).click();
        await page.waitForURL('**/prepare/check');
        await expect.poll(() => page.locator('.answers').textContent()).toContain(note);
      }
      // Rosa submits, takes it back, and submits again; Daniel's submission reveals both.
      await rosa.page.getByRole('button', { name: 'Submit your view' }).click();
      await rosa.page.getByRole('button', { name: 'Take your view back' }).click();
      await rosa.page.getByRole('link', { name: 'Prepare your view' }).click();
      await rosa.page.getByRole('button', { name: 'Look through it and submit' }).click();
      await rosa.page.getByRole('button', { name: 'Submit your view' }).click();
      await rosa.page.waitForURL('**?done=submitted');
      await daniel.page.reload();
      await daniel.page.getByRole('button', { name: 'Submit, and reveal both views' }).click();
      await daniel.page.waitForURL('**/talk?done=revealed');
      if (javaScriptEnabled) {
        // The page of whoever waits moves on by itself.
        await rosa.page.getByText('Both views are revealed.').waitFor(PATIENCE);
      } else await rosa.page.reload();
      await rosa.page.getByRole('link', { name: 'Talk', exact: true }).click();
      for (const { page } of [rosa, daniel]) {
        const first = page.locator('.talk-row').first();
        await expect.poll(() => first.textContent()).toContain('Amir sent the updates');
        await expect.poll(() => first.textContent()).toContain('Both reviews came with actions');
      }
      // They disagree, each with a reason, and agree on what to do.
      const row = (page: Page) => page.locator('.talk-row').first();
      await row(rosa.page).getByRole('radio', { name: 'We see this differently' }).check();
      await row(rosa.page)
        .getByLabel(/Why Rosa Lindqvist sees it so/)
        .fill('It is a matter of nerve');
      await saved(rosa.page, javaScriptEnabled);
      if (!javaScriptEnabled) await daniel.page.reload();
      await expect
        .poll(
          () =>
            row(daniel.page)
              .getByLabel(/Why Rosa Lindqvist sees it so/)
              .inputValue(),
          PATIENCE,
        )
        .toBe('It is a matter of nerve');
      await row(daniel.page)
        .getByLabel(/Why Daniel Okafor sees it so/)
        .fill('It is not one of skill');
      await saved(daniel.page, javaScriptEnabled);
      await row(daniel.page).getByText('Add an action').click();
      await row(daniel.page)
        .getByLabel('What', { exact: true })
        .last()
        .fill('Send the updates at the next two');
      await row(daniel.page).getByLabel('Who').selectOption({ label: 'Rosa Lindqvist' });
      await row(daniel.page).getByRole('button', { name: /^Add/ }).last().click();
      await daniel.page.waitForURL('**done=added**');
      // Both sign.
      await daniel.page.getByRole('link', { name: 'Look through the record and sign' }).click();
      await daniel.page.getByRole('button', { name: 'Sign', exact: true }).click();
      await daniel.page.waitForURL('**/check?done=signed');
      await rosa.page.goto(`${origin(rosa.page)}/conversations`);
      await rosa.page.getByRole('link', { name: /Look through it and sign/ }).click();
      await rosa.page.getByRole('button', { name: 'Sign', exact: true }).click();
      await rosa.page.waitForURL('**/record?done=agreed');
      await expect
        .poll(() => rosa.page.locator('.recorded').first().textContent())
        .toContain('It is a matter of nerve');
      // The next one begins with where they left off.
      await rosa.page.goto(`${origin(rosa.page)}/conversations/new?about=harbour%2Flead`);
      await rosa.page.getByRole('button', { name: 'Begin the conversation' }).click();
      await rosa.page.getByRole('link', { name: 'Prepare your view' }).click();
      const beside = await rosa.page.locator('.beside').first().textContent();
      expect(beside).toContain('We see this differently');
      expect(beside).toContain('Send the updates at the next two');
      expect([...rosa.errors, ...daniel.errors]).toEqual([]);
      await rosa.page.context().close();
      await daniel.page.context().close();
    });

    it('see what the other writes within a second or so, without losing focus or text', async () => {
      const talk = await begin(people.rosa, 'lineManager');
      await reveal(people, talk);
      const rosa = await opened(people.rosa, `/conversations/${talk}/talk`);
      const daniel = await opened(people.daniel, `/conversations/${talk}/talk`);
      const sentence = (page: Page, nth: number) => page.getByLabel(/In a sentence/).nth(nth);
      await sentence(daniel.page, 1).click();
      await daniel.page.keyboard.type('Half a sen');
      await sentence(rosa.page, 0).fill('Leads incidents well.');
      await expect.poll(() => sentence(daniel.page, 0).inputValue(), PATIENCE).toBe('Leads incidents well.');
      await daniel.page.keyboard.type('tence');
      await expect.poll(() => sentence(daniel.page, 1).inputValue()).toBe('Half a sentence');
      await expect.poll(() => daniel.page.evaluate('document.activeElement.name')).toBe('sentence-2');
      await expect.poll(() => sentence(rosa.page, 1).inputValue(), PATIENCE).toBe('Half a sentence');
      expect([...rosa.errors, ...daniel.errors]).toEqual([]);
    });
  });

  describe('nothing is lost', () => {
    it('when the connection is killed in the middle of a talk', async () => {
      const talk = await begin(people.rosa, 'lineManager');
      await reveal(people, talk);
      const { page } = await opened(people.rosa, `/conversations/${talk}/talk`);
      const sentence = page.getByLabel(/In a sentence/).first();
      await page.context().setOffline(true);
      await sentence.fill('Typed without a connection');
      await page.getByText('What you write is kept on this device').first().waitFor(PATIENCE);
      await page.context().setOffline(false);
      await expect.poll(() => keptSentence(talk), PATIENCE).toBe('Typed without a connection');
    });

    it('when the page is closed before it was sent', async () => {
      const talk = await begin(people.rosa, 'lineManager');
      const { page } = await opened(people.rosa, `/conversations/${talk}/prepare`);
      const context = page.context();
      await context.setOffline(true);
      await page.locator('#row-2').getByRole('textbox').first().fill('Typed, then closed');
      await page.getByText('What you write is kept on this device').first().waitFor(PATIENCE);
      await page.close();
      await context.setOffline(false);
      const again = await context.newPage();
      await again.goto(`${browsers?.address}/conversations/${talk}/prepare`);
      await expect.poll(() => keptNote(RECORDS), PATIENCE).toBe('Typed, then closed');
      await expect
        .poll(() => again.locator('#row-2').getByRole('textbox').first().inputValue(), PATIENCE)
        .toBe('Typed, then closed');
      await expect.poll(() => unsentIn(again), PATIENCE).toEqual([]);
    });

    it('of two tabs that write the same, whichever is kept', async () => {
      const talk = await begin(people.rosa, 'lineManager');
      const { page: one } = await opened(people.rosa, `/conversations/${talk}/prepare`);
      const two = await one.context().newPage();
      await two.goto(one.url());
      const note = (page: Page) => page.locator('#row-1').getByRole('textbox').first();
      await note(one).fill('From the first tab');
      await expect.poll(() => keptNote(INCIDENTS), PATIENCE).toBe('From the first tab');
      await note(two).fill('From the second tab');
      const conflict = two.locator('#row-1 [data-conflict] [role="alert"]');
      await conflict.waitFor(PATIENCE);
      await expect.poll(() => conflict.textContent()).toContain('From the first tab');
      await expect.poll(() => note(two).inputValue()).toBe('From the second tab');
      expect(await axeFindings(two)).toEqual([]);
      await two.getByRole('button', { name: 'Keep what I wrote' }).click();
      await expect.poll(() => keptNote(INCIDENTS), PATIENCE).toBe('From the second tab');
    });

    it('and nothing stays on the device once somebody signs out', async () => {
      const talk = await begin(people.rosa, 'lineManager');
      const { page } = await opened(people.rosa, `/conversations/${talk}/prepare`);
      await page.context().setOffline(true);
      await page.locator('#row-1').getByRole('textbox').first().fill('Not for whoever comes next');
      await expect.poll(() => unsentIn(page), PATIENCE).toHaveLength(1);
      await page.evaluate(`
        const form = document.createElement('form');
        form.action = '/sign-out';
        document.body.append(form);
        form.addEventListener('submit', (event) => event.preventDefault());
        form.requestSubmit();
      `);
      await expect.poll(() => unsentIn(page)).toEqual([]);
    });
  });

  it('prepares, walks and submits by the keyboard alone', async () => {
    const talk = await begin(people.rosa, 'lineManager');
    const { page, errors } = await opened(people.rosa, `/conversations/${talk}/prepare/1`);
    await page.keyboard.press('2');
    await page.keyboard.press('n');
    await page.keyboard.type('Four nights of 12');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL('**/prepare/2');
    await page.keyboard.press('4');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL('**/prepare/3');
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL('**/prepare/2');
    await expect.poll(() => page.getByRole('radio', { name: 'No opportunity yet' }).isChecked()).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.waitForURL('**/prepare/3');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL('**/prepare/check');
    const answers = await page.locator('.answers').textContent();
    expect(answers).toContain('Four nights of 12');
    expect(answers).toContain('No opportunity yet');
    await page.getByRole('button', { name: 'Submit your view' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**?done=submitted');
    expect(errors).toEqual([]);
  });

  it('walks the list of all rows by the keyboard', async () => {
    const talk = await begin(people.rosa, 'lineManager');
    const { page } = await opened(people.rosa, `/conversations/${talk}/prepare`);
    const focused = () => page.evaluate('document.activeElement.id');
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe('row-1');
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe('row-2');
    await page.keyboard.press('1');
    await expect.poll(() => keptStance(RECORDS), PATIENCE).toBe('consistently');
    await expect.poll(() => page.locator('[data-state-of="2"]').textContent()).toBe('consistently');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(focused).toBe('row-1');
  });

  it('finds its pages readable, wide and narrow, light and dark', async () => {
    const windows = new Map<Visitor, OpenPage>();
    for (const [who, path] of await fullPages()) {
      const window = windows.get(who) ?? (await opened(who, path));
      windows.set(who, window);
      const { page, errors } = window;
      await page.goto(`${browsers?.address}${path}`);
      await unfold(page);
      await look(page);
      expect([path, errors]).toEqual([path, []]);
    }
  });

  it('prints a talk on two sheets of A4', async () => {
    const talk = await begin(people.rosa, 'lineManager');
    const note =
      'A sentence that goes on for a while, as people write them at the end of a long day. '.repeat(30);
    const view = Object.fromEntries(LEAD.map((row) => [row, { stance: 'sometimes', note }]));
    await reveal(people, talk, { person: view, manager: view });
    const { page } = await opened(people.rosa, `/conversations/${talk}/pack`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/Type\s*\/Page[^s][\s\S]*?\/MediaBox\s*\[([^\]]*)\]/g)];
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.length).toBeLessThanOrEqual(2);
    for (const [, box = ''] of sheets) {
      expect(
        box
          .trim()
          .split(/\s+/)
          .map((part) => Math.round(Number(part))),
      ).toEqual([0, 0, 595, 842]);
    }
  });

  /** The pages of a conversation that show more in one phase, or to one side, than every-page.ts finds there. */
  async function fullPages(): Promise<[Visitor, string][]> {
    const { rosa, daniel, world } = people;
    await noteEvidence(database(), { text: 'Closed the crane outage', expectation: INCIDENTS, shared: true });
    await noteEvidence(database(), { text: 'Kept for myself', expectation: RECORDS });
    const agreedTalk = await begin(rosa, 'lineManager');
    await reveal(people, agreedTalk, {
      person: { [INCIDENTS]: { stance: 'sometimes', note: '*Mostly* at night' } },
    });
    await writeRow(rosa, agreedTalk, INCIDENTS, { outcome: 'sometimes', sentence: 'Leads well.' });
    for (const visitor of [rosa, daniel]) await visitor.post(`/conversations/${agreedTalk}/signatures`);
    await rosa.post(`/conversations/${agreedTalk}/reopenings`, { reason: 'A date is wrong' });
    const preparing = await begin(rosa, 'lineManager');
    await answer(rosa, preparing, `${INCIDENTS}/p1`, { stance: 'not yet', note: 'One point' });
    const amir = await world.as('colleague');
    const talking = await begin(amir, 'lineManager');
    await submit(amir, talking);
    await submit(daniel, talking);
    await writeRow(amir, talking, INCIDENTS, { outcome: 'we see this differently', person: 'So' });
    await writeRow(amir, talking, RECORDS, { outcome: 'no opportunity yet' });
    const of = (talk: string, part?: string) =>
      `/conversations/${talk}${part === undefined ? '' : `/${part}`}`;
    const petra = await world.as('managersManager');
    return [
      [daniel, '/conversations/new'],
      [petra, `/conversations/new?with=${idOf('lineManager')}&about=harbour%2Flead`],
      [rosa, of(preparing)],
      [rosa, of(preparing, 'prepare')],
      [daniel, of(preparing, 'prepare')],
      [rosa, of(preparing, 'prepare/check')],
      [amir, of(talking, 'talk')],
      [daniel, of(talking, 'check')],
      [amir, of(talking, 'pack')],
      [rosa, of(agreedTalk, 'record')],
      [rosa, `/conversations/of/${idOf('engineer')}`],
      [rosa, `/conversations/of/${idOf('engineer')}/competencies/harbour/incidents`],
    ];
  }

  async function keptNote(expectation: string): Promise<string | undefined> {
    const rows = await database()
      .owner.selectFrom('view_answer')
      .select(['expectation_id', 'note'])
      .execute();
    return rows.find((row) => row.expectation_id === expectation)?.note;
  }

  async function keptStance(expectation: string): Promise<string | null | undefined> {
    const rows = await database()
      .owner.selectFrom('view_answer')
      .select(['expectation_id', 'stance'])
      .execute();
    return rows.find((row) => row.expectation_id === expectation)?.stance;
  }

  async function keptSentence(talk: string): Promise<string | undefined> {
    const rows = await database()
      .owner.selectFrom('agreed_row')
      .select('sentence')
      .where('conversation_id', '=', talk)
      .execute();
    return rows[0]?.sentence;
  }
});

/** Waits until the script has saved what was typed, or saves it with the form. */
async function saved(page: Page, script: boolean): Promise<void> {
  if (script) return;
  await page.locator('.talk-row').first().getByRole('button', { name: /^Save/ }).click();
  await page.waitForURL('**done=saved**');
}

function origin(page: Page): string {
  return new URL(page.url()).origin;
}

function unsentIn(page: Page): Promise<string[]> {
  return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('cairn:unsent:'))");
}
