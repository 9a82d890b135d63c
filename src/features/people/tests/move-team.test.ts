import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, openWorld } from '../../../../test/world.ts';
import { asViewer } from '../../../db/viewer.ts';
import { noteEvidence, readersOf } from './shared-evidence.ts';

onEachEngine((database) => {
  const team = async (name: string) =>
    (
      await database()
        .owner.selectFrom('team')
        .select('id')
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
    ).id;

  test('moving team keeps where somebody was, and lets nobody new read what they share', async () => {
    const { as } = await openWorld(database());
    const { shared } = await noteEvidence(database(), idOf('engineer'));
    const before = await readersOf(database(), shared);
    const kit = await as('administrator');
    const place = `/administration/people/${idOf('engineer')}`;
    const moved = await kit.post(`${place}/team`, { team: await team('Day watch') });
    expect(moved.headers.get('location')).toBe(`${place}?done=team`);
    expect(await readersOf(database(), shared)).toEqual(before);
    expect(before).toEqual(['engineer', 'lineManager', 'deputy']);
    expect(await (await as('stranger')).html(`/people/${idOf('engineer')}`)).toContain('Day watch');
    expect(await kit.html(place)).toMatch(/Night watch<\/bdi><span class="quiet"> since [\s\S]*? until /);
  });

  test('which team somebody was in before is theirs and the administrators’ to see', async () => {
    const { as } = await openWorld(database());
    await (await as('administrator')).post(`/administration/people/${idOf('engineer')}/team`, { team: '' });
    const seenBy = (name: 'engineer' | 'administrator' | 'lineManager' | 'stranger') =>
      asViewer(database().db, idOf(name), async (db) => {
        const found = await db
          .selectFrom('team_member')
          .select('team_id')
          .where('person_id', '=', idOf('engineer'))
          .execute();
        return found.length;
      });
    expect(await seenBy('engineer')).toBe(1);
    expect(await seenBy('administrator')).toBe(1);
    expect(await seenBy('lineManager')).toBe(0);
    expect(await seenBy('stranger')).toBe(0);
  });

  test('a team that is not there is refused', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const place = `/administration/people/${idOf('engineer')}/team`;
    expect((await kit.post(place, { team: idOf('engineer') })).status).toBe(422);
    expect((await (await as('lineManager')).post(place, { team: '' })).status).toBe(404);
  });
});
