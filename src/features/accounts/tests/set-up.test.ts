import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, openAppOver } from '../../../../test/world.ts';
import { createSetUpLink } from '../actions/set-up.ts';
import {
  Browser,
  eventsAbout,
  mailsTo,
  openHarbour,
  PASSWORD,
  setUpSecondFactor,
  signedIn,
} from './browser.ts';

const KIT = { name: 'Kit Doyle', email: 'Kit@harbour.example', 'new-password': PASSWORD };

onEachEngine((database) => {
  async function opened() {
    const world = await openAppOver(database());
    const { token } = await createSetUpLink(database().auth, { now: new Date() });
    return { world, path: `/set-up/${token}` };
  }

  const administrators = () =>
    database()
      .owner.selectFrom('administrator')
      .innerJoin('person', 'person.id', 'administrator.person_id')
      .select(['person.name', 'person.email'])
      .execute();

  it('makes the first administrator, who is signed in', async () => {
    const { world, path } = await opened();
    const browser = new Browser(world);
    expect((await browser.get(path)).html).toContain('Set up Cairn');
    expect((await browser.send(path, KIT)).to).toBe('/administration');
    expect(await browser.isIn()).toBe(true);
    expect((await browser.get('/administration/accounts')).html).toContain('Kit Doyle');
    expect(await administrators()).toEqual([{ name: 'Kit Doyle', email: 'kit@harbour.example' }]);

    const again = new Browser(world);
    expect((await again.signIn('kit@harbour.example')).to).toBe('/my-path');
  });

  it('works once, and no other link afterwards', async () => {
    const { world, path } = await opened();
    const { token } = await createSetUpLink(database().auth, { now: new Date() });
    const browser = new Browser(world);
    await browser.get(path);
    await browser.send(path, KIT);
    for (const link of [path, `/set-up/${token}`]) {
      const other = new Browser(world);
      expect((await other.get(link)).status).toBe(404);
      await other.get('/sign-in');
      expect((await other.send(link, { ...KIT, email: 'vic@elsewhere.example' })).status).toBe(404);
    }
    expect(await administrators()).toHaveLength(1);
    await expect(createSetUpLink(database().auth, { now: new Date() })).rejects.toThrow(/already/);
  });

  it('makes one administrator where two people open links together', async () => {
    const { world, path } = await opened();
    const { token } = await createSetUpLink(database().auth, { now: new Date() });
    const both = await Promise.all(
      [path, `/set-up/${token}`].map(async (link, index) => {
        const browser = new Browser(world);
        await browser.get(link);
        return browser.send(link, { ...KIT, email: `kit${index}@harbour.example` });
      }),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await administrators()).toHaveLength(1);
  });

  it('asks again for what is missing, with what was typed', async () => {
    const { world, path } = await opened();
    const browser = new Browser(world);
    await browser.get(path);
    const { status, html } = await browser.send(path, {
      name: 'Kit Doyle',
      email: 'kit',
      'new-password': 'short',
    });
    expect(status).toBe(422);
    expect(html).toContain('Error: Set up Cairn');
    expect(html).toContain('Type your whole address');
    expect(html).toContain('Choose a longer password');
    expect(html).toContain('value="Kit Doyle"');
    expect(html).not.toContain('value="short"');
    expect(await administrators()).toEqual([]);
  });

  it('is out of date after a day', async () => {
    const world = await openAppOver(database());
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    const { token } = await createSetUpLink(database().auth, { now: yesterday });
    expect((await new Browser(world).get(`/set-up/${token}`)).status).toBe(404);
  });

  it('lets an operator make somebody administrator who is locked out', async () => {
    const world = await openHarbour(database());
    const lostTelephone = await signedIn(world, 'head');
    await setUpSecondFactor(lostTelephone);
    const { token, name } = await createSetUpLink(database().auth, {
      administrator: 'HEAD@harbour.example',
      now: new Date(),
    });
    expect(name).toBe('Ingrid Solberg');

    const browser = new Browser(world);
    const path = `/set-up/${token}`;
    expect((await browser.get(path)).html).toContain('Administer Cairn as Ingrid Solberg');
    expect((await browser.send(path, { 'new-password': 'lanterns along the quay' })).to).toBe(
      '/administration',
    );
    expect((await browser.get('/administration/mail')).status).toBe(200);
    expect(await lostTelephone.isIn()).toBe(false);
    expect((await new Browser(world).signIn(emailOf('head'), 'lanterns along the quay')).to).toBe('/my-path');
    expect(await eventsAbout(world, 'head')).toEqual(
      expect.arrayContaining(['second-factor.removed', 'administrator.entered']),
    );
    expect((await mailsTo(world, emailOf('head'))).map(({ kind }) => kind)).toContain(
      'second-factor-removed',
    );
    expect(await database().owner.selectFrom('two_factor').selectAll().execute()).toEqual([]);
  });

  it('names nobody administrator who is not in the directory or has left', async () => {
    await openHarbour(database());
    const now = new Date();
    const left = database().owner.updateTable('person').set({ left_on: '2026-01-31' });
    await left.where('id', '=', idOf('stranger')).execute();
    for (const administrator of ['nobody@harbour.example', emailOf('stranger')])
      await expect(createSetUpLink(database().auth, { administrator, now })).rejects.toThrow(/Nobody/);
  });
});
