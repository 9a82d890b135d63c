import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { openWorld, type Visitor, type World } from '../../../../test/world.ts';
import { noted } from './evidence-world.ts';

onEachEngine((database) => {
  let world: World;
  let rosa: Visitor;
  let id: string;
  beforeEach(async () => {
    world = await openWorld(database());
    rosa = await world.as('engineer');
    ({ id } = await noted(rosa, { text: 'First wording', 'happened-on': '2026-03-12' }));
  });
  const edit = (fields: Record<string, string>) =>
    rosa.post(`/evidence/${id}/versions`, { 'happened-on': '2026-03-12', ...fields });

  describe('somebody who edits', () => {
    test('keeps what it said before', async () => {
      expect(await rosa.html(`/evidence/${id}/edit`)).toContain('>First wording</textarea>');
      const answer = await edit({ text: 'Second wording', version: '1', kind: 'change run' });
      expect(answer.headers.get('location')).toBe(`/evidence/${id}?done=edited`);
      const page = await rosa.html(`/evidence/${id}`);
      expect(page).toContain('Second wording');
      expect(page).toContain('Change run');
      expect(page).toContain('1 earlier version');
      expect(await rosa.html(`/evidence/${id}/versions`)).toContain('First wording');
    });

    test('makes no version of what did not change', async () => {
      await edit({ text: 'First wording', version: '1' });
      expect(await rosa.html(`/evidence/${id}/versions`)).toContain('It has not been edited.');
    });

    test('gets the page again with what was typed where something is wrong', async () => {
      const answer = await edit({ text: ' ', version: '1', 'happened-on': 'soon' });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain('href="#text">Write what happened');
      expect(page).toContain('value="soon"');
    });
  });

  describe('two tabs that edit the same note', () => {
    test('lose nobody’s text: the later one sees both side by side', async () => {
      await edit({ text: 'From the first tab', version: '1' });
      const answer = await edit({ text: 'From the second tab', version: '1' });
      expect(answer.status).toBe(409);
      const page = await answer.text();
      expect(page).toContain('This was changed meanwhile');
      expect(page).toMatch(
        /What is saved now.*From the first tab.*What you typed.*From the second tab<\/textarea>/s,
      );
      expect(await rosa.html(`/evidence/${id}`)).toContain('From the first tab');
      expect(page).toContain('name="version" value="2"');
      await edit({ text: 'Of both tabs', version: '2' });
      const versions = await rosa.html(`/evidence/${id}/versions`);
      expect(versions).toContain('First wording');
      expect(versions).toContain('From the first tab');
    });

    test('that save in the same moment: one is taken, the other sees both', async () => {
      const answers = await Promise.all([
        edit({ text: 'From one', version: '1' }),
        edit({ text: 'From the other', version: '1' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    });

    test('still notice each other after a mistake in one of them', async () => {
      await edit({ text: 'From the first tab', version: '1' });
      const mistake = await (await edit({ text: 'x', version: '1', 'happened-on': 'soon' })).text();
      expect(mistake).toContain('name="version" value="1"');
      expect((await edit({ text: 'x', version: '1' })).status).toBe(409);
    });
  });

  describe('somebody who deletes', () => {
    test('is told what goes before it goes for good', async () => {
      await edit({ text: 'Second', version: '1' });
      const check = await rosa.html(`/evidence/${id}/deletion`);
      expect(check).toContain('Delete this for good?');
      expect(check).toContain('1 earlier version');
      const answer = await rosa.post(`/evidence/${id}/deletion`);
      expect(answer.headers.get('location')).toBe('/evidence?done=deleted');
      expect((await rosa.get(`/evidence/${id}`)).status).toBe(404);
      for (const table of ['evidence', 'evidence_version'] as const) {
        expect(await database().owner.selectFrom(table).selectAll().execute()).toEqual([]);
      }
    });
  });

  test.each(['x', '%00', '01930000-0000-7000-8000-00000000ffff', '..%2f'])(
    'an id %s leads nowhere',
    async (wrong) => {
      expect((await rosa.get(`/evidence/${wrong}`)).status).toBe(404);
      expect((await rosa.post(`/evidence/${wrong}/shares`)).status).toBe(404);
    },
  );
});
