/** People around evidence: asking, confirming, offering, bringing a tracker, and asking the stewards. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { onEmbedded } from '../database.ts';
import { emailOf, idOf, type Name, openWorld as openPeople, type World as People } from '../world.ts';
import { type OpenPage, openWorld, type World } from './browser.ts';
import { look, unfold } from './look.ts';
import { cookiesOf } from './people.ts';

const NOTE = 'Led the crane outage from the first call to the close.';
const SENTENCE = 'I kept the log that night; she led it from the first call.';

onEmbedded((database) => {
  let people: People;
  let world: World;
  let closing: (() => Promise<void>)[] = [];
  beforeAll(() => {
    closing = [];
  });
  beforeEach(async () => {
    people = await openPeople(database(), { baseUrl: 'http://localhost' });
    world = await openWorld(undefined, people.app);
    closing.push(() => world.close());
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  /** Somebody of the cast at a page, in a browser of their own. */
  async function at(name: Name, path: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
    const cookies = cookiesOf(await people.as(name));
    return world.open(path, { ...options, storageState: { cookies, origins: [] } });
  }

  const focused = (page: Page) =>
    page.evaluate("document.activeElement.innerText.trim().replace(/\\s+/g, ' ')") as Promise<string>;

  /** Notes something, and is at its page. */
  async function noted(page: Page): Promise<string> {
    await page.goto(`${world.address}/evidence/new`);
    await page.locator('main').getByLabel('What happened?').fill(NOTE);
    await page.locator('main').getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/\/evidence\/[0-9a-f-]+/);
    return new URL(page.url()).pathname;
  }

  async function linkTo(name: Name): Promise<string> {
    const { body } = await database()
      .owner.selectFrom('mail')
      .select('body')
      .where('address', '=', emailOf(name))
      .where('kind', '=', 'confirmation')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    return /(\/confirm\/[\w-]+)/.exec(body ?? '')?.[1] ?? '';
  }

  it.each([true, false])(
    'asks a colleague with the keyboard, who confirms by the link (script: %s)',
    async (script) => {
      const rosa = await at('engineer', '/evidence', { javaScriptEnabled: script });
      const evidence = await noted(rosa.page);
      await rosa.page.getByRole('link', { name: 'Ask a colleague to confirm it' }).focus();
      await rosa.page.keyboard.press('Enter');
      await rosa.page.getByLabel('Name of a colleague').focus();
      await rosa.page.keyboard.type('hadd');
      if (!script) await rosa.page.keyboard.press('Enter');
      const amir = rosa.page.getByRole('link', { name: 'Amir Haddad' });
      await amir.waitFor();
      await amir.focus();
      await rosa.page.keyboard.press('Enter');
      await rosa.page.waitForURL(/colleague=/);
      await expect.poll(() => rosa.page.locator('h1').textContent()).toBe('Ask Amir Haddad?');
      await rosa.page.getByRole('button', { name: 'Ask Amir Haddad' }).focus();
      await rosa.page.keyboard.press('Enter');
      await rosa.page.waitForURL('**/confirmations?done=asked');
      expect(rosa.errors).toEqual([]);

      const colleague = await world.open(await linkTo('colleague'), { javaScriptEnabled: script });
      const { page } = colleague;
      await expect.poll(() => page.locator('main').textContent()).toContain('Led the crane outage');
      await page.getByRole('button', { name: 'Confirm it' }).click();
      await expect.poll(() => focused(page)).toMatch(/^There is a problem/);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('sentence');
      await page.keyboard.type(SENTENCE);
      await page.keyboard.press('Tab');
      await expect.poll(() => focused(page)).toBe('Confirm it');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('h1').textContent()).toBe('Check your answer');
      await page.getByRole('button', { name: 'Send it' }).click();
      await expect.poll(() => page.locator('h1').textContent()).toBe('Thank you: you confirmed it');
      // The browser reports the status of the form that came back.
      expect(colleague.errors.filter((error) => !error.includes('status of 422'))).toEqual([]);

      await rosa.page.goto(world.address + evidence);
      await expect.poll(() => rosa.page.locator('main').textContent()).toContain(SENTENCE);
      await rosa.page.context().close();
      await page.context().close();
    },
  );

  it('asks the stewards from a level’s page, and is answered in place', async () => {
    const rosa = await at('engineer', '/frameworks/harbour/levels/watch', { javaScriptEnabled: false });
    await rosa.page.getByRole('link', { name: 'Ask about this wording of Handling incidents' }).click();
    await rosa.page.getByLabel('Your question or suggestion').fill('Which tide is meant?');
    await rosa.page.getByRole('button', { name: 'Ask the stewards' }).click();
    await expect.poll(() => rosa.page.locator('main [role="status"]').textContent()).toMatch(/^Asked/);
    const mei = await at('steward', '/stewards', { javaScriptEnabled: false });
    await mei.page.getByRole('link', { name: 'Watch Engineer' }).click();
    await mei.page.getByLabel('Your answer').fill('The tide itself.');
    await mei.page.getByRole('button', { name: 'Answer' }).click();
    await mei.page.locator('main [role="status"]').waitFor();
    await rosa.page.reload();
    await expect.poll(() => rosa.page.locator('main').textContent()).toContain('The tide itself.');
    await rosa.page.context().close();
    await mei.page.context().close();
  });

  it('brings a tracker without script', async () => {
    const { page } = await at('engineer', '/evidence/tracker', { javaScriptEnabled: false });
    const lines = ['Competency,Evidence,When', 'Handling incidents,Led one.,12/03/2026', 'Chess,Won one.,'];
    const buffer = Buffer.from(lines.join('\n'));
    await page.getByLabel('Your tracker').setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'See what becomes of it' }).click();
    await page.getByLabel('Speaks to: Row 3').selectOption({ label: 'Written records (Watch Engineer)' });
    await page.getByRole('button', { name: 'Bring them in' }).click();
    await page.waitForURL('**/evidence?done=brought');
    await expect.poll(() => page.locator('main').textContent()).toContain('Won one');
    await page.context().close();
  });

  it('finds its pages readable, wide and narrow, light and dark', async () => {
    const rosa = await at('engineer', '/evidence');
    const evidence = await noted(rosa.page);
    const share = rosa.page.getByRole('button', { name: /^Share with/ });
    await share.click();
    await rosa.page.getByText('Shared since').waitFor();
    await rosa.page.context().close();
    const { offer, question } = await entered(evidence.split('/').at(-1) ?? '');
    // What shows more here, or to somebody else, than every-page.ts finds there.
    const pages: [Name, string][] = [
      ['engineer', `${evidence}/confirmations/new?q=a`],
      ['engineer', `${evidence}/confirmations/new?colleague=${idOf('steward')}`],
      ['colleague', '/confirmations'],
      ['colleague', await linkTo('colleague')],
      ['colleague', `/offers/${offer}`],
      ['steward', `/questions/${question}`],
      ['engineer', '/frameworks/harbour/levels/lead'],
    ];
    const visitors = new Map<Name, OpenPage>();
    for (const [name, path] of pages) {
      const visitor = visitors.get(name) ?? (await at(name, path));
      visitors.set(name, visitor);
      await visitor.page.goto(world.address + path);
      await readable(visitor, path);
    }
    for (const { page } of visitors.values()) await page.context().close();
  });

  it('finds the preview of a tracker readable', async () => {
    const file = {
      name: 'mine.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'Theme,Competency,Evidence,Mentor says\nDeck,Handling incidents,"Led one on 12 March 2026.",Hm\nDeck,Handling incident,Led two.,\n',
      ),
    };
    const visitor = await at('engineer', '/evidence/tracker');
    await visitor.page.getByLabel('Your tracker').setInputFiles(file);
    await visitor.page.getByRole('button', { name: 'See what becomes of it' }).click();
    await visitor.page.getByText('How the file is read').waitFor();
    await readable(visitor, 'the preview');
    await visitor.page.context().close();
  });

  async function readable({ page, errors }: OpenPage, path: string): Promise<void> {
    await unfold(page);
    await look(page);
    expect([path, errors]).toEqual([path, []]);
  }

  /** An ask, an offer and a question that wait. */
  async function entered(evidence: string) {
    const rosa = await people.as('engineer');
    const amir = await people.as('colleague');
    await rosa.post(`/evidence/${evidence}/confirmations`, { colleague: idOf('colleague') });
    await amir.post(`/people/${idOf('engineer')}/offers`, {
      text: 'Rosa calmed the ferry company.',
      checked: 'yes',
    });
    await rosa.post('/questions', {
      framework: 'harbour',
      expectation: 'incidents-watch',
      text: 'Which tide is meant?',
      visible: 'everybody',
    });
    const { owner } = database();
    const one = (table: 'offer' | 'wording_question') =>
      owner.selectFrom(table).select('id').executeTakeFirstOrThrow();
    const [offer, question] = [await one('offer'), await one('wording_question')];
    return { offer: offer.id, question: question.id };
  }
});
