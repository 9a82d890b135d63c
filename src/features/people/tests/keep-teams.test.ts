import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';

const TEAMS = '/administration/teams';

onEachEngine((database) => {
  const idOfTeam = async (name: string) =>
    (
      await database()
        .owner.selectFrom('team')
        .select('id')
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
    ).id;

  test('teams are added, renamed and, while nobody was ever in them, removed', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    expect((await kit.post(TEAMS, { name: ' Dive crew ' })).status).toBe(303);
    const id = await idOfTeam('Dive crew');
    await kit.post(`${TEAMS}/${id}/name`, { name: 'Divers' });
    expect(textOf(await kit.html(TEAMS))).toContain('Divers');
    await kit.post(`${TEAMS}/${id}/removal`);
    expect(textOf(await kit.html(TEAMS))).not.toContain('Divers');
  });

  test('a team that people were in stays, for their history names it', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const refused = await kit.post(`${TEAMS}/${await idOfTeam('Night watch')}/removal`);
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('Keep Night watch, or rename it');
  });

  test('two teams are never of one name', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    expect(textOf(await (await kit.post(TEAMS, { name: 'night WATCH' })).text())).toContain(
      'there is a team of this one',
    );
    const renamed = await kit.post(`${TEAMS}/${await idOfTeam('Day watch')}/name`, { name: 'Night watch' });
    expect(renamed.status).toBe(422);
    expect(textOf(await (await kit.post(TEAMS, { name: '' })).text())).toContain(
      'Write the name of the team',
    );
  });

  test('only administrators keep them', async () => {
    const { as } = await openWorld(database());
    for (const name of ['head', 'lineManager', 'stranger'] as const) {
      expect((await (await as(name)).get(TEAMS)).status).toBe(404);
      expect((await (await as(name)).post(TEAMS, { name: 'Ours' })).status).toBe(404);
    }
  });
});
