import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { noteEvidence, readersOf } from './shared-evidence.ts';

const leaving = (name: Parameters<typeof idOf>[0]) => `/administration/people/${idOf(name)}/leaving`;

onEachEngine((database) => {
  test('whoever leaves is signed out, and from that moment nobody reads what they shared', async () => {
    const { as } = await openWorld(database());
    const { shared } = await noteEvidence(database(), idOf('engineer'));
    const rosa = await as('engineer');
    expect((await rosa.get('/you')).status).toBe(200);
    const kit = await as('administrator');
    const check = textOf(await (await kit.post(leaving('engineer'), { lastDay: '2026-11-20' })).text());
    expect(check).toContain('signed out everywhere');
    expect(check).toContain('Nobody reads what Rosa Lindqvist shared, Daniel Okafor included');

    const done = await kit.post(leaving('engineer'), { lastDay: '2026-11-20', checked: 'yes' });
    expect(done.status).toBe(303);
    expect((await rosa.get('/you')).status).toBe(303);
    expect(await readersOf(database(), shared)).toEqual(['engineer']);
    expect(textOf(await kit.html(`/people/${idOf('engineer')}`))).toContain('Left on 20 November 2026');
    expect(await kit.html('/people')).not.toContain('Rosa Lindqvist');
    expect(await kit.html('/people?who=left')).toContain('Rosa Lindqvist');
  });

  test('their reports report to somebody else, who reads what they share, and are told', async () => {
    const { as } = await openWorld(database());
    const { shared } = await noteEvidence(database(), idOf('engineer'));
    const kit = await as('administrator');
    const form = await kit.html(leaving('lineManager'));
    expect(form).toContain('value="Olu Adeyemi &lt;managersmanager@harbour.example>"');
    const sent = { lastDay: '2026-11-20', reportsTo: emailOf('managersManager') };
    const check = textOf(await (await kit.post(leaving('lineManager'), sent)).text());
    expect(check).toContain('2 people who report to Daniel Okafor report to Olu Adeyemi');
    await kit.post(leaving('lineManager'), { ...sent, checked: 'yes' });
    expect(await readersOf(database(), shared)).toEqual(['engineer', 'managersManager']);
    const mails = await database()
      .owner.selectFrom('mail')
      .select('person_id')
      .orderBy('person_id')
      .execute();
    expect(mails.map((mail) => mail.person_id)).toEqual([idOf('engineer'), idOf('colleague')]);
  });

  test('one of the reports can take over, and then reports to whom the leaver reported', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const sent = { lastDay: '2026-11-20', reportsTo: emailOf('colleague'), checked: 'yes' };
    expect((await kit.post(leaving('lineManager'), sent)).status).toBe(303);
    const line = textOf(await kit.html(`/people/line?at=${idOf('engineer')}`));
    expect(line).toMatch(/Olu Adeyemi[\s\S]*Amir Haddad[\s\S]*Rosa Lindqvist/);
  });

  test('roles, deputies and spans of standing in end with it', async () => {
    const { as } = await openWorld(database());
    const { shared } = await noteEvidence(database(), idOf('engineer'));
    const kit = await as('administrator');
    await kit.post(leaving('deputy'), { lastDay: '2026-11-20', checked: 'yes' });
    expect(await readersOf(database(), shared)).toEqual(['engineer', 'lineManager']);
    const check = textOf(await (await kit.post(leaving('steward'), { lastDay: '2026-11-20' })).text());
    expect(check).toContain('They are no longer steward of 1 framework');
    await kit.post(leaving('steward'), { lastDay: '2026-11-20', checked: 'yes' });
    expect(textOf(await kit.html('/administration/roles'))).not.toContain('Mei Tanaka');
  });

  test('the last administrator stays, and nobody leaves on a day to come', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const last = await kit.post(leaving('administrator'), { lastDay: '2026-11-20', checked: 'yes' });
    expect(last.status).toBe(422);
    expect(textOf(await last.text())).toContain('Make somebody else administrator first');
    const later = await kit.post(leaving('engineer'), { lastDay: '2999-01-01', checked: 'yes' });
    expect(textOf(await later.text())).toContain('Choose today or an earlier day');
    const loop = { lastDay: '2026-11-20', reportsTo: emailOf('engineer'), checked: 'yes' };
    expect(textOf(await (await kit.post(leaving('managersManager'), loop)).text())).toContain(
      'would report to Rosa Lindqvist, who reports to Daniel Okafor',
    );
  });

  test('somebody who comes back may sign in again, and reports to nobody yet', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    await kit.post(leaving('engineer'), { lastDay: '2026-11-20', checked: 'yes' });
    await kit.post(`/administration/people/${idOf('engineer')}/return`);
    expect(textOf(await (await as('engineer')).html('/you'))).toContain('You report to nobody');
    expect((await kit.post(`/administration/people/${idOf('engineer')}/return`)).status).toBe(404);
  });

  test('only administrators let anybody leave', async () => {
    const { as } = await openWorld(database());
    for (const name of ['lineManager', 'head', 'engineer', 'stranger'] as const) {
      const visitor = await as(name);
      expect((await visitor.get(leaving('engineer'))).status).toBe(404);
      const sent = { lastDay: '2026-11-20', checked: 'yes' };
      expect((await visitor.post(leaving('engineer'), sent)).status).toBe(404);
    }
  });
});
