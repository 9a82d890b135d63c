import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, openAppOver } from '../../../../test/world.ts';
import { LIMITS } from '../limits.ts';
import { Browser, eventsAbout, mailsTo, openHarbour, PASSWORD, signedIn } from './browser.ts';

const OFFICE = '198.51.100.7';
const HOME = '203.0.113.9';

onEachEngine((database) => {
  const options = { trustedProxies: ['127.0.0.1'] };

  async function failed(from = OFFICE) {
    const world = await openHarbour(database(), options);
    const known = await signedIn(world, 'engineer', { from });
    const attacker = new Browser(world, { from });
    for (let tried = 0; tried < LIMITS.attempts.points; tried += 1)
      expect((await attacker.signIn(emailOf('engineer'), 'not this one')).html).toContain(
        'do not go together',
      );
    const next = await attacker.signIn(emailOf('engineer'), PASSWORD);
    expect(next.status).toBe(422);
    expect(next.html).toContain('Wait a quarter of an hour');
    return { world, known };
  }

  it('refuses an address after ten failures for one account, and records it once', async () => {
    const { world } = await failed();
    await new Browser(world, { from: OFFICE }).signIn(emailOf('engineer'), PASSWORD);
    const events = await eventsAbout(world, 'engineer');
    expect(events.filter((verb) => verb === 'sign-in.failed-often')).toHaveLength(1);
  });

  it('lets the right person in from elsewhere', async () => {
    const { world } = await failed();
    expect((await new Browser(world, { from: HOME }).signIn(emailOf('engineer'))).to).toBe('/my-path');
  });

  it('lets the right person in at the same address with a browser that they have used before', async () => {
    const { known } = await failed();
    await known.get('/sign-out');
    await known.send('/sign-out');
    expect((await known.signIn(emailOf('engineer'))).to).toBe('/my-path');
  });

  it('lets a colleague in at the same address', async () => {
    const { world } = await failed();
    expect((await new Browser(world, { from: OFFICE }).signIn(emailOf('colleague'))).to).toBe('/my-path');
  });

  it('still sends a link', async () => {
    const { world } = await failed();
    const browser = new Browser(world, { from: OFFICE });
    await browser.get('/sign-in');
    await browser.send('/sign-in/link', { email: emailOf('engineer') });
    expect((await mailsTo(world, emailOf('engineer'))).map(({ kind }) => kind)).toEqual(['sign-in-link']);
  });

  it('survives a restart', async () => {
    await failed();
    const restarted = await openAppOver(database(), options);
    const next = await new Browser(restarted, { from: OFFICE }).signIn(emailOf('engineer'), PASSWORD);
    expect(next.html).toContain('Wait a quarter of an hour');
  });

  it('believes no address that whoever asks wrote themselves', async () => {
    const world = await openHarbour(database());
    for (let tried = 0; tried < LIMITS.attempts.points; tried += 1)
      await new Browser(world, { from: `203.0.113.${tried}` }).signIn(emailOf('engineer'), 'not this one');
    const next = await new Browser(world, { from: '203.0.113.200' }).signIn(emailOf('engineer'), PASSWORD);
    expect(next.html).toContain('Wait a quarter of an hour');
  });

  it('counts those who try together', async () => {
    const world = await openHarbour(database(), options);
    const answers = await Promise.all(
      Array.from({ length: 14 }, () =>
        new Browser(world, { from: OFFICE }).signIn(emailOf('engineer'), 'no such word'),
      ),
    );
    expect(answers.filter(({ html }) => html.includes('do not go together'))).toHaveLength(
      LIMITS.attempts.points,
    );
  });

  it('fills nobody’s mailbox', async () => {
    const world = await openHarbour(database(), options);
    for (let asked = 0; asked < 8; asked += 1) {
      const browser = new Browser(world, { from: `203.0.113.${asked}` });
      await browser.get('/sign-in');
      expect((await browser.send('/sign-in/link', { email: emailOf('engineer') })).to).toBe('/sign-in/link');
    }
    expect(await mailsTo(world, emailOf('engineer'))).toHaveLength(LIMITS.mails.points);
  });

  it('keeps no address of anybody in the counts', async () => {
    await failed();
    const rows = await database().owner.selectFrom('rate_limit').selectAll().execute();
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toMatch(/198\.51|harbour/);
  });
});
