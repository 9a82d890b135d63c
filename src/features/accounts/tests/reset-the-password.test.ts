import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf } from '../../../../test/world.ts';
import { Browser, eventsAbout, linkTo, mailsTo, openHarbour, PASSWORD, signedIn } from './browser.ts';

const NEW = 'lanterns along the quay';

onEachEngine((database) => {
  async function ask(browser: Browser, email: string) {
    await browser.get('/password/forgotten');
    return browser.send('/password/forgotten', { email });
  }

  it('sets a new password by a link, and ends every session', async () => {
    const world = await openHarbour(database());
    const elsewhere = await signedIn(world, 'engineer');
    const browser = new Browser(world);
    expect((await ask(browser, emailOf('engineer'))).to).toBe('/password/forgotten?sent=yes');
    const path = await linkTo(world, emailOf('engineer'));
    expect(path).toMatch(/^\/password\/reset\//);
    expect((await browser.get(path)).html).toContain('Choose a new password');
    expect((await browser.send(path, { 'new-password': NEW })).to).toBe('/sign-in?done=password');
    expect((await browser.get('/sign-in?done=password')).html).toContain('Your new password is set');
    expect(await elsewhere.isIn()).toBe(false);
    expect((await browser.signIn(emailOf('engineer'), PASSWORD)).status).toBe(422);
    expect((await browser.signIn(emailOf('engineer'), NEW)).to).toBe('/my-path');
    expect(await eventsAbout(world, 'engineer')).toContain('password.reset');
    expect((await mailsTo(world, emailOf('engineer'))).at(-1)?.kind).toBe('security-notice');
  });

  it('works once, and ends the other links that were asked for', async () => {
    const world = await openHarbour(database());
    const browser = new Browser(world);
    await ask(browser, emailOf('engineer'));
    const first = await linkTo(world, emailOf('engineer'));
    await ask(browser, emailOf('engineer'));
    const second = await linkTo(world, emailOf('engineer'));
    await browser.get(second);
    await browser.send(second, { 'new-password': NEW });
    for (const path of [first, second]) {
      expect((await browser.get(path)).status).toBe(404);
      expect((await browser.send(path, { 'new-password': 'sails against the wind' })).status).toBe(404);
    }
  });

  it('takes no poor password, and the link stays good', async () => {
    const world = await openHarbour(database());
    const browser = new Browser(world);
    await ask(browser, emailOf('engineer'));
    const path = await linkTo(world, emailOf('engineer'));
    await browser.get(path);
    const refused = await browser.send(path, { 'new-password': 'Rosa Lindqvist 1' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('more than your name');
    expect((await browser.send(path, { 'new-password': NEW })).to).toBe('/sign-in?done=password');
  });

  it('gives somebody a password who had none', async () => {
    const world = await openHarbour(database());
    await database().owner.deleteFrom('credential').execute();
    const browser = new Browser(world);
    await ask(browser, emailOf('engineer'));
    const path = await linkTo(world, emailOf('engineer'));
    await browser.get(path);
    await browser.send(path, { 'new-password': NEW });
    expect((await browser.signIn(emailOf('engineer'), NEW)).to).toBe('/my-path');
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
    expect(await mailsTo(world, 'nobody@harbour.example')).toEqual([]);
    expect(await mailsTo(world, emailOf('colleague'))).toEqual([]);
  });

  it('keeps only a digest of the link', async () => {
    const world = await openHarbour(database());
    await ask(new Browser(world), emailOf('engineer'));
    const token = (await linkTo(world, emailOf('engineer'))).split('/').at(-1) ?? '';
    const rows = await database().owner.selectFrom('verification').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
