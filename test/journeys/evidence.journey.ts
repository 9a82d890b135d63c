import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { onEmbedded } from '../database.ts';
import { look } from './look.ts';
import { openPeopleWorld, type PeopleWorld } from './people.ts';

const LEVEL = '/frameworks/harbour/levels/lead';
const TEXT = 'Led the crane outage and wrote the review';

onEmbedded((database) => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await openPeopleWorld(database());
  });
  afterEach(() => world.close());
  const noted = () => database().owner.selectFrom('evidence').select(['id', 'text', 'shared_at']).execute();

  describe('somebody with a keyboard', () => {
    it('notes with `e` from any page, saves with Ctrl+Enter, and stays where they are', async () => {
      const { open, errors } = await world.browse('engineer');
      const page = await open(LEVEL);
      await page.keyboard.press('e');
      await page.locator('#_note[open]').waitFor();
      await page.keyboard.type(TEXT);
      await page.keyboard.press('Control+Enter');
      await page.getByText('Noted.').waitFor();
      expect(page.url()).toContain(LEVEL);
      await expect.poll(noted).toMatchObject([{ text: TEXT }]);
      await expect.poll(() => page.locator('#_note-text').inputValue()).toBe('');
      await page.getByRole('link', { name: 'Tie it to something?' }).click();
      await page.getByText('Perhaps one of these?').waitFor();
      expect(errors).toEqual([]);
    });

    it('types an e in a field as an e', async () => {
      const { open } = await world.browse('engineer');
      const page = await open(LEVEL);
      await page.locator('#_find').fill('');
      await page.locator('#_find').press('e');
      await expect.poll(() => page.locator('#_find').inputValue()).toBe('e');
      await expect.poll(() => page.locator('#_note[open]').count()).toBe(0);
    });

    it('ties with the keyboard alone, and shares with one key', async () => {
      const { open, errors } = await world.browse('engineer');
      let page = await open('/evidence/new');
      await page.keyboard.type(TEXT);
      await page.keyboard.press('Control+Enter');
      await page.getByText('Noted. Only you can read it.').waitFor();
      await page.getByRole('link', { name: 'Tie it to something?' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/ties');
      await page.locator('#_filter').focus();
      await page.keyboard.type('written');
      await expect.poll(() => page.locator('[data-row]:visible').count()).toBe(2);
      await expect
        .poll(() => page.locator('.filter [role=status]').textContent())
        .toMatch(/^2 of \d+ shown$/);
      // Enter finds, and sends nothing.
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      for (let step = 0; step < 20; step += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate('document.activeElement.textContent.trim() === "Save"')) break;
      }
      await page.keyboard.press('Enter');
      await page.getByText('Tied.').waitFor();
      await expect.poll(() => page.locator('.spoken').textContent()).toContain('Written records');
      await page.keyboard.press('s');
      await page.getByText('Shared since').waitFor();
      expect((await noted())[0]?.shared_at).not.toBeNull();
      page = await open('/my-path');
      await expect.poll(() => page.locator('.cairn-stone').count()).toBe(1);
      expect(errors).toEqual([]);
    });
  });

  it('somebody with one thumb notes on a phone', async () => {
    const phone = { viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true };
    const { open } = await world.browse('engineer', phone);
    const page = await open(LEVEL);
    const way = page.getByRole('link', { name: 'Note', exact: true });
    // Where either thumb is, and large enough for it.
    const box = await way.boundingBox();
    expect(
      box && [box.y > 400, box.x <= 40 && box.x + box.width >= 350, box.height >= 44, box.width >= 44],
    ).toEqual([true, true, true, true]);
    await way.tap();
    await page.locator('#_note-text').fill(TEXT);
    const save = page.locator('#_note button[type=submit]');
    // The keyboard takes the lower half of the screen.
    const button = await save.boundingBox();
    expect(button && button.y + button.height < 664).toBe(true);
    await save.tap();
    await page.getByText('Noted.').waitFor();
    await expect.poll(noted).toHaveLength(1);
  });

  it('somebody without script notes, ties and shares', async () => {
    const { open } = await world.browse('engineer', { javaScriptEnabled: false });
    const page = await open(LEVEL);
    await page.getByRole('link', { name: 'Note', exact: true }).click();
    await page.locator('#text').fill(TEXT);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Tie it to something?' }).click();
    await page.locator('.suggested input').first().check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: /Share with Daniel Okafor/ }).click();
    await expect.poll(() => page.locator('main').textContent()).toContain('Shared since');
    await page.getByRole('link', { name: 'My path' }).first().click();
    await page.locator('#_happened').fill('And one more');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(noted).toHaveLength(2);
  });

  it('two tabs that edit one note lose nothing', async () => {
    const { open } = await world.browse('engineer');
    const first = await open('/evidence/new');
    await first.locator('#text').fill('First wording');
    await first.getByRole('button', { name: 'Save' }).click();
    await first.getByText('Noted. Only you').waitFor();
    const [{ id } = { id: '' }] = await noted();
    await first.goto(`${world.address}/evidence/${id}/edit`);
    const second = await open(`/evidence/${id}/edit`);
    for (const [page, text] of [
      [first, 'Of the first tab'],
      [second, 'Of the second tab'],
    ] as const) {
      await page.locator('#text').fill(text);
      await page.getByRole('button', { name: 'Save' }).click();
    }
    await second.getByText('This was changed meanwhile').waitFor();
    await expect.poll(() => second.locator('.side-by-side').textContent()).toContain('Of the first tab');
    await expect.poll(() => second.locator('#text').inputValue()).toBe('Of the second tab');
  });

  it('an upload of 50 MB gets a clear answer, with script and without', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const film = join(folder, 'film.mp4');
    writeFileSync(film, Buffer.alloc(50 * 1024 * 1024));
    for (const javaScriptEnabled of [false, true]) {
      const { open } = await world.browse('engineer', { javaScriptEnabled });
      const page = await open('/evidence/new');
      await page.locator('#text').fill(TEXT);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Add files').first().click();
      await page.locator('#files').setInputFiles(film);
      await page.getByRole('button', { name: 'Add files' }).click();
      if (javaScriptEnabled) {
        const said = await page
          .locator('#files')
          .evaluate((field) => (field as unknown as { validationMessage: string }).validationMessage);
        expect(said).toContain('“film.mp4” is larger than 10 MB.');
      } else {
        await page.getByText('This is larger than 30 MB.').waitFor();
      }
    }
  });

  it('the bookmark brings another page’s title, address and marked words', async () => {
    const other = createServer((_, answer) => {
      answer
        .setHeader('content-type', 'text/html')
        .end('<title>Ticket 7</title><p id="p">The crane stood</p>');
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((done) => other.once('listening', done));
    const { context, open } = await world.browse('engineer');
    // The public address, which this browser does not know.
    await context.route('http://cairn.test/**', (route) => route.fulfill({ status: 200, body: 'Cairn' }));
    const page = await open('/evidence/bookmarklet');
    const code = await page.locator('a.bookmark').getAttribute('href');
    expect(code).toMatch(/^javascript:/);
    const ticket = `http://127.0.0.1:${(other.address() as AddressInfo).port}/ticket?n=7&x=y`;
    await page.goto(ticket);
    const opened = context.waitForEvent('page');
    // As a click in the bookmarks bar runs it.
    await page.evaluate(
      `getSelection().selectAllChildren(document.getElementById('p')); ${decodeURIComponent((code ?? '').slice(11))}`,
    );
    const form = await opened;
    await form.waitForURL('http://cairn.test/**');
    const address = new URL(form.url());
    expect(address.pathname).toBe('/evidence/new');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      url: ticket,
      title: 'Ticket 7',
      text: 'The crane stood',
    });
  });

  it('a word that cannot be broken sticks out of no page, at 320 and 1280 pixels', async () => {
    const { open, errors } = await world.browse('engineer');
    const page = await open('/evidence/new');
    await page.locator('#text').fill(`${TEXT}. ${'Unbreakable'.repeat(60)}`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Noted. Only you').waitFor();
    const [{ id } = { id: '' }] = await noted();
    const parts = ['', '/ties', '/edit', '/versions', '/deletion'].map((part) => `/evidence/${id}${part}`);
    for (const path of ['/my-path', '/evidence', ...parts]) {
      await page.goto(world.address + path);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect([path, width, over]).toEqual([path, width, 0]);
      }
    }
    // What every-page.ts does not ask for.
    for (const path of ['/evidence?q=crane&tied=no', '/evidence/new?framework=harbour&level=lead']) {
      await page.goto(world.address + path);
      await look(page);
    }
    await page.goto(world.address + LEVEL);
    await page.keyboard.press('e');
    await page.locator('#_note[open]').waitFor();
    await look(page);
    expect(errors).toEqual([]);
  });
});
