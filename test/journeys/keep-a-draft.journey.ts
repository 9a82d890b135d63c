import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEmbedded } from '../database.ts';
import { openPeopleWorld, type PeopleWorld } from './people.ts';

const LEVEL = '/frameworks/harbour/levels/lead';
const TEXT = 'Took the call when the crane stopped';

onEmbedded((database) => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await openPeopleWorld(database());
  });
  afterEach(() => world.close());
  const noted = () => database().owner.selectFrom('evidence').select(['text', 'person_id']).execute();
  const kept = (page: Page) =>
    page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("cairn.draft.")).length');
  const box = (page: Page) => page.locator('#_note-text');

  async function typeInBox(page: Page): Promise<void> {
    const asked = page.waitForResponse('**/api/session');
    await page.keyboard.press('e');
    await asked;
    await page.keyboard.type(TEXT);
  }

  describe('what somebody types into a note', () => {
    it('survives a lost connection, and is saved once it is back', async () => {
      const { context, open } = await world.browse('engineer');
      const page = await open(LEVEL);
      await typeInBox(page);
      await context.setOffline(true);
      await page.keyboard.press('Control+Enter');
      await page.getByText('No connection. Your text is kept').waitFor();
      await expect.poll(() => box(page).inputValue()).toBe(TEXT);
      await context.setOffline(false);
      await page.keyboard.press('Control+Enter');
      await page.getByText('Noted.').waitFor();
      await expect.poll(noted).toHaveLength(1);
      await expect.poll(() => kept(page)).toBe(0);
    });

    it('survives a closed tab', async () => {
      const { open } = await world.browse('engineer');
      const page = await open(LEVEL);
      await typeInBox(page);
      await page.close();
      const again = await open('/glossary');
      await again.keyboard.press('e');
      await again.getByText('Kept from before: it is not saved yet.').waitFor();
      await expect.poll(() => box(again).inputValue()).toBe(TEXT);
      await again.getByRole('button', { name: 'Throw it away' }).click();
      await expect.poll(() => kept(again)).toBe(0);
    });

    it('survives an ended session, and is offered again after signing in', async () => {
      const { open, expire, signIn } = await world.browse('engineer');
      const page = await open(LEVEL);
      await typeInBox(page);
      await expire();
      await page.keyboard.press('Control+Enter');
      await page.getByText('You were signed out. Your text is kept').waitFor();
      await expect
        .poll(() => page.locator('#_note a').getAttribute('href'))
        .toBe(`/sign-in?to=${encodeURIComponent(LEVEL)}`);
      // Nobody is shown it before somebody is known to be its writer.
      const unknown = await open('/glossary');
      await unknown.keyboard.press('e');
      expect(await unknown.content()).not.toContain(TEXT);
      await signIn('engineer');
      const back = await open(LEVEL);
      await back.getByText('A note of yours is not saved yet.').waitFor();
      await back.getByRole('button', { name: 'Open it' }).click();
      await back.getByText('Kept from before').waitFor();
      await back.keyboard.press('Control+Enter');
      await back.getByText('Noted.').waitFor();
      await expect.poll(noted).toMatchObject([{ text: TEXT }]);
      await expect.poll(() => kept(back)).toBe(0);
    });

    it('survives on the page with the whole form, and goes once that is saved', async () => {
      const { open, expire, signIn } = await world.browse('engineer');
      const page = await open('/evidence/new');
      await page.waitForFunction('localStorage.getItem("cairn.person") !== null');
      await page.locator('#text').fill(TEXT);
      await expire();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('You were signed out').waitFor();
      await signIn('engineer');
      const again = await open('/my-path');
      await again.getByText('Kept from before').waitFor();
      await expect.poll(() => again.locator('#_happened').inputValue()).toBe(TEXT);
      await again.goto(`${world.address}/evidence/new`);
      await again.getByText('Kept from before').waitFor();
      await again.getByRole('button', { name: 'Save' }).click();
      await again.getByText('Noted. Only you can read it.').waitFor();
      // The page is there before its script has run.
      await expect.poll(() => kept(again)).toBe(0);
      await expect.poll(noted).toHaveLength(1);
    });

    it('is gone from the browser once they sign out', async () => {
      const { open } = await world.browse('engineer');
      const page = await open(LEVEL);
      await typeInBox(page);
      await expect.poll(() => kept(page)).toBe(1);
      await page.goto(`${world.address}/sign-out`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL('**/sign-in?done=signed-out');
      await expect.poll(() => page.evaluate('localStorage.length')).toBe(0);
    });

    it('is gone once somebody else signs in, and never becomes theirs', async () => {
      const { open, signIn } = await world.browse('engineer');
      const page = await open(LEVEL);
      await typeInBox(page);
      await signIn('colleague');
      // In the tab that is still open from before.
      await page.keyboard.press('Control+Enter');
      await page.getByText('Somebody else is signed in now. Not saved.').waitFor();
      const theirs = await open('/my-path');
      await theirs.locator('#_happened').focus();
      await theirs.waitForFunction(
        'Object.keys(localStorage).every((key) => !key.startsWith("cairn.draft."))',
      );
      await expect.poll(() => theirs.locator('#_happened').inputValue()).toBe('');
      await expect.poll(noted).toEqual([]);
    });

    it('of two tabs at once is kept twice', async () => {
      const { open } = await world.browse('engineer');
      const first = await open(LEVEL);
      await typeInBox(first);
      const second = await open('/glossary');
      await second.keyboard.press('e');
      await second.getByText('Kept from before').waitFor();
      await second.keyboard.type(' B');
      await first.keyboard.type(' A');
      await expect.poll(() => kept(first)).toBe(2);
    });
  });
});
