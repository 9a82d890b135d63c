import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { ADDRESS } from '../../../../test/world.ts';
import { eventsAbout, openHarbour, sessionOf, signedIn } from './browser.ts';

const PATH = '/you/sign-in';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';

onEachEngine((database) => {
  const options = { trustedProxies: ['127.0.0.1'] };

  it('lists the sessions in words, and ends one', async () => {
    const world = await openHarbour(database(), options);
    const browser = await signedIn(world, 'engineer', { from: '203.0.113.9' });
    const telephone = await signedIn(world, 'engineer', { agent: IPHONE, from: '2001:db8::7' });
    const { html } = await browser.get(PATH);
    expect(html).toContain('Firefox on Linux<strong> (here)</strong>');
    expect(html).toContain('Safari on an iPhone');
    expect(html).toContain('From 203.0.113.9. ');
    expect(html).toContain('From 2001:0db8:0000:0000:0000:0000:0000:0007. ');
    const [, id = ''] = /name="session" value="([\da-f-]{36})"/.exec(html) ?? [];
    expect((await browser.send(`${PATH}/ended-sessions`, { session: id })).to).toContain(
      'done=session-ended',
    );
    expect(await telephone.isIn()).toBe(false);
    expect(await browser.isIn()).toBe(true);
    expect((await browser.get(PATH)).html).not.toContain('iPhone');
    expect(await eventsAbout(world, 'engineer')).toEqual([
      'session.opened',
      'session.opened',
      'session.ended',
    ]);
  });

  it('ends all but this one', async () => {
    const world = await openHarbour(database());
    const others = [await signedIn(world, 'engineer'), await signedIn(world, 'engineer')];
    const browser = await signedIn(world, 'engineer');
    const colleague = await signedIn(world, 'colleague');
    await browser.get(PATH);
    expect((await browser.send(`${PATH}/ended-sessions`, { session: 'others' })).to).toContain(
      'done=sessions-ended',
    );
    for (const other of others) expect(await other.isIn()).toBe(false);
    expect(await browser.isIn()).toBe(true);
    expect(await colleague.isIn()).toBe(true);
  });

  it('shows and ends nobody else’s', async () => {
    const world = await openHarbour(database());
    const engineer = await signedIn(world, 'engineer', { agent: IPHONE });
    const stranger = await signedIn(world, 'stranger');
    expect((await stranger.get(PATH)).html).not.toContain('iPhone');
    const sessions = await database().owner.selectFrom('session').select('id').execute();
    await stranger.get(PATH);
    for (const { id } of sessions.slice(0, 1)) await stranger.send(`${PATH}/ended-sessions`, { session: id });
    await stranger.send(`${PATH}/ended-sessions`, { session: 'no id at all' });
    expect(await engineer.isIn()).toBe(true);
  });
});

onEachEngine((database) => {
  it('makes a token for a program, which is shown once and opens the API only', async () => {
    const world = await openHarbour(database());
    const browser = await signedIn(world, 'engineer');
    await browser.get(`${PATH}/tokens/new`);
    expect((await browser.send(`${PATH}/tokens`, { name: ' ' })).status).toBe(422);
    const { html } = await browser.send(`${PATH}/tokens`, { name: 'Notes from my terminal' });
    const [, secret = ''] = /<code>(cairn_[\w-]{32})<\/code>/.exec(html) ?? [];
    const rows = await database().owner.selectFrom('personal_token').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret);

    const headers = { authorization: `Bearer ${secret}` };
    const session = await sessionOf(world, headers);
    expect(session).toMatchObject({ kind: 'token' });
    expect((await world.app.request(`${ADDRESS}${PATH}`, { headers })).status).toBe(303);

    const overview = await browser.get(PATH);
    expect(overview.html).toContain('Notes from my terminal');
    expect(overview.html).not.toContain(secret);
    const [, id = ''] = /name="token-id" value="([\da-f-]{36})"/.exec(overview.html) ?? [];
    const stranger = await signedIn(world, 'stranger');
    await stranger.get(PATH);
    await stranger.send(`${PATH}/ended-tokens`, { 'token-id': id });
    expect(await sessionOf(world, headers)).toBeDefined();
    expect((await browser.send(`${PATH}/ended-tokens`, { 'token-id': id })).to).toContain('done=token-ended');
    expect(await sessionOf(world, headers)).toBeUndefined();
    expect(await eventsAbout(world, 'engineer')).toEqual(
      expect.arrayContaining(['personal-token.made', 'personal-token.ended']),
    );
  });
});
