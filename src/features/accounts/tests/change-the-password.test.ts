import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf } from '../../../../test/world.ts';
import { Browser, eventsAbout, mailsTo, openHarbour, PASSWORD, signedIn } from './browser.ts';

const NEW = 'lanterns along the quay';
const PATH = '/you/sign-in/password';

onEachEngine((database) => {
  it('asks for the old one, and signs out everywhere else', async () => {
    const world = await openHarbour(database());
    const elsewhere = await signedIn(world, 'engineer');
    const browser = await signedIn(world, 'engineer');
    await browser.get(PATH);
    const wrong = await browser.send(PATH, { password: 'not this one', 'new-password': NEW });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Type the password that you have had until now');
    expect((await browser.send(PATH, { password: PASSWORD, 'new-password': NEW })).to).toBe(
      '/you/sign-in?done=password',
    );
    expect(await browser.isIn()).toBe(true);
    expect(await elsewhere.isIn()).toBe(false);
    expect((await new Browser(world).signIn(emailOf('engineer'), NEW)).to).toBe('/my-path');
    expect((await new Browser(world).signIn(emailOf('engineer'), PASSWORD)).status).toBe(422);
    expect(await eventsAbout(world, 'engineer')).toContain('password.changed');
    expect((await mailsTo(world, emailOf('engineer'))).at(-1)?.subject).toContain('the password was changed');
  });

  it('asks for none where there was none', async () => {
    const world = await openHarbour(database());
    const browser = await signedIn(world, 'engineer');
    await database().owner.deleteFrom('credential').execute();
    const { html } = await browser.get(PATH);
    expect(html).toContain('Choose a password');
    expect(html).not.toContain('until now');
    expect((await browser.send(PATH, { 'new-password': NEW })).to).toBe('/you/sign-in?done=password');
    expect((await new Browser(world).signIn(emailOf('engineer'), NEW)).to).toBe('/my-path');
  });

  it('asks for a recent sign-in, as passkeys, second factor and tokens do', async () => {
    const world = await openHarbour(database());
    const browser = await signedIn(world, 'engineer');
    const pages = [
      PATH,
      '/you/sign-in/passkeys/new',
      '/you/sign-in/second-factor',
      '/you/sign-in/tokens/new',
    ];
    for (const page of pages) expect([page, (await browser.get(page)).status]).toEqual([page, 200]);
    const earlier = new Date(Date.now() - 16 * 60_000);
    await database().owner.updateTable('session').set({ created_at: earlier }).execute();
    for (const page of pages) {
      const again = `/sign-in?to=${encodeURIComponent(page)}&again=yes`;
      expect([page, (await browser.get(page)).to]).toEqual([page, again]);
    }
    for (const form of [
      PATH,
      '/you/sign-in/second-factor',
      '/you/sign-in/recovery-codes',
      '/you/sign-in/tokens',
    ])
      expect([form, (await browser.send(form, { name: 'x' })).to]).toEqual([
        form,
        expect.stringMatching(/again=yes$/),
      ]);
    const data = await browser.sendData('/you/sign-in/passkeys/challenges', {});
    expect(data.status).toBe(403);

    const { html } = await browser.get(`/sign-in?to=${encodeURIComponent(PATH)}&again=yes`);
    expect(html).toContain('Sign in once more');
    expect(html).toContain(`value="${emailOf('engineer')}"`);
    const fields = { email: emailOf('engineer'), password: PASSWORD, to: PATH, again: 'yes' };
    expect((await browser.send('/sign-in', fields)).to).toBe(PATH);
    expect((await browser.get(PATH)).status).toBe(200);
  });

  it('is tried ten times and no more', async () => {
    const world = await openHarbour(database());
    const browser = await signedIn(world, 'engineer');
    await browser.get(PATH);
    const guess = () => browser.send(PATH, { password: 'not this one', 'new-password': NEW });
    for (let tried = 0; tried < 10; tried += 1) expect((await guess()).html).toContain('until now');
    expect((await guess()).html).toContain('Wait a quarter of an hour');
    const right = await browser.send(PATH, { password: PASSWORD, 'new-password': NEW });
    expect(right.status).toBe(422);
  });
});
