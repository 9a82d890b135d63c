import { beforeEach, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { openWorld, type Visitor } from '../../../../test/world.ts';
import { sent } from './plan-world.ts';

onEachEngine((database) => {
  let rosa: Visitor;
  let daniel: Visitor;
  let id: string;
  beforeEach(async () => {
    const world = await openWorld(database());
    rosa = await world.as('engineer');
    daniel = await world.as('lineManager');
    id = (await sent(rosa, '/objectives', { text: 'Lead a night with several faults' })).id;
  });

  const row = () => database().owner.selectFrom('objective').selectAll().executeTakeFirstOrThrow();
  const seen = async (visitor: Visitor) =>
    /name="seen" value="(\d+)"/.exec(await visitor.html(`/objectives/${id}`))?.[1] ?? '';

  test('of two who write at once neither agrees to what they have not read', async () => {
    const before = await seen(daniel);
    await sent(rosa, `/objectives/${id}/wordings`, { seen: await seen(rosa), text: 'Something else' });
    const answer = await daniel.post(`/objectives/${id}/states`, { seen: before, state: 'agreed' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Read it again first');
    expect((await row()).state).toBe('proposed');
  });

  test('of two who write at once neither overwrites the other unseen, and nothing that was typed is lost', async () => {
    const before = await seen(daniel);
    await sent(rosa, `/objectives/${id}/wordings`, { seen: await seen(rosa), text: 'Rosa’s words' });
    const answer = await daniel.post(`/objectives/${id}/wordings`, {
      seen: before,
      text: 'Daniel’s words',
    });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('Rosa’s words');
    expect(page).toContain('Daniel’s words</textarea>');
    expect((await row()).text).toBe('Rosa’s words');
  });
});
