import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';

onEachEngine((database) => {
  test('the own page tells level, manager, deputies and what frameworks are', async () => {
    const { as } = await openWorld(database());
    const rosa = await as('engineer');
    const text = textOf(await rosa.html('/you'));
    expect(text).toContain('Watch Engineer, Harbour Operations 1.1.0, since 1 February 2025');
    expect(text).toMatch(/From \d+ \w+ \d{4} Daniel Okafor reads what you share with your manager/);
    expect(text).toContain('Lucía Prieto stands in from');
    expect(text).toContain('It is for “Everybody who keeps a watch”');
    expect(text).toContain('Whose reporting line that is here, nobody has said yet');
    expect(text).not.toContain('Administration');
    expect(textOf(await (await as('administrator')).html('/you'))).toContain('Administration');
  });

  test('pronouns, site and time zone are one’s own to change; name and address are not', async () => {
    const { as } = await openWorld(database());
    const rosa = await as('engineer');
    const sent = {
      pronouns: 'she/her',
      site: 'Granton',
      timeZone: 'europe/oslo',
      name: 'Queen',
      email: 'q@q.example',
    };
    expect((await rosa.post('/you/profile', sent)).headers.get('location')).toBe('/you?done=profile');
    const row = await database()
      .owner.selectFrom('person')
      .selectAll()
      .where('id', '=', idOf('engineer'))
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      name: 'Rosa Lindqvist',
      pronouns: 'she/her',
      site: 'Granton',
      time_zone: 'Europe/Oslo',
    });
    expect(row.email).toBe('engineer@harbour.example');
    const refused = await rosa.post('/you/profile', { ...sent, timeZone: 'Leith' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="Leith"');
    expect(await (await as('stranger')).html(`/people/${idOf('engineer')}`)).toContain('she/her');
  });

  test('a site of 10,000 characters is refused, and kept in its field', async () => {
    const { as } = await openWorld(database());
    const site = 'Granton '.repeat(1250).trim();
    const refused = await (await as('engineer')).post('/you/profile', { pronouns: '', site, timeZone: '' });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('href="#site">Shorten it to 100 characters');
    expect(html).toContain(`value="${site}"`);
  });

  test('not even by SQL does anybody rename themselves', async () => {
    await openWorld(database());
    const { asViewer } = await import('../../../db/viewer.ts');
    const renaming = asViewer(database().db, idOf('engineer'), (db) =>
      db.updateTable('person').set({ name: 'Queen' }).where('id', '=', idOf('engineer')).execute(),
    );
    await expect(renaming).rejects.toMatchObject({ message: expect.stringContaining('only administrators') });
  });

  test('a framework is for a reporting line once an administrator says so', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const sent = { framework: 'harbour', root: 'Olu Adeyemi' };
    expect((await kit.post('/administration/reach', sent)).status).toBe(303);
    const rosa = textOf(await (await as('engineer')).html('/you'));
    expect(rosa).toContain('You should use it: your reporting line leads to Olu Adeyemi.');
    expect(rosa).toContain('Some teams are exempt, and the release does not name them.');
    const mei = await as('steward');
    expect(textOf(await mei.html('/you'))).toContain('You are free to use it anyway');
    await kit.post('/administration/reach/removals', { framework: 'harbour', root: idOf('managersManager') });
    expect(textOf(await (await as('engineer')).html('/you'))).toContain('nobody has said yet');
  });

  test('others choose to use it anyway, which their manager sees, and take it back', async () => {
    const { as } = await openWorld(database());
    await (await as('administrator')).post('/administration/reach', {
      framework: 'harbour',
      root: 'Olu Adeyemi',
    });
    const mei = await as('steward');
    expect((await mei.post('/you/frameworks', { framework: 'harbour' })).status).toBe(303);
    expect(textOf(await mei.html('/you'))).toContain('You chose to use it.');
    expect(textOf(await mei.html('/you/as-manager'))).toContain('Frameworks you choseHarbour Operations');
    expect((await mei.post('/you/frameworks', { framework: 'harbour' })).status).toBe(404);
    await mei.post('/you/frameworks/withdrawals', { framework: 'harbour' });
    expect(textOf(await mei.html('/you'))).not.toContain('You chose to use it.');
    // Whoever should use it has nothing to choose.
    expect((await (await as('engineer')).post('/you/frameworks', { framework: 'harbour' })).status).toBe(404);
  });

  test('what the manager sees: level, team, who that is, and nothing of anybody else', async () => {
    const { as } = await openWorld(database());
    const text = textOf(await (await as('engineer')).html('/you/as-manager'));
    expect(text).toMatch(/Daniel Okafor sees this, and so does Lucía Prieto from/);
    expect(text).toContain('TeamNight watch');
    expect(text).toContain('Watch Engineer');
    expect(textOf(await (await as('stranger')).html('/you/as-manager'))).toContain('You report to nobody');
  });
});
