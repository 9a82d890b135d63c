import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, type World } from '../../../../test/world.ts';
import { Browser, linkTo, mailsTo, openHarbour, PASSWORD, signedIn } from './browser.ts';

const SETTINGS = '/administration/sign-up';

onEachEngine((database) => {
  async function opened(domains = 'harbour.example') {
    const world = await openHarbour(database());
    const kit = await signedIn(world, 'administrator');
    await kit.get(SETTINGS);
    expect((await kit.send(SETTINGS, { mode: 'domain', domains })).to).toBe(`${SETTINGS}?done=changed`);
    return { world, kit };
  }

  async function ask(world: World, email: string, name = 'Noor Jansen') {
    const browser = new Browser(world);
    await browser.get('/sign-up');
    const answer = await browser.send('/sign-up', { name, email });
    return { browser, answer };
  }

  it('is closed until an administrator opens it', async () => {
    const world = await openHarbour(database());
    const browser = new Browser(world);
    const { status, html } = await browser.get('/sign-up');
    expect(status).toBe(404);
    expect(html).toContain('Joining is by invitation');
    expect((await browser.get('/sign-in')).html).not.toContain('/sign-up');
    expect((await browser.send('/sign-up', { name: 'Noor', email: 'noor@harbour.example' })).status).toBe(
      404,
    );
  });

  it('enters somebody new once the link in the mail shows that the address is theirs', async () => {
    const { world } = await opened();
    expect((await new Browser(world).get('/sign-in')).html).toContain('/sign-up');
    const { browser, answer } = await ask(world, 'Noor@Harbour.example');
    expect(answer.to).toBe('/sign-up?sent=yes');
    const path = await linkTo(world, 'noor@harbour.example');
    const known = database()
      .owner.selectFrom('person')
      .select('name')
      .where('email', '=', 'noor@harbour.example');
    expect(await known.execute()).toEqual([]);
    expect((await browser.get(path)).html).toContain('The address noor@harbour.example is yours');
    expect((await browser.send(path, { 'new-password': PASSWORD })).to).toBe('/my-path');
    expect(await browser.isIn()).toBe(true);
    expect(await known.execute()).toEqual([{ name: 'Noor Jansen' }]);
    expect((await new Browser(world).get(path)).status).toBe(404);
  });

  it('joins the person whom the directory knows by that address', async () => {
    const { world } = await opened();
    await database().owner.deleteFrom('account').where('person_id', '=', idOf('engineer')).execute();
    const { browser } = await ask(world, emailOf('engineer'), 'R. Lindqvist');
    const path = await linkTo(world, emailOf('engineer'));
    await browser.get(path);
    await browser.send(path, { 'new-password': PASSWORD });
    const account = database()
      .owner.selectFrom('account')
      .select(['name'])
      .where('person_id', '=', idOf('engineer'));
    expect(await account.execute()).toEqual([{ name: 'Rosa Lindqvist' }]);
  });

  it('takes addresses of the named domains only, and not of those below them', async () => {
    const { world } = await opened('harbour.example\n@quay.example');
    for (const email of ['a@elsewhere.example', 'a@night.harbour.example', 'a@notharbour.example', 'a']) {
      const { answer } = await ask(world, email);
      expect([email, answer.status]).toEqual([email, 422]);
      expect(answer.html).toContain('which ends in @harbour.example or @quay.example');
      expect(await mailsTo(world, email)).toEqual([]);
    }
    expect((await ask(world, 'a@quay.example')).answer.to).toBe('/sign-up?sent=yes');
  });

  it('says the same to whoever has an account, and the mail says that they have', async () => {
    const { world } = await opened();
    const left = database().owner.updateTable('person').set({ left_on: '2026-01-31' });
    await left.where('id', '=', idOf('colleague')).execute();
    const answers = await Promise.all(
      ['noor@harbour.example', emailOf('engineer'), emailOf('colleague')].map(async (email) => {
        const { answer } = await ask(world, email);
        return { status: answer.status, to: answer.to, html: answer.html };
      }),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect((await mailsTo(world, emailOf('engineer')))[0]?.subject).toContain('have an account');
    expect(await mailsTo(world, emailOf('colleague'))).toEqual([]);
  });

  it('opens no account once joining was closed again', async () => {
    const { world, kit } = await opened();
    const { browser } = await ask(world, 'noor@harbour.example');
    const path = await linkTo(world, 'noor@harbour.example');
    await kit.get(SETTINGS);
    await kit.send(SETTINGS, { mode: 'closed', domains: 'harbour.example' });
    expect((await browser.get(path)).status).toBe(404);
  });

  it('is opened only to domains', async () => {
    const world = await openHarbour(database());
    const kit = await signedIn(world, 'administrator');
    await kit.get(SETTINGS);
    const none = await kit.send(SETTINGS, { mode: 'domain', domains: ' ' });
    expect(none.html).toContain('Name at least one domain');
    const wrong = await kit.send(SETTINGS, { mode: 'domain', domains: 'harbour.example, not a domain!' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Write “not” as a domain');
    expect((await new Browser(world).get('/sign-up')).status).toBe(404);
  });
});
