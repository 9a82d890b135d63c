import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, type Name, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';

const ROSA = `/people/${idOf('engineer')}`;
const LEAD = { level: 'harbour/lead', since: '2026-03-01' };

onEachEngine((database) => {
  const held = () =>
    database()
      .owner.selectFrom('level_held')
      .select(['level_id', 'since', 'until', 'set_by', 'release_version'])
      .where('person_id', '=', idOf('engineer'))
      .orderBy('since')
      .execute();

  test('a line manager sets it, after looking at what that means; the history stays, and the person is told', async () => {
    const { as } = await openWorld(database());
    const daniel = await as('lineManager');
    const check = textOf(await (await daniel.post(`${ROSA}/levels`, LEAD)).text());
    expect(check).toContain(
      'Rosa Lindqvist holds Lead Engineer, Harbour Operations 1.1.0, since 1 March 2026.',
    );
    expect(check).toContain('Watch Engineer ends that day and stays in the history.');
    expect(await held()).toHaveLength(1);

    const done = await daniel.post(`${ROSA}/levels`, { ...LEAD, checked: 'yes' });
    expect(done.headers.get('location')).toBe(`${ROSA}?done=level`);
    expect(await held()).toMatchObject([
      { level_id: 'watch', since: '2025-02-01', until: '2026-03-01' },
      {
        level_id: 'lead',
        since: '2026-03-01',
        until: null,
        set_by: idOf('lineManager'),
        release_version: '1.1.0',
      },
    ]);
    const rosa = await as('engineer');
    expect(textOf(await rosa.html('/you'))).toContain(
      'Lead Engineer, Harbour Operations 1.1.0, since 1 March 2026',
    );
    expect(textOf(await rosa.html('/you'))).toContain(
      'Watch Engineer, Harbour Operations 1.1.0, since 1 February 2025 until 1 March 2026',
    );
    const [mail] = await database().owner.selectFrom('mail').selectAll().execute();
    expect(mail).toMatchObject({ person_id: idOf('engineer'), subject: 'Your level: Lead Engineer' });
    const event = await database()
      .owner.selectFrom('event')
      .selectAll()
      .where('verb', '=', 'level.set')
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ actor: idOf('lineManager'), about: idOf('engineer'), kind: 'record' });
  });

  test('a mistake is corrected, and nothing else of the history changes', async () => {
    const { as } = await openWorld(database());
    const daniel = await as('lineManager');
    await daniel.post(`${ROSA}/levels`, { ...LEAD, checked: 'yes' });
    const wrong = { level: 'harbour/lead', since: '2026-02-01' };
    expect(textOf(await (await daniel.post(`${ROSA}/levels`, wrong)).text())).toContain(
      'This corrects what stands there',
    );
    await daniel.post(`${ROSA}/levels`, { ...wrong, checked: 'yes' });
    expect(await held()).toMatchObject([
      { level_id: 'watch', since: '2025-02-01', until: '2026-02-01' },
      { level_id: 'lead', since: '2026-02-01', until: null },
    ]);
  });

  test.each([
    [
      { level: 'harbour/lead', since: '2024-12-01' },
      'Choose a later day: Watch Engineer is held since 1 February 2025',
    ],
    [{ level: 'harbour/watch', since: '2025-02-01' }, 'Watch Engineer is held since 1 February 2025 already'],
    [{ level: 'harbour/lead', since: '2999-01-01' }, 'Choose a day that has come'],
    [{ level: '', since: '' }, 'Choose a level'],
    [{ level: 'harbour/admiral', since: '2026-03-01' }, 'Choose a level'],
  ])('is refused with the reason: %j', async (sent, reason) => {
    const { as } = await openWorld(database());
    const refused = await (await as('lineManager')).post(`${ROSA}/levels`, { ...sent, checked: 'yes' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain(reason);
    expect(await held()).toHaveLength(1);
  });

  test('a deputy and an administrator set it too; nobody else finds the page', async () => {
    const { as } = await openWorld(database());
    for (const name of ['lineManager', 'deputy', 'administrator'] as const) {
      expect((await (await as(name)).get(`${ROSA}/level`)).status).toBe(200);
      expect(await (await as(name)).html(ROSA)).toContain('Set level');
    }
    const refused: Name[] = [
      'engineer',
      'colleague',
      'formerManager',
      'managersManager',
      'head',
      'steward',
      'stranger',
    ];
    for (const name of refused) {
      const visitor = await as(name);
      expect((await visitor.get(`${ROSA}/level`)).status).toBe(404);
      expect((await visitor.post(`${ROSA}/levels`, { ...LEAD, checked: 'yes' })).status).toBe(404);
      expect(await visitor.html(ROSA)).not.toContain('Set level');
    }
    expect(await held()).toHaveLength(1);
  });

  test('is seen by the person, whoever manages them and administrators; looking is written down', async () => {
    const { as } = await openWorld(database());
    for (const name of ['formerManager', 'managersManager', 'head', 'stranger'] as const) {
      expect(textOf(await (await as(name)).html(ROSA))).not.toContain('Watch Engineer');
    }
    const rosa = await as('engineer');
    expect(textOf(await rosa.html('/you/who-looked'))).toContain('Nobody has opened anything of yours');
    expect(textOf(await (await as('lineManager')).html(ROSA))).toContain('Watch Engineer');
    expect(textOf(await rosa.html('/you/who-looked'))).toContain(
      'Daniel Okafor opened your level and its history',
    );
  });
});
