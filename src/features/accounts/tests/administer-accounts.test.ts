import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, NAMES } from '../../../../test/world.ts';
import { startMailServer } from '../../../mail/tests/mail-server.ts';
import { PostOffice } from '../../../mail/tests/post-office.ts';
import {
  Browser,
  eventsAbout,
  linkTo,
  mailsTo,
  openHarbour,
  setUpSecondFactor,
  signedIn,
} from './browser.ts';

const ACCOUNTS = '/administration/accounts';
const ROSA = `${ACCOUNTS}/${idOf('engineer')}`;
const PAGES = [
  ACCOUNTS,
  ROSA,
  '/administration/invitations',
  '/administration/sign-up',
  '/administration/mail',
];
const FORMS = [
  `${ROSA}/ended-sessions`,
  `${ROSA}/password-links`,
  `${ROSA}/second-factor`,
  '/administration/invitations/check',
  '/administration/invitations',
  '/administration/sign-up',
  '/administration/mail/tests',
  '/administration/mail/0193de90-0000-7000-8000-000000000001/tries',
];

onEachEngine((database) => {
  it('is for administrators: everybody else finds nothing there', async () => {
    const world = await openHarbour(database());
    for (const name of NAMES.filter((one) => one !== 'administrator')) {
      const visitor = await world.as(name);
      for (const path of PAGES)
        expect([name, path, (await visitor.get(path)).status]).toEqual([name, path, 404]);
    }
    for (const name of ['head', 'stranger'] as const) {
      const visitor = await world.as(name);
      for (const path of FORMS)
        expect([name, path, (await visitor.post(path, { reason: 'I want to read it' })).status]).toEqual([
          name,
          path,
          404,
        ]);
    }
    for (const path of PAGES) expect((await world.visitor.get(path)).status).toBe(303);
    for (const path of FORMS) expect((await world.visitor.post(path)).status).toBe(401);
    expect(await mailsTo(world, emailOf('engineer'))).toEqual([]);
  });

  it('shows how people sign in, and finds by typing', async () => {
    const world = await openHarbour(database());
    await setUpSecondFactor(await signedIn(world, 'engineer'));
    const kit = await signedIn(world, 'administrator');
    const { html } = await kit.get(ACCOUNTS);
    expect(html).toContain('Rosa Lindqvist');
    expect(html).toContain('Vic Stranger');
    const found = (await kit.get(`${ACCOUNTS}?q=rosa`)).html;
    expect(found).not.toContain('Vic Stranger');
    expect(found).toMatch(/Password, second factor\. Last seen <time[^>]*>today/);
  });

  it('sends a link to choose a new password, which the administrator never sees', async () => {
    const world = await openHarbour(database());
    const kit = await signedIn(world, 'administrator');
    await kit.get(ROSA);
    const answer = await kit.send(`${ROSA}/password-links`);
    expect(answer.to).toBe(`${ROSA}?done=link`);
    const path = await linkTo(world, emailOf('engineer'));
    const token = path.split('/').at(-1) ?? '';
    expect((await kit.get(`${ROSA}?done=link`)).html).not.toContain(token);
    expect((await new Browser(world).get(path)).status).toBe(200);
    expect(await eventsAbout(world, 'engineer')).toEqual(['password-link.sent']);
  });

  it('signs somebody out everywhere', async () => {
    const world = await openHarbour(database());
    const rosa = await signedIn(world, 'engineer');
    const amir = await signedIn(world, 'colleague');
    const kit = await signedIn(world, 'administrator');
    await kit.get(ROSA);
    expect((await kit.send(`${ROSA}/ended-sessions`)).to).toBe(`${ROSA}?done=ended`);
    expect(await rosa.isIn()).toBe(false);
    expect(await amir.isIn()).toBe(true);
    expect(await kit.isIn()).toBe(true);
    expect(await eventsAbout(world, 'engineer')).toContain('session.ended');
  });

  it('removes a second factor for a reason, which is kept and told to the person', async () => {
    const world = await openHarbour(database());
    await setUpSecondFactor(await signedIn(world, 'engineer'));
    const kit = await signedIn(world, 'administrator');
    const path = `${ROSA}/second-factor`;
    await kit.get(path);
    const refused = await kit.send(path, { reason: 'lost' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Write in a sentence why it is removed');
    expect(refused.html).toContain('>lost</textarea>');
    const reason = 'Lost the telephone; asked me at my desk.';
    expect((await kit.send(path, { reason })).to).toBe(`${ROSA}?done=second-factor`);
    expect((await new Browser(world).signIn(emailOf('engineer'))).to).toBe('/my-path');
    const mail = (await mailsTo(world, emailOf('engineer'))).at(-1);
    expect(mail).toMatchObject({ kind: 'second-factor-removed', person: idOf('engineer') });
    expect(mail?.body).toContain(reason);
    expect(mail?.body).toContain('Kit Doyle has removed');
    expect(await eventsAbout(world, 'engineer')).toContain('second-factor.removed');
    const kept = database().owner.selectFrom('second_factor_removal').select(['reason', 'administrator_id']);
    expect(await kept.execute()).toEqual([{ reason, administrator_id: idOf('administrator') }]);
    // The event holds ids only: what was written stands beside it, and goes with the person.
    const events = await database().owner.selectFrom('event').selectAll().execute();
    expect(JSON.stringify(events)).not.toContain('telephone');
    expect((await kit.get(path)).status).toBe(404);
  });

  it('finds nothing at addresses of nobody', async () => {
    const world = await openHarbour(database());
    const kit = await signedIn(world, 'administrator');
    for (const path of [`${ACCOUNTS}/none`, `${ACCOUNTS}/01930000-0000-7000-8000-00000000ffff`])
      expect([path, (await kit.get(path)).status]).toEqual([path, 404]);
  });

  it('shows whether mail goes out, never what it says', async () => {
    const world = await openHarbour(database());
    const kit = await signedIn(world, 'administrator');
    await kit.get(ROSA);
    await kit.send(`${ROSA}/password-links`);
    const link = await linkTo(world, emailOf('engineer'));
    await database()
      .owner.updateTable('mail')
      .set({
        tries: 3,
        failure: 'connect ECONNREFUSED 192.0.2.1:25',
        next_try_at: new Date(Date.now() + 240_000),
      })
      .execute();
    const { html } = await kit.get('/administration/mail');
    expect(html).toContain(emailOf('engineer'));
    expect(html).toContain('One mail waits');
    expect(html).toContain('after 3 tries, again in 4 minutes');
    expect(html).toContain('The mail server said: connect ECONNREFUSED 192.0.2.1:25');
    expect(html).not.toContain(link);
    expect((await kit.send('/administration/mail/tests')).to).toBe('/administration/mail?done=test');
    expect((await mailsTo(world, emailOf('administrator'))).map(({ kind }) => kind)).toEqual(['test']);
  });

  it('tries a mail again that was given up, without showing what it says', async () => {
    const world = await openHarbour(database());
    const kit = await signedIn(world, 'administrator');
    const server = await startMailServer();
    const office = new PostOffice(database(), server.url);
    await office.handOver();
    await database()
      .owner.updateTable('mail')
      .set({ tries: 19, failure: 'connect ECONNREFUSED', given_up_at: new Date() })
      .execute();
    const [row] = await office.rows();
    const { html } = await kit.get('/administration/mail');
    expect(html).toContain('after 19 tries');
    expect(html).not.toContain('cairn.example/invitation/abc');
    const tries = `/administration/mail/${row?.id}/tries`;
    expect(html).toContain(`action="${tries}"`);
    expect((await kit.send(tries)).to).toBe('/administration/mail?done=again');
    office.now = new Date();
    expect(await office.sender.sendDue()).toBe(1);
    expect(server.received.map(({ to }) => to[0])).toEqual(['rosa@harbour.example']);
    // Once it is sent there is nothing to try.
    expect((await kit.send(tries)).status).toBe(404);
    expect((await kit.get('/administration/mail?done=again')).html).toContain('It is tried again now.');
    // Told once, and not whose address it is.
    const told = (await kit.get('/administration/audit')).html;
    expect(told.match(/had a mail sent again that was given up/g)).toHaveLength(1);
    expect(told).not.toContain('rosa@harbour.example');
  });
});
