import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { begin, day, idOf, LEAD, mailsIn, openTalkWorld, textOf } from './talk-world.ts';

onEachEngine((database) => {
  const rowsOf = async (talk: string) => {
    const rows = await database()
      .owner.selectFrom('conversation_row')
      .select('expectation_id')
      .where('conversation_id', '=', talk)
      .orderBy('place')
      .execute();
    return rows.map((row) => row.expectation_id);
  };

  it('either side begins one, about the level held, the next, or any other', async () => {
    const { rosa, daniel } = await openTalkWorld(database());
    const page = textOf(await rosa.html(`/conversations/new?with=${idOf('lineManager')}`));
    expect(page).toContain('With Daniel Okafor , your line manager');
    // The level that she holds is offered first, then the next one, then everything else.
    expect(page).toMatch(/Watch Engineer Lead Engineer.*Principal Engineer/);
    const talk = await begin(rosa, 'lineManager', 'harbour/lead');
    expect(await rowsOf(talk)).toEqual([...LEAD]);
    for (const visitor of [rosa, daniel]) {
      expect(textOf(await visitor.html('/conversations'))).toContain('Lead Engineer');
    }
    await daniel.post(`/conversations/${talk}/ends`);
    const sideways = await begin(daniel, 'engineer', 'harbour/manager');
    expect(await rowsOf(sideways)).toEqual(['incidents-manager']);
  });

  it('a talk may be about a chosen few', async () => {
    const { rosa } = await openTalkWorld(database());
    const few = { which: 'some', row: ['suppliers-lead', 'incidents-lead', 'incidents-watch'] };
    const talk = await begin(rosa, 'lineManager', 'harbour/lead', few);
    // In the framework's own order, and nothing that the level does not ask for.
    expect(await rowsOf(talk)).toEqual(['incidents-lead', 'suppliers-lead']);
  });

  it('comes back with everything that was typed where something is missing', async () => {
    const { rosa } = await openTalkWorld(database());
    const sent = await rosa.post('/conversations', {
      with: idOf('lineManager'),
      about: 'harbour/lead',
      which: 'some',
      day: '2020-01-01',
      time: '25:00',
      minutes: '45',
      place: 'Room of the “tide”',
    });
    expect(sent.status).toBe(422);
    const html = await sent.text();
    expect(textOf(html)).toContain('Choose at least one competency');
    expect(textOf(html)).toContain('Give the time as hours and minutes, such as 14:30');
    expect(html).toContain('value="Room of the “tide”"');
    expect(html).toContain('value="2020-01-01"');
  });

  it('invites both by mail, with an entry for their calendars', async () => {
    const { rosa } = await openTalkWorld(database());
    const when = { day: day(7), time: '14:30', minutes: '45', place: 'Room 4' };
    const talk = await begin(rosa, 'lineManager', 'harbour/lead', when);
    const mails = await mailsIn(database());
    expect(mails.map(({ address, kind }) => [address, kind])).toEqual([
      ['engineer@harbour.example', 'conversation invitation'],
      ['linemanager@harbour.example', 'conversation invitation'],
    ]);
    const [{ body = '', calendar = '' } = {}] = mails;
    expect(body).toContain('Rosa Lindqvist has begun a progression conversation about Lead Engineer.');
    expect(body).toContain(`http://cairn.test/conversations/${talk}`);
    const entry = calendar?.replaceAll('\r\n ', '') ?? '';
    for (const line of [
      'METHOD:REQUEST',
      `UID:${talk}@cairn.test`,
      'SEQUENCE:0',
      'LOCATION:Room 4',
      'CLASS:PRIVATE',
      'SUMMARY:Conversation: Rosa Lindqvist and Daniel Okafor',
      'ORGANIZER;CN="Rosa Lindqvist":mailto:engineer@harbour.example',
    ]) {
      expect(entry).toContain(line);
    }
    expect(entry).toMatch(/ATTENDEE;.*MAILTO:linemanager@harbour\.example/);
  });

  it('keeps the release that is in force when it begins', async () => {
    const { rosa } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    const { owner } = database();
    const [begun] = await owner.selectFrom('conversation').select(['release_version']).execute();
    expect(begun).toEqual({ release_version: '1.1.0' });
    await owner
      .updateTable('conversation')
      .set({ release_version: '1.0.0' })
      .where('id', '=', talk)
      .execute();
    const page = await rosa.html(`/conversations/${talk}/prepare`);
    expect(page).toContain('Leads a fault from the first call to the close.');
    expect(page).not.toContain('Leads a fault that several teams feel');
  });

  it('is one at a time: beginning a second leads to the first', async () => {
    const { rosa, daniel } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    const again = await daniel.post('/conversations', {
      with: idOf('engineer'),
      about: 'harbour/watch',
      which: 'all',
    });
    expect(again.headers.get('location')).toBe(`/conversations/${talk}?done=under-way`);
    expect(await database().owner.selectFrom('conversation').select('id').execute()).toHaveLength(1);
  });

  it('a deputy begins one in their own name, in the place of the line manager', async () => {
    const { world, rosa } = await openTalkWorld(database());
    const deputy = await world.as('deputy');
    const talk = await begin(deputy, 'engineer');
    expect(textOf(await rosa.html(`/conversations/${talk}`))).toContain(
      'Lucía Prieto holds it in place of Daniel Okafor',
    );
  });

  it('is for nobody but the person and who manages them', async () => {
    const { world } = await openTalkWorld(database());
    for (const name of [
      'colleague',
      'formerManager',
      'managersManager',
      'head',
      'administrator',
      'stranger',
    ] as const) {
      const visitor = await world.as(name);
      const sent = { with: idOf('engineer'), about: 'harbour/lead', which: 'all' };
      expect([name, (await visitor.post('/conversations', sent)).status]).toEqual([name, 404]);
    }
    expect(await database().owner.selectFrom('conversation').select('id').execute()).toEqual([]);
  });
});
