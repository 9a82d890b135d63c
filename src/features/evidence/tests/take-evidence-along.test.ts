import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, NEWEST, openWorld } from '../../../../test/world.ts';
import { asViewer } from '../../../db/viewer.ts';
import { evidenceOf, fileBytes } from '../index.ts';
import { noted } from './evidence-world.ts';

onEachEngine((database) => {
  test('everything about somebody’s evidence can be taken along, and nobody else’s', async () => {
    const world = await openWorld(database());
    const rosa = await world.as('engineer');
    await noted(await world.as('colleague'), { text: 'Amir’s own' });
    const { id } = await noted(rosa, {
      text: 'First',
      'happened-on': '2026-03-12',
      url: 'https://t.example/1',
    });
    await rosa.post(`/evidence/${id}/versions`, {
      text: 'Second',
      'happened-on': '2026-03-12',
      version: '1',
    });
    await rosa.post(`/evidence/${id}/ties`, { tie: ['harbour/incidents-watch'] });
    await rosa.post(`/evidence/${id}/helped`, { helped: 'Three shops' });
    await rosa.post(`/evidence/${id}/files`, { files: [new File(['log'], 'log.txt')] });
    await asViewer(database().db, idOf('engineer'), async (db) => {
      const [piece, ...more] = await evidenceOf(db, idOf('engineer'));
      expect(more).toEqual([]);
      expect(piece).toMatchObject({
        id,
        text: 'Second',
        release: { framework: 'harbour', version: NEWEST },
        versions: [{ version: 1, text: 'First' }],
        ties: [{ framework: 'harbour', release: NEWEST, expectation: 'incidents-watch' }],
        links: [{ url: 'https://t.example/1' }],
        helped: [{ words: 'Three shops' }],
        files: [{ name: 'log.txt', size: 3 }],
      });
      expect(new TextDecoder().decode(await fileBytes(db, id, piece?.files[0]?.id ?? ''))).toBe('log');
      expect(await evidenceOf(db, idOf('colleague'))).toEqual([]);
    });
  });
});
