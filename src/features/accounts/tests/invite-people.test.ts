import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf } from '../../../../test/world.ts';
import { Browser, eventsAbout, linkTo, mailsTo, openHarbour, PASSWORD, signedIn } from './browser.ts';

const PATH = '/administration/invitations';

onEachEngine((database) => {
  /** The cast, of whom the engineer and the colleague have no account yet. */
  async function opened() {
    const world = await openHarbour(database());
    const without = [idOf('engineer'), idOf('colleague')];
    await database().owner.deleteFrom('account').where('person_id', 'in', without).execute();
    return { world, kit: await signedIn(world, 'administrator') };
  }

  async function invited() {
    const { world, kit } = await opened();
    await kit.get(PATH);
    await kit.send(PATH, { person: idOf('engineer') });
    return { world, kit, path: await linkTo(world, emailOf('engineer')) };
  }

  it('lists people without an account, lets them be looked at once more, and sends', async () => {
    const { world, kit } = await opened();
    const { html } = await kit.get(PATH);
    expect(html).toContain('Rosa Lindqvist');
    expect(html).toContain('Amir Haddad');
    expect(html).not.toContain('Daniel Okafor');
    expect((await kit.send(`${PATH}/check`, {})).html).toContain('Tick whom to invite');
    const check = await kit.send(`${PATH}/check`, {
      person: [idOf('engineer'), idOf('lineManager'), 'no id'],
    });
    expect(check.html).toContain('Send this invitation');
    expect(check.html).toContain('Rosa Lindqvist');
    expect(await mailsTo(world, emailOf('engineer'))).toEqual([]);
    expect((await kit.send(PATH, { person: idOf('engineer') })).to).toBe(`${PATH}?sent=1`);
    expect((await kit.get(`${PATH}?sent=1`)).html).toMatch(/One invitation is .*invited <time[^>]*>today/s);
    const [mail] = await mailsTo(world, emailOf('engineer'));
    expect(mail).toMatchObject({ kind: 'invitation', person: idOf('engineer') });
    expect(mail?.body).toContain('Kit Doyle has entered you');
    expect(await eventsAbout(world, 'engineer')).toEqual(['person.invited']);
  });

  it('finds by typing', async () => {
    const { kit } = await opened();
    const { html } = await kit.get(`${PATH}?q=haDD`);
    expect(html).toContain('Amir Haddad');
    expect(html).not.toContain('Rosa Lindqvist');
    expect((await kit.get(`${PATH}?q=%25`)).html).toContain('Nobody without an account has “%”');
  });

  it('cannot reach somebody whose address nobody knows', async () => {
    const { kit, world } = await opened();
    const person = database().owner.updateTable('person').set({ email: null });
    await person.where('id', '=', idOf('engineer')).execute();
    const { html } = await kit.get(PATH);
    expect(html).toContain('Rosa Lindqvist: the directory knows no address to invite them at');
    expect((await kit.send(PATH, { person: idOf('engineer') })).to).toBe(`${PATH}?sent=0`);
    expect(await mailsTo(world, emailOf('engineer'))).toEqual([]);
  });

  it('is accepted with a password, and joins the person of the directory', async () => {
    const { world, path } = await invited();
    const browser = new Browser(world);
    const { html } = await browser.get(path);
    expect(html).toContain('Welcome, Rosa Lindqvist');
    expect(html).toContain(emailOf('engineer'));
    expect((await browser.send(path, { 'new-password': 'rosa-lindqvist' })).status).toBe(422);
    expect((await browser.send(path, { 'new-password': PASSWORD })).to).toBe('/my-path');
    expect(await browser.isIn()).toBe(true);
    expect((await new Browser(world).signIn(emailOf('engineer'))).to).toBe('/my-path');
    const account = database()
      .owner.selectFrom('account')
      .selectAll()
      .where('person_id', '=', idOf('engineer'));
    expect(await account.execute()).toMatchObject([{ email: emailOf('engineer'), email_verified: true }]);
    expect(await eventsAbout(world, 'engineer')).toEqual(
      expect.arrayContaining(['person.invited', 'person.joined', 'session.opened']),
    );
    expect((await new Browser(world).get(path)).status).toBe(404);
  });

  it('is accepted without a password, and a passkey comes next', async () => {
    const { world, path } = await invited();
    const browser = new Browser(world);
    await browser.get(path);
    expect((await browser.send(path, { 'without-password': 'yes' })).to).toBe('/you/sign-in/passkeys/new');
    expect((await browser.get('/you/sign-in')).html).toContain('You have no password');
    expect(await database().owner.selectFrom('credential').where('account_id', 'is', null).execute()).toEqual(
      [],
    );
  });

  it('sent again ends the one before', async () => {
    const { world, kit, path } = await invited();
    await kit.get(PATH);
    await kit.send(PATH, { person: idOf('engineer') });
    const second = await linkTo(world, emailOf('engineer'));
    expect((await new Browser(world).get(path)).status).toBe(404);
    expect((await new Browser(world).get(second)).status).toBe(200);
  });

  it('opens nothing once it is out of date, the address changed or the person left', async () => {
    const { world, path } = await invited();
    const { owner } = database();
    const isOpen = async () => (await new Browser(world).get(path)).status === 200;
    expect(await isOpen()).toBe(true);
    const person = owner.updateTable('person').where('id', '=', idOf('engineer'));
    await person.set({ email: 'rosa.l@harbour.example' }).execute();
    expect(await isOpen()).toBe(false);
    await person.set({ email: emailOf('engineer'), left_on: '2026-01-31' }).execute();
    expect(await isOpen()).toBe(false);
    await person.set({ left_on: null }).execute();
    expect(await isOpen()).toBe(true);
    await owner
      .updateTable('invitation')
      .set({ expires_at: new Date(Date.now() - 1_000) })
      .execute();
    expect(await isOpen()).toBe(false);
  });
});
