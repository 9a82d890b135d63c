import { describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { ADDRESS, emailOf, idOf } from '../../../../test/world.ts';
import { Browser, eventsAbout, openHarbour, PASSWORD, signedIn } from './browser.ts';

const HTTPS = 'https://cairn.test';

onEachEngine((database) => {
  it('lets in whoever has the address and the password, whatever its case', async () => {
    const world = await openHarbour(database());
    const browser = new Browser(world);
    expect((await browser.signIn('  Engineer@Harbour.example ')).to).toBe('/my-path');
    expect(await browser.isIn()).toBe(true);
    expect(await eventsAbout(world, 'engineer')).toEqual(['session.opened']);
  });

  it('says the same to a wrong password, an unknown address and somebody who has left', async () => {
    const world = await openHarbour(database());
    const left = database().owner.updateTable('person').set({ left_on: '2026-01-31' });
    await left.where('id', '=', idOf('colleague')).execute();
    const tries = [
      [emailOf('engineer'), 'not this one at all'],
      ['nobody@harbour.example', PASSWORD],
      [emailOf('colleague'), PASSWORD],
    ] as const;
    const answers = await Promise.all(
      tries.map(async ([email, password]) => {
        const browser = new Browser(world);
        const { status, html, headers } = await browser.signIn(email, password);
        expect(await browser.isIn()).toBe(false);
        const cookies = headers.getSetCookie().map((line) => line.split('=')[0]);
        return { status, cookies, page: html.replaceAll(email, 'ADDRESS').replace(/"[\w-]{43}"/g, 'TOKEN') };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 422, page: expect.stringContaining('do not go together') });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]?.page).toContain('value="ADDRESS"');
    expect(await database().owner.selectFrom('session').selectAll().execute()).toEqual([]);
  });

  it('leads on to where somebody was going, and never to another site', async () => {
    const world = await openHarbour(database());
    const asked = await new Browser(world).get('/you/sign-in?done=password');
    expect(asked.to).toBe('/sign-in?to=%2Fyou%2Fsign-in%3Fdone%3Dpassword');
    const ways: Record<string, string> = {
      '/you/sign-in?done=password': '/you/sign-in?done=password',
      '//elsewhere.example/': '/my-path',
      'https://elsewhere.example/': '/my-path',
      '/\\elsewhere.example': '/my-path',
      '/\t/elsewhere.example': '/my-path',
      'javascript:alert(1)': '/my-path',
      '/.//elsewhere.example': '/my-path',
    };
    for (const [to, leads] of Object.entries(ways)) {
      const browser = new Browser(world);
      expect([to, (await browser.signIn(emailOf('engineer'), PASSWORD, to)).to]).toEqual([to, leads]);
      expect((await browser.get(`/sign-in?${new URLSearchParams({ to })}`)).to).toBe(leads);
    }
  });

  it('takes the form from its own page only', async () => {
    const world = await openHarbour(database());
    const fields = { email: emailOf('engineer'), password: PASSWORD };
    const browser = new Browser(world);
    await browser.get('/sign-in');
    const others = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await browser.send('/sign-in', fields, others)).status).toBe(403);
    expect((await browser.send('/sign-in', { ...fields, token: 'none' })).status).toBe(403);
    const stolen = await world.app.request(`${ADDRESS}/sign-in`, {
      method: 'POST',
      headers: { origin: ADDRESS },
      body: new URLSearchParams(fields),
    });
    expect(stolen.status).toBe(403);
    expect((await browser.send('/sign-in', fields)).to).toBe('/my-path');
  });

  it('ends the session that this browser had before, and no other', async () => {
    const world = await openHarbour(database());
    const elsewhere = await signedIn(world, 'engineer');
    const browser = await signedIn(world, 'colleague');
    const before = new Map(browser.cookies);
    await browser.get('/sign-in?again=yes');
    await browser.send('/sign-in', { email: emailOf('engineer'), password: PASSWORD });
    expect(await browser.isIn()).toBe(true);
    const old = new Browser(world);
    for (const [name, value] of before) old.cookies.set(name, value);
    expect(await old.isIn()).toBe(false);
    expect(await elsewhere.isIn()).toBe(true);
  });

  it('signs out, also where nobody is signed in, and has the browser forget drafts', async () => {
    const world = await openHarbour(database());
    const browser = await signedIn(world, 'engineer');
    const before = new Map(browser.cookies);
    expect((await browser.get('/sign-out')).html).toContain('Sign out');
    const out = await browser.send('/sign-out');
    expect(out.to).toBe('/sign-in?done=signed-out');
    expect(out.headers.get('clear-site-data')).toBe('"storage"');
    expect(await browser.isIn()).toBe(false);
    for (const [name, value] of before) browser.cookies.set(name, value);
    expect(await browser.isIn()).toBe(false);
    expect((await new Browser(world).send('/sign-out')).to).toBe('/sign-in?done=signed-out');
    expect(await eventsAbout(world, 'engineer')).toEqual(['session.opened', 'session.ended']);
  });

  it('does not sign anybody out for another site', async () => {
    const world = await openHarbour(database());
    const browser = await signedIn(world, 'engineer');
    expect((await browser.send('/sign-out', { token: 'none' })).status).toBe(403);
    expect(await browser.isIn()).toBe(true);
  });

  describe('its cookies', () => {
    it('are bound to the host and to https, where the address has it', async () => {
      const world = await openHarbour(database(), { baseUrl: HTTPS });
      const browser = new Browser(world, { address: HTTPS });
      const page = await browser.get('/sign-in');
      const { headers } = await browser.send('/sign-in', { email: emailOf('engineer'), password: PASSWORD });
      const cookies = [...page.headers.getSetCookie(), ...headers.getSetCookie()];
      expect(cookies.map((line) => line.split('=')[0])).toEqual(
        expect.arrayContaining(['__Host-cairn_visit', '__Host-cairn_session', '__Host-cairn_known_browser']),
      );
      for (const cookie of cookies) {
        expect(cookie).toMatch(/^__Host-cairn_/);
        for (const wanted of [/; *HttpOnly/i, /; *Secure/i, /; *SameSite=Lax/i, /; *Path=\/(;|$)/i])
          expect(cookie).toMatch(wanted);
        expect(cookie).not.toMatch(/domain=/i);
      }
    });

    it('need no https on this machine', async () => {
      const world = await openHarbour(database());
      const browser = await signedIn(world, 'engineer');
      expect([...browser.cookies.keys()].sort()).toEqual([
        'cairn_known_browser',
        'cairn_session',
        'cairn_visit',
      ]);
    });
  });

  it('keeps its pages out of caches and search engines', async () => {
    const world = await openHarbour(database());
    for (const path of [
      '/sign-in',
      '/sign-in/link',
      '/password/forgotten',
      '/set-up/x',
      '/invitation/x',
      '/sign-up',
    ]) {
      const { headers, html } = await new Browser(world).get(path);
      expect([path, headers.get('cache-control')]).toEqual([path, 'private, no-store']);
      expect(html).toContain('<meta name="robots" content="noindex"/>');
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle="|\son\w+="/);
    }
  });
});
