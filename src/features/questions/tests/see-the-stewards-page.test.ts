import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { QUAY } from '../../../../test/sample-framework.ts';
import { idOf, NAMES, openWorld } from '../../../../test/world.ts';
import { around, textOf } from '../../framework/tests/site.ts';
import { ask, recorded, TEXT } from './asked.ts';

onEachEngine((database) => {
  it('has the questions that wait by competency, the answered ones, and the drafts', async () => {
    const world = await openWorld(database());
    const rosa = await world.as('engineer');
    const first = await ask(rosa);
    await ask(rosa, { text: 'Who counts as a supplier?', expectation: 'suppliers-lead' });
    const mei = await world.as('steward');
    const html = await mei.html('/stewards');
    expect(textOf(around(html, '_open'))).toContain(TEXT);
    expect(textOf(around(html, '_open'))).toContain('Who counts as a supplier?');
    expect(html.indexOf('Working with suppliers')).toBeGreaterThan(0);
    expect(html).toContain('href="/frameworks/harbour@draft"');
    for (const page of ['rows', 'policy', 'findings'])
      expect(html).toContain(`href="/frameworks/harbour@draft/${page}"`);
    await mei.post(`${first.page}/answers`, { text: 'The tide itself.' });
    const after = await mei.html('/stewards');
    expect(textOf(around(after, '_open'))).not.toContain(TEXT);
    expect(around(after, '_answered')).toContain(first.page);
  });

  it('writes down for the askers that their questions were read', async () => {
    const world = await openWorld(database());
    await ask(await world.as('engineer'));
    await ask(await world.as('colleague'), { visible: 'everybody' });
    await (await world.as('steward')).html('/stewards');
    const openings = (await recorded(database())).filter(({ verb }) => verb === 'question.opened');
    expect(openings.map(({ about }) => about)).toEqual([idOf('engineer')]);
  });

  it('shows a steward no question about the framework of others', async () => {
    const world = await openWorld(database());
    const { page } = await ask(await world.as('engineer'));
    const { owner } = database();
    await owner
      .insertInto('framework')
      .values({
        id: 'quay',
        source_key: 'quay',
        draft: JSON.stringify(QUAY),
        read_findings: '[]',
        drafted_at: new Date(),
        created_at: new Date(),
      })
      .execute();
    await owner
      .updateTable('stewardship')
      .set({ framework_id: 'quay' })
      .where('person_id', '=', idOf('steward'))
      .execute();
    const mei = await world.as('steward');
    const html = await mei.html('/stewards');
    expect(textOf(html)).not.toContain(TEXT);
    expect(textOf(around(html, '_other-drafts'))).toContain('Harbour Operations');
    expect((await mei.get(page)).status).toBe(404);
    expect((await mei.post(`${page}/answers`, { text: 'Mine now.' })).status).toBe(404);
  });

  it('is found by stewards alone', async () => {
    const world = await openWorld(database());
    for (const name of NAMES) {
      const { status } = await (await world.as(name)).get('/stewards');
      expect([name, status]).toEqual([name, name === 'steward' ? 200 : 404]);
    }
    expect((await world.visitor.get('/stewards')).status).toBe(303);
  });
});
