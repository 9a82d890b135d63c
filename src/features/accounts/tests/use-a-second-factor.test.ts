import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, openAppOver, type World } from '../../../../test/world.ts';
import {
  Browser,
  codeOf,
  eventsAbout,
  mailsTo,
  openHarbour,
  PASSWORD,
  setUpSecondFactor,
  signedIn,
} from './browser.ts';

onEachEngine((database) => {
  async function withSecondFactor() {
    const world = await openHarbour(database());
    const own = await signedIn(world, 'engineer');
    return { world, own, ...(await setUpSecondFactor(own)) };
  }

  /** A browser that has shown the password and owes the code. */
  async function atTheCode(world: World, browser = new Browser(world)) {
    const { to } = await browser.signIn(emailOf('engineer'));
    expect(to).toBe('/sign-in/code?to=');
    await browser.get('/sign-in/code');
    return browser;
  }

  it('is set up with a picture and a key, and asked for from then on', async () => {
    const { world, own, key, codes } = await withSecondFactor();
    expect(key).toMatch(/^[A-Z2-7]{32,}$/);
    expect(new Set(codes).size).toBe(10);
    expect(await own.isIn()).toBe(true);
    expect((await own.get('/you/sign-in')).html).toContain('10 recovery codes are left');
    const browser = await atTheCode(world);
    expect(await browser.isIn()).toBe(false);
    expect((await browser.send('/sign-in/code', { code: ` ${codeOf(key)} ` })).to).toBe('/my-path');
    expect(await browser.isIn()).toBe(true);
    expect(await eventsAbout(world, 'engineer')).toContain('second-factor.added');
    expect((await mailsTo(world, emailOf('engineer'))).at(-1)?.subject).toContain(
      'a second factor was set up',
    );
  });

  it('shows the picture as a drawing of its own, and the key in groups', async () => {
    const world = await openHarbour(database());
    const browser = await signedIn(world, 'engineer');
    await browser.get('/you/sign-in/second-factor');
    expect((await browser.send('/you/sign-in/second-factor', { password: 'not this one' })).status).toBe(422);
    const { html } = await browser.send('/you/sign-in/second-factor', { password: PASSWORD });
    expect(html).toMatch(/<svg class="qr-code" role="img" aria-label="[^"]+"/);
    expect(html).toMatch(/<code>([A-Z2-7]{4} )+[A-Z2-7]{1,4}<\/code>/);
    const uri = /name="uri" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const wrong = await browser.send('/you/sign-in/second-factor/confirmation', { uri, code: '000000' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Type the six digits that the app shows now');
    // Nothing is asked for before it was confirmed.
    expect((await new Browser(world).signIn(emailOf('engineer'))).to).toBe('/my-path');
  });

  it('takes each recovery code once, however it is typed', async () => {
    const { world, codes } = await withSecondFactor();
    const [code = ''] = codes;
    const browser = await atTheCode(world);
    await browser.get('/sign-in/code?with=recovery');
    const typed = code.toUpperCase().replace('-', ' ');
    expect((await browser.send('/sign-in/code', { code: typed, with: 'recovery' })).to).toBe('/my-path');
    expect((await browser.get('/you/sign-in')).html).toContain('9 recovery codes are left');
    const again = await atTheCode(world);
    const { status, html } = await again.send('/sign-in/code', { code, with: 'recovery' });
    expect(status).toBe(422);
    expect(html).toContain('Type a recovery code that you have not used yet');
  });

  it('does not ask again on a device that is remembered, until the password changes', async () => {
    const { world, own, key } = await withSecondFactor();
    const device = await atTheCode(world);
    await device.send('/sign-in/code', { code: codeOf(key), remember: 'yes' });
    await device.get('/sign-out');
    await device.send('/sign-out');
    expect((await device.signIn(emailOf('engineer'))).to).toBe('/my-path');
    expect((await new Browser(world).signIn(emailOf('engineer'))).to).toBe('/sign-in/code?to=');

    await own.get('/you/sign-in/password');
    const changed = { password: PASSWORD, 'new-password': 'lanterns along the quay' };
    expect((await own.send('/you/sign-in/password', changed)).to).toContain('done=password');
    expect(await device.isIn()).toBe(false);
    const { to } = await device.signIn(emailOf('engineer'), 'lanterns along the quay');
    expect(to).toBe('/sign-in/code?to=');
  });

  it('begins again after five wrong codes', async () => {
    const { world, key } = await withSecondFactor();
    const browser = await atTheCode(world);
    for (let tried = 0; tried < 5; tried += 1)
      expect((await browser.send('/sign-in/code', { code: '000000' })).status).toBe(422);
    expect((await browser.send('/sign-in/code', { code: codeOf(key) })).to).toBe('/sign-in?done=start-again');
    expect(await browser.isIn()).toBe(false);
  });

  it('leads whoever owes none back to signing in', async () => {
    const { world } = await withSecondFactor();
    const browser = new Browser(world);
    expect((await browser.get('/sign-in/code')).to).toBe('/sign-in');
    await browser.get('/sign-in');
    expect((await browser.send('/sign-in/code', { code: '123456' })).to).toBe('/sign-in?done=start-again');
  });

  it('makes new recovery codes, and the old ones work no more', async () => {
    const { world, own, codes } = await withSecondFactor();
    await own.get('/you/sign-in/recovery-codes');
    expect((await own.send('/you/sign-in/recovery-codes', { password: 'not this one' })).status).toBe(422);
    const { html } = await own.send('/you/sign-in/recovery-codes', { password: PASSWORD });
    const fresh = [...html.matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)].map(
      ([, code]) => code ?? '',
    );
    expect(new Set([...fresh, ...codes]).size).toBe(20);
    expect(html).toContain(`href="data:text/plain;charset=utf-8,Recovery%20codes`);
    const browser = await atTheCode(world);
    const old = await browser.send('/sign-in/code', { code: codes[0] ?? '', with: 'recovery' });
    expect(old.status).toBe(422);
    const next = await browser.send('/sign-in/code', { code: fresh[0] ?? '', with: 'recovery' });
    expect(next.to).toBe('/my-path');
  });

  it('is switched off with the password', async () => {
    const { world, own } = await withSecondFactor();
    await own.get('/you/sign-in/second-factor/removal');
    expect((await own.send('/you/sign-in/second-factor/removal', { password: 'no' })).status).toBe(422);
    const off = await own.send('/you/sign-in/second-factor/removal', { password: PASSWORD });
    expect(off.to).toBe('/you/sign-in?done=second-factor-off#second-factor');
    expect(await own.isIn()).toBe(true);
    expect((await new Browser(world).signIn(emailOf('engineer'))).to).toBe('/my-path');
    expect(await eventsAbout(world, 'engineer')).toContain('second-factor.removed');
  });

  it('says what to do where the secret was lost with which it is sealed', async () => {
    const { key } = await withSecondFactor();
    const world = await openAppOver(database(), { secret: 'another secret for tests, which is long enough' });
    const browser = await atTheCode(world);
    const { status, html } = await browser.send('/sign-in/code', { code: codeOf(key) });
    expect(status).toBe(409);
    expect(html).toContain('Your second factor cannot be read here');
  });
});
