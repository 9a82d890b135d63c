import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { day, emailOf, idOf, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { noteEvidence, readersOf } from './shared-evidence.ts';

const SPAN = { deputy: emailOf('panelMember'), firstDay: day(0), lastDay: day(7) };

onEachEngine((database) => {
  test('a deputy reads from the first day, and no more from the moment that it is ended', async () => {
    const { as } = await openWorld(database());
    const { shared, own } = await noteEvidence(database(), idOf('engineer'));
    const daniel = await as('lineManager');
    const check = textOf(await (await daniel.post('/you/deputies', SPAN)).text());
    expect(check).toContain('Tomasz Zielinski reads what 2 people share with you as their manager');
    expect(await readersOf(database(), shared)).not.toContain('panelMember');

    await daniel.post('/you/deputies', { ...SPAN, checked: 'yes' });
    expect(await readersOf(database(), shared)).toEqual(['engineer', 'lineManager', 'deputy', 'panelMember']);
    expect(await readersOf(database(), own)).toEqual(['engineer']);

    const { id } = await database()
      .owner.selectFrom('deputy')
      .select('id')
      .where('deputy_id', '=', idOf('panelMember'))
      .executeTakeFirstOrThrow();
    const end = `/you/deputies/${id}/end`;
    expect(await daniel.html('/you/deputies')).toContain(`action="${end}"`);
    expect((await daniel.post(end)).status).toBe(303);
    expect(await readersOf(database(), shared)).toEqual(['engineer', 'lineManager', 'deputy']);
  });

  test('a span that has not begun lets nobody read yet, nor one that is over', async () => {
    const { as } = await openWorld(database());
    const { shared } = await noteEvidence(database(), idOf('engineer'));
    const daniel = await as('lineManager');
    const later = { ...SPAN, firstDay: day(2), checked: 'yes' };
    expect((await daniel.post('/you/deputies', later)).status).toBe(303);
    expect(await readersOf(database(), shared)).not.toContain('panelMember');
    await database()
      .owner.updateTable('deputy')
      .set({ first_day: day(-9), last_day: day(-2) })
      .execute();
    expect(await readersOf(database(), shared)).toEqual(['engineer', 'lineManager']);
  });

  test('those who report see who it is, the deputy is told, and nobody else knows', async () => {
    const { as } = await openWorld(database());
    await (await as('lineManager')).post('/you/deputies', { ...SPAN, checked: 'yes' });
    expect(textOf(await (await as('engineer')).html('/you'))).toContain('Tomasz Zielinski stands in from');
    expect(textOf(await (await as('engineer')).html('/you/as-manager'))).toContain(
      'and so does Tomasz Zielinski',
    );
    const [mail] = await database().owner.selectFrom('mail').selectAll().execute();
    expect(mail).toMatchObject({ person_id: idOf('panelMember'), subject: 'You stand in for Daniel Okafor' });
    for (const name of ['stranger', 'head', 'administrator'] as const) {
      const page = await (await as(name)).html(`/people/${idOf('lineManager')}`);
      expect(page).not.toContain('Tomasz Zielinski');
    }
  });

  test.each([
    [{ ...SPAN, deputy: emailOf('lineManager') }, 'nobody stands in for themselves'],
    [{ ...SPAN, lastDay: day(-1), firstDay: day(-3) }, 'Choose a last day that has not passed'],
    [{ ...SPAN, firstDay: day(8) }, 'Choose a last day that is not before the first'],
    [{ ...SPAN, lastDay: day(800) }, 'within a year'],
    [{ ...SPAN, deputy: emailOf('deputy') }, 'They stand in for you on some of these days already'],
    [{ deputy: '', firstDay: '', lastDay: 'soon' }, 'Choose the first day'],
  ])('is refused: %j', async (sent, reason) => {
    const { as } = await openWorld(database());
    const refused = await (await as('lineManager')).post('/you/deputies', sent);
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain(reason);
  });

  test('whoever manages nobody names none, and nobody ends another’s', async () => {
    const { as } = await openWorld(database());
    const rosa = await as('engineer');
    expect((await rosa.post('/you/deputies', { ...SPAN, checked: 'yes' })).status).toBe(404);
    expect(textOf(await rosa.html('/you/deputies'))).toContain('Nobody reports to you');
    const { id } = await database().owner.selectFrom('deputy').select('id').executeTakeFirstOrThrow();
    for (const name of ['engineer', 'deputy', 'administrator', 'stranger'] as const) {
      expect((await (await as(name)).post(`/you/deputies/${id}/end`)).status).toBe(404);
    }
  });
});
