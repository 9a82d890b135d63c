import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf } from '../../../../test/world.ts';
import { Browser, codeOf, linkTo, mailsTo, openHarbour, setUpSecondFactor, signedIn } from './browser.ts';

onEachEngine((database) => {
  async function ask(browser: Browser, email: string, to = '') {
    await browser.get('/sign-in');
    return browser.send('/sign-in/link', { email, to });
  }

  it('signs in by a link in a mail, which opening alone does not use up', async () => {
    const world = await openHarbour(database());
    const browser = new Browser(world);
    expect((await ask(browser, emailOf('engineer'))).to).toBe('/sign-in/link');
    expect((await browser.get('/sign-in/link')).html).toContain('Look at your mail');
    const path = await linkTo(world, emailOf('engineer'));

    const scanner = new Browser(world, { agent: 'A mail scanner' });
    await scanner.get(path);
    expect(await scanner.isIn()).toBe(false);
    await browser.get(path);
    expect((await browser.send(path)).to).toBe('/my-path');
    expect(await browser.isIn()).toBe(true);

    const late = new Browser(world);
    await late.get(path);
    const { status, html } = await late.send(path);
    expect(status).toBe(404);
    expect(html).toContain('This link does not work any more');
    expect(await late.isIn()).toBe(false);
  });

  it('leads on to where somebody was going', async () => {
    const world = await openHarbour(database());
    const browser = new Browser(world);
    await ask(browser, emailOf('engineer'), '/you/sign-in?done=password');
    const path = await linkTo(world, emailOf('engineer'));
    await browser.get(path);
    expect((await browser.send(path)).to).toBe('/you/sign-in?done=password');
    await ask(browser, emailOf('colleague'), '//elsewhere.example');
    expect(await linkTo(world, emailOf('colleague'))).not.toContain('elsewhere');
  });

  it('says the same to whoever has no account, and sends them nothing', async () => {
    const world = await openHarbour(database());
    const left = database().owner.updateTable('person').set({ left_on: '2026-01-31' });
    await left.where('id', '=', idOf('colleague')).execute();
    const answers = await Promise.all(
      [emailOf('engineer'), 'nobody@harbour.example', emailOf('colleague')].map(async (email) => {
        const { status, to, html } = await ask(new Browser(world), email);
        return { status, to, html };
      }),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await mailsTo(world, emailOf('engineer'))).toHaveLength(1);
    expect(await mailsTo(world, 'nobody@harbour.example')).toEqual([]);
    expect(await mailsTo(world, emailOf('colleague'))).toEqual([]);
  });

  it('lets nobody in who has left since the link was sent', async () => {
    const world = await openHarbour(database());
    const browser = new Browser(world);
    await ask(browser, emailOf('engineer'));
    const path = await linkTo(world, emailOf('engineer'));
    const left = database().owner.updateTable('person').set({ left_on: '2026-01-31' });
    await left.where('id', '=', idOf('engineer')).execute();
    await browser.get(path);
    expect((await browser.send(path)).status).toBe(404);
    expect(await browser.isIn()).toBe(false);
  });

  it('asks for the second factor too', async () => {
    const world = await openHarbour(database());
    const { key } = await setUpSecondFactor(await signedIn(world, 'engineer'));
    const browser = new Browser(world);
    await ask(browser, emailOf('engineer'), '/you/sign-in');
    const path = await linkTo(world, emailOf('engineer'));
    await browser.get(path);
    expect((await browser.send(path)).to).toBe('/sign-in/code?to=%2Fyou%2Fsign-in');
    expect(await browser.isIn()).toBe(false);
    await browser.get('/sign-in/code?to=%2Fyou%2Fsign-in');
    expect((await browser.send('/sign-in/code', { code: codeOf(key), to: '/you/sign-in' })).to).toBe(
      '/you/sign-in',
    );
    expect(await browser.isIn()).toBe(true);
  });

  it('is out of date after half an hour', async () => {
    const world = await openHarbour(database());
    const browser = new Browser(world);
    await ask(browser, emailOf('engineer'));
    const path = await linkTo(world, emailOf('engineer'));
    const before = new Date(Date.now() - 60_000);
    await database().owner.updateTable('verification').set({ expires_at: before }).execute();
    await browser.get(path);
    expect((await browser.send(path)).status).toBe(404);
  });

  it('keeps only a digest: a copy of the database opens nothing', async () => {
    const world = await openHarbour(database());
    await ask(new Browser(world), emailOf('engineer'));
    const token = (await linkTo(world, emailOf('engineer'))).split('/').at(-1) ?? '';
    const rows = await database().owner.selectFrom('verification').select(['identifier', 'value']).execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    // What is kept is no link either.
    const path = `/sign-in/link/${rows[0]?.identifier}`;
    const browser = new Browser(world);
    await browser.get(path);
    expect((await browser.send(path)).status).toBe(404);
  });
});
