/** What is refused. Adding a passkey and signing in with it need a device: see test/journeys/sign-in.journey.ts. */
import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { ADDRESS, idOf } from '../../../../test/world.ts';
import { newId } from '../../../db/ids.ts';
import { Browser, openHarbour, signedIn } from './browser.ts';

const PASSKEYS = '/you/sign-in/passkeys';

onEachEngine((database) => {
  async function addTo(name: 'engineer' | 'colleague') {
    const { owner } = database();
    const account = owner.selectFrom('account').select('id').where('person_id', '=', idOf(name));
    const id = newId();
    await owner
      .insertInto('passkey')
      .values({
        id,
        account_id: (await account.executeTakeFirstOrThrow()).id,
        name: 'Laptop at work',
        public_key: 'AAAA',
        credential_id: `credential of ${name}`,
        counter: 0,
        device_type: 'singleDevice',
        backed_up: false,
        transports: 'internal',
        aaguid: null,
        created_at: new Date(),
      })
      .execute();
    return id;
  }

  it('are named and removed by their owner', async () => {
    const world = await openHarbour(database());
    const id = await addTo('engineer');
    const browser = await signedIn(world, 'engineer');
    await browser.get(`${PASSKEYS}/${id}`);
    expect((await browser.send(`${PASSKEYS}/${id}`, { name: ' ' })).status).toBe(422);
    expect((await browser.send(`${PASSKEYS}/${id}`, { name: 'Old laptop' })).to).toContain(
      'done=passkey-named',
    );
    expect((await browser.get('/you/sign-in')).html).toContain('Old laptop');
    expect((await browser.send(`${PASSKEYS}/${id}/removal`)).to).toContain('done=passkey-removed');
    expect(await database().owner.selectFrom('passkey').select('id').execute()).toEqual([]);
  });

  it('of somebody else are not there', async () => {
    const world = await openHarbour(database());
    const id = await addTo('engineer');
    const stranger = await signedIn(world, 'stranger');
    await stranger.get('/you/sign-in');
    expect((await stranger.get(`${PASSKEYS}/${id}`)).status).toBe(404);
    expect((await stranger.send(`${PASSKEYS}/${id}`, { name: 'Mine' })).status).toBe(404);
    expect((await stranger.send(`${PASSKEYS}/${id}/removal`)).status).toBe(404);
    expect(await database().owner.selectFrom('passkey').select('name').execute()).toEqual([
      { name: 'Laptop at work' },
    ]);
  });

  it('are asked for only by our own pages', async () => {
    const world = await openHarbour(database());
    const browser = new Browser(world);
    await browser.get('/sign-in');
    for (const path of ['/sign-in/passkey-challenges', '/sign-in/passkey-answers'])
      expect((await browser.sendData(path, {}, { 'x-cairn-token': 'none' })).status).toBe(403);
    const own = await signedIn(world, 'engineer');
    await own.get('/you/sign-in');
    for (const path of [`${PASSKEYS}/challenges`, PASSKEYS])
      expect((await own.sendData(path, {}, { 'x-cairn-token': 'none' })).status).toBe(403);
    expect((await new Browser(world).sendData(`${PASSKEYS}/challenges`, {})).status).toBe(401);
  });

  it('let nobody in who does not hold them', async () => {
    const world = await openHarbour(database());
    await addTo('engineer');
    const browser = new Browser(world);
    await browser.get('/sign-in');
    const challenge = await browser.sendData('/sign-in/passkey-challenges', {});
    expect(JSON.parse(challenge.html)).toMatchObject({ rpId: 'cairn.test', userVerification: 'required' });
    expect(challenge.html).not.toContain('credential of');
    const response = {
      id: 'credential of engineer',
      rawId: 'x',
      type: 'public-key',
      response: {},
      clientExtensionResults: {},
    };
    for (const answer of [{ response }, { response: { ...response, id: 'unknown' } }, {}, null]) {
      const { status, html } = await browser.sendData('/sign-in/passkey-answers', answer);
      expect(status).toBe(422);
      expect(JSON.parse(html).problem).toMatch(/passkey/);
    }
    expect(await browser.isIn()).toBe(false);
  });

  it('leave the library’s own addresses closed', async () => {
    const { app } = await openHarbour(database());
    for (const path of [
      '/sign-in/api/sign-in/email',
      '/sign-in/api/open-session',
      '/sign-in/api/get-session',
    ]) {
      const body = JSON.stringify({ email: 'x', password: 'x', account: idOf('engineer') });
      const headers = { origin: ADDRESS, 'content-type': 'application/json' };
      expect((await app.request(ADDRESS + path, { method: 'POST', headers, body })).status).toBe(405);
      expect((await app.request(ADDRESS + path)).status).toBe(404);
    }
  });
});
