import { describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { day, idOf, NEWEST, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { answers, asked, evidenceOf, SENTENCE } from './asks-world.ts';
import { eventsAbout, NOT_READERS, READERS } from './evidence-world.ts';

const PAGE = `/people/${idOf('engineer')}/evidence`;

onEachEngine((database) => {
  async function tie(evidence: string): Promise<void> {
    await database()
      .owner.insertInto('evidence_tie')
      .values({
        evidence_id: evidence,
        person_id: idOf('engineer'),
        framework_id: 'harbour',
        release_version: NEWEST,
        expectation_id: 'incidents-lead',
        tied_at: new Date(),
      })
      .execute();
  }

  describe('the line manager, and whoever stands in', () => {
    it('reads what is shared, newest first, and nothing that is private', async () => {
      const world = await openWorld(database());
      const older = await evidenceOf(database(), 'engineer', { text: 'Wrote the tide guide.', shared: true });
      await evidenceOf(database(), 'engineer', { text: 'Private: asked for help.' });
      const newer = await evidenceOf(database(), 'engineer', { text: 'Led the crane outage.', shared: true });
      const { owner } = database();
      await owner
        .updateTable('evidence')
        .set({ happened_on: '2026-01-05' })
        .where('id', '=', older)
        .execute();
      await tie(newer);
      for (const name of READERS) {
        const html = await (await world.as(name)).html(PAGE);
        expect(html.indexOf('Led the crane outage')).toBeLessThan(html.indexOf('Wrote the tide guide'));
        expect(textOf(html)).toContain('Speaks to Handling incidents (Lead Engineer)');
        expect(html).not.toContain('Private');
      }
    });

    it('sees who confirmed, and not who declined', async () => {
      const world = await openWorld(database());
      const evidence = await evidenceOf(database(), 'engineer', { shared: true });
      const { link } = await asked(world, evidence);
      await answers(world.visitor, link, { answer: 'confirmed', sentence: SENTENCE });
      const { link: another } = await asked(world, evidence, { of: 'steward' });
      await answers(world.visitor, another, { answer: 'declined' });
      const html = textOf(await (await world.as('lineManager')).html(PAGE));
      expect(html).toContain(SENTENCE);
      expect(html).not.toContain('Mei Tanaka');
    });

    it('is told that the report sees each opening, which is written down', async () => {
      const world = await openWorld(database());
      await evidenceOf(database(), 'engineer', { shared: true });
      const daniel = await world.as('lineManager');
      expect(textOf(await daniel.html(PAGE))).toContain('Rosa Lindqvist sees when you open this page');
      await daniel.html(PAGE);
      const opening = ['shared-evidence.opened', `shared-evidence:${idOf('engineer')}`, 'lineManager'];
      expect(await eventsAbout(database(), 'engineer')).toEqual([opening, opening]);
    });

    it('reads 50 at a time', async () => {
      const world = await openWorld(database());
      for (let n = 1; n <= 51; n += 1)
        await evidenceOf(database(), 'engineer', { text: `Number ${n} of the log.`, shared: true });
      const daniel = await world.as('lineManager');
      const html = await daniel.html(PAGE);
      expect(html).toContain(`href="${PAGE}?from=50"`);
      expect(html).not.toContain('Number 1 of');
      expect(await daniel.html(`${PAGE}?from=50`)).toContain('Number 1 of');
      expect((await daniel.get(`${PAGE}?from=nothing`)).status).toBe(200);
    });
  });

  it('says what an empty page waits for', async () => {
    const daniel = await (await openWorld(database())).as('lineManager');
    expect(textOf(await daniel.html(PAGE))).toContain('theirs alone until they share it');
  });

  it('is not there for anybody else: not the owner, a former manager, the manager’s manager or an administrator', async () => {
    const world = await openWorld(database());
    await evidenceOf(database(), 'engineer', { shared: true });
    for (const name of [...NOT_READERS, 'engineer'] as const)
      expect([name, (await (await world.as(name)).get(PAGE)).status]).toEqual([name, 404]);
    const daniel = await world.as('lineManager');
    for (const id of [idOf('lineManager'), idOf('stranger'), 'x'])
      expect((await daniel.get(`/people/${id}/evidence`)).status).toBe(404);
    expect((await world.visitor.get(PAGE)).status).toBe(303);
  });

  it('ends for a deputy with their last day', async () => {
    const world = await openWorld(database());
    await database()
      .owner.updateTable('deputy')
      .set({ first_day: day(-9), last_day: day(-2) })
      .execute();
    expect((await (await world.as('deputy')).get(PAGE)).status).toBe(404);
  });
});
