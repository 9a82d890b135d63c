import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { NAMES, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { ask, recorded, TEXT } from './asked.ts';

onEachEngine((database) => {
  it('lets everybody who is signed in read it, and takes that back', async () => {
    const world = await openWorld(database());
    const rosa = await world.as('engineer');
    const amir = await world.as('colleague');
    const { page } = await ask(rosa);
    expect((await rosa.post(`${page}/visibility`, { visible: 'everybody' })).status).toBe(303);
    expect(textOf(await amir.html(page))).toContain(TEXT);
    expect(textOf(await amir.html('/questions'))).toContain(TEXT);
    expect(textOf(await amir.html('/questions/new?framework=harbour&expectation=incidents-watch'))).toContain(
      TEXT,
    );
    expect((await world.visitor.get(page)).status).toBe(303);
    await rosa.post(`${page}/visibility`, { visible: 'stewards' });
    expect((await amir.get(page)).status).toBe(404);
    const verbs = (await recorded(database())).map(({ verb }) => verb);
    expect(verbs).toEqual(['question.asked', 'question.shown', 'question.hidden']);
  });

  it('can be chosen when asking', async () => {
    const world = await openWorld(database());
    const { page } = await ask(await world.as('engineer'), { visible: 'everybody' });
    expect(textOf(await (await world.as('stranger')).html(page))).toContain(TEXT);
  });

  it('is for the asker alone to choose, even where others may read', async () => {
    const world = await openWorld(database());
    const { page } = await ask(await world.as('engineer'), { visible: 'everybody' });
    for (const name of NAMES.filter((other) => other !== 'engineer')) {
      const visitor = await world.as(name);
      expect(await visitor.html(page)).not.toContain('/visibility');
      expect((await visitor.post(`${page}/visibility`, { visible: 'stewards' })).status).toBe(404);
    }
    const rosa = await world.as('engineer');
    expect((await rosa.post(`${page}/visibility`, { visible: 'the world' })).status).toBe(404);
    const row = await database().owner.selectFrom('wording_question').selectAll().executeTakeFirstOrThrow();
    expect(row.visible_to).toBe('everybody');
  });
});
