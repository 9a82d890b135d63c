import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { NEWEST, OLDER, openWorld, REWORDED, type Visitor, type World } from '../../../../test/world.ts';
import { noted, OTHERS } from './evidence-world.ts';

const OWN = 'harbour/incidents-watch';
const NEXT = 'harbour/incidents-lead';
const POINT = 'harbour/incidents-lead/p2';

onEachEngine((database) => {
  let world: World;
  let rosa: Visitor;
  let id: string;
  beforeEach(async () => {
    world = await openWorld(database());
    rosa = await world.as('engineer');
    ({ id } = await noted(rosa, { text: 'Led the crane outage and wrote the review' }));
  });

  const ties = () =>
    database()
      .owner.selectFrom('evidence_tie')
      .select(['framework_id', 'release_version', 'expectation_id', 'point_id'])
      .orderBy('expectation_id')
      .orderBy('point_id')
      .execute();

  describe('somebody who ties a note', () => {
    test('chooses among the own level, the next, and single points', async () => {
      const page = await rosa.html(`/evidence/${id}/ties`);
      expect(page).toContain('Watch Engineer</bdi> <span class="quiet">the level you hold');
      expect(page).toContain('Lead Engineer</bdi> <span class="quiet">the next level');
      for (const value of [OWN, NEXT, POINT]) expect(page).toContain(`value="${value}"`);
      // What a level does not assess, or has still to write, is nothing to speak to.
      expect(page).not.toContain('harbour/records-principal');
      const answer = await rosa.post(`/evidence/${id}/ties`, { tie: [OWN, POINT] });
      expect(answer.headers.get('location')).toBe(`/evidence/${id}?done=tied`);
      expect(await ties()).toEqual([
        {
          framework_id: 'harbour',
          release_version: NEWEST,
          expectation_id: 'incidents-lead',
          point_id: 'p2',
        },
        { framework_id: 'harbour', release_version: NEWEST, expectation_id: 'incidents-watch', point_id: '' },
      ]);
      const shown = await rosa.html(`/evidence/${id}`);
      expect(shown).toContain('Says every half hour what is known');
      expect(shown).toContain(`href="/frameworks/harbour@${NEWEST}/levels/watch#incidents"`);
    });

    test('changes only what is changed in the form, whatever another tab did meanwhile', async () => {
      await rosa.post(`/evidence/${id}/ties`, { tie: [OWN] });
      // This tab saw the first tie and adds another; meanwhile another tab added a point.
      await rosa.post(`/evidence/${id}/ties`, { tie: [OWN, POINT], was: [OWN] });
      await rosa.post(`/evidence/${id}/ties`, { tie: [NEXT], was: [OWN] });
      expect((await ties()).map(({ expectation_id, point_id }) => [expectation_id, point_id])).toEqual([
        ['incidents-lead', ''],
        ['incidents-lead', 'p2'],
      ]);
    });

    test('is not fooled into tying to what is not there', async () => {
      const values = [
        'harbour/none',
        'nowhere/x',
        'harbour/incidents-lead/p9',
        'harbour/records-principal',
        '%zz',
        '',
      ];
      await rosa.post(`/evidence/${id}/ties`, { tie: values });
      expect(await ties()).toEqual([]);
    });

    test('looks at any other level, and finds ties there again', async () => {
      const page = await rosa.html(`/evidence/${id}/ties?level=harbour%2Fhead`);
      expect(page).toContain('Head of Harbour</bdi> <span class="quiet">another level');
      await rosa.post(`/evidence/${id}/ties`, { tie: ['harbour/incidents-head'] });
      expect(await rosa.html(`/evidence/${id}/ties`)).toContain('Tied already, elsewhere');
    });

    test('needs no level to note, and is told that none is set', async () => {
      const vic = await world.as('stranger');
      const { id: own } = await noted(vic, { text: 'Looked in' });
      expect(await vic.html(`/evidence/${own}/ties`)).toContain('No level is set for you yet.');
    });

    test.each(OTHERS)('is not joined by the %s', async (name) => {
      const other = await world.as(name);
      expect((await other.get(`/evidence/${id}/ties`)).status).toBe(404);
      expect((await other.post(`/evidence/${id}/ties`, { tie: [OWN] })).status).toBe(404);
      expect(await ties()).toEqual([]);
    });
  });

  describe('what the words of a note suggest', () => {
    test('stands on top with the words that led there, and sets nothing by itself', async () => {
      const page = await rosa.html(`/evidence/${id}/ties`);
      const [, suggested = ''] = /Perhaps one of these\?(.*?)<\/fieldset>/s.exec(page) ?? [];
      expect(suggested).toMatch(/Handling incidents, Lead Engineer.*because it says.*“<bdi>review<\/bdi>”/s);
      expect(suggested).not.toContain('checked');
      expect(await ties()).toEqual([]);
    });

    test('is offered no more once it is tied', async () => {
      const before = await rosa.html(`/evidence/${id}/ties`);
      const value = /Perhaps one of these.*?name="tie" value="([^"]+)"/s.exec(before)?.[1] ?? '';
      await rosa.post(`/evidence/${id}/ties`, { tie: [value] });
      const [, suggested = ''] =
        /Perhaps one of these\?(.*?)<\/fieldset>/s.exec(await rosa.html(`/evidence/${id}/ties`)) ?? [];
      expect(suggested).not.toContain(`value="${value}"`);
    });
  });

  describe('a tie', () => {
    test('keeps the wording it was made against, and says that the text has changed since', async () => {
      await rosa.post(`/evidence/${id}/ties`, { tie: [`harbour/${REWORDED}`, OWN] });
      expect(await rosa.html(`/evidence/${id}`)).not.toContain('The text has changed since');
      await database().owner.updateTable('evidence_tie').set({ release_version: OLDER }).execute();
      const page = await rosa.html(`/evidence/${id}`);
      expect(page.match(/The text has changed since, in/g)).toHaveLength(1);
      expect(page).toContain('Leads a fault from the first call to the close.');
      expect(page).toContain('Leads a fault that several teams feel');
    });

    test('moves to the new text only when its owner says that it still fits', async () => {
      await rosa.post(`/evidence/${id}/ties`, { tie: [`harbour/${REWORDED}`] });
      await database().owner.updateTable('evidence_tie').set({ release_version: OLDER }).execute();
      await rosa.post(`/evidence/${id}/ties/wordings`, { tie: `harbour/${REWORDED}` });
      expect((await ties()).map(({ release_version }) => release_version)).toEqual([NEWEST]);
      expect(await rosa.html(`/evidence/${id}`)).not.toContain('The text has changed since');
    });
  });

  describe('a note begun from a page of the framework', () => {
    test('offers the expectations of that page, and chooses the one of the own level', async () => {
      const page = await rosa.html('/evidence/new?framework=harbour&competency=incidents');
      expect(page).toContain(`value="${OWN}" checked`);
      expect(page).toMatch(new RegExp(`value="${NEXT}"(?! checked)`));
      const { id: fresh } = await noted(rosa, { text: 'From there', 'speaks-to': [OWN] });
      expect(await rosa.html(`/evidence/${fresh}`)).toContain('Handling incidents');
    });

    test('chooses nothing by itself from the page of a level', async () => {
      const page = await rosa.html('/evidence/new?framework=harbour&level=lead');
      expect(page).toContain(`value="${NEXT}"`);
      expect(page).not.toContain('checked');
    });
  });
});
