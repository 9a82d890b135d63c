import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, NEWEST, OLDER, openWorld, type Visitor } from '../../../../test/world.ts';
import { readFilledTracker } from '../../../formats/index.ts';
import { textOf } from '../../framework/tests/site.ts';
import { evidenceOf } from './asks-world.ts';
import { brought, previewed } from './tracker-world.ts';

const FILES = ['/evidence/tracker.xlsx', '/evidence/tracker.csv'];

async function taken(visitor: Visitor, path: string): Promise<File> {
  const answer = await visitor.get(path);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const name = /filename="([^"]*)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return new File([await answer.arrayBuffer()], name);
}

onEachEngine((database) => {
  /** Two pieces with everything that can hang on them, in texts that spreadsheets would like to change. */
  async function noted(): Promise<void> {
    const { owner } = database();
    const one = await evidenceOf(database(), 'engineer', {
      text: '=Led it\n\n- and wrote it down ',
      shared: true,
    });
    await evidenceOf(database(), 'engineer', { text: '  Untied, with spaces' });
    await owner.updateTable('evidence').set({ kind: 'incident led' }).where('id', '=', one).execute();
    const tie = {
      evidence_id: one,
      person_id: idOf('engineer'),
      framework_id: 'harbour',
      tied_at: new Date(),
    };
    await owner
      .insertInto('evidence_tie')
      .values([
        { ...tie, release_version: OLDER, expectation_id: 'incidents-lead', point_id: 'p2' },
        { ...tie, release_version: NEWEST, expectation_id: 'records-watch' },
      ])
      .execute();
    await owner
      .insertInto('evidence_link')
      .values([
        { evidence_id: one, place: 1, url: 'https://tickets.example/7', title: 'Ticket <7>' },
        { evidence_id: one, place: 2, url: 'https://wiki.example/r?a=1', title: null },
      ])
      .execute();
    const nobody = { helped_person_id: null, helped_team_id: null };
    await owner
      .insertInto('evidence_helped')
      .values([
        { ...nobody, evidence_id: one, place: 1, helped_person_id: idOf('colleague'), words: null },
        { ...nobody, evidence_id: one, place: 2, words: 'The ferry company' },
      ])
      .execute();
  }

  /** Everything of somebody's evidence that a tracker holds, without ids and instants. */
  async function held() {
    const { owner } = database();
    const pieces = await owner.selectFrom('evidence').selectAll().orderBy('text').execute();
    return Promise.all(
      pieces.map(async ({ id, text, happened_on, kind }) => ({
        text,
        happened_on,
        kind,
        ties: await owner
          .selectFrom('evidence_tie')
          .select(['framework_id', 'release_version', 'expectation_id', 'point_id'])
          .where('evidence_id', '=', id)
          .orderBy('expectation_id')
          .execute(),
        links: await owner
          .selectFrom('evidence_link')
          .select(['place', 'url', 'title'])
          .where('evidence_id', '=', id)
          .orderBy('place')
          .execute(),
        helped: await owner
          .selectFrom('evidence_helped')
          .select(['place', 'helped_person_id', 'helped_team_id', 'words'])
          .where('evidence_id', '=', id)
          .orderBy('place')
          .execute(),
      })),
    );
  }

  it.each(FILES)('as %s it comes back without loss', async (path) => {
    const world = await openWorld(database());
    await noted();
    const before = await held();
    const rosa = await world.as('engineer');
    const file = await taken(rosa, path);
    expect(textOf(await previewed(rosa, file))).toContain('already here');
    await database().owner.deleteFrom('evidence').execute();
    const html = await previewed(rosa, file);
    expect(textOf(html)).toContain('2 beside their expectation, 1 to be placed by hand');
    await brought(rosa, file);
    expect(await held()).toEqual(before);
    const shared = await database().owner.selectFrom('evidence').select('shared_at').execute();
    expect(shared).toEqual([{ shared_at: null }, { shared_at: null }]);
  });

  it.each(FILES)(
    'as %s it has an empty row for what nothing speaks to yet, in the framework’s order',
    async (path) => {
      const world = await openWorld(database());
      await noted();
      const file = await taken(await world.as('engineer'), path);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { rows } = readFilledTracker({ name: file.name, bytes });
      expect(rows.map(({ competency, level }) => [competency, level])).toEqual([
        ['Handling incidents', 'Lead Engineer'],
        ['Written records', 'Watch Engineer'],
        [undefined, undefined],
      ]);
      const text = path.endsWith('csv') ? new TextDecoder().decode(bytes) : '';
      if (text !== '')
        expect(text).toContain('Handling incidents,Handling incidents,Watch Engineer,Working,,');
    },
  );

  it('holds nobody’s evidence but one’s own', async () => {
    const world = await openWorld(database());
    await noted();
    for (const name of ['lineManager', 'colleague', 'administrator', 'stranger'] as const) {
      for (const path of FILES) {
        const file = await taken(await world.as(name), path);
        const { rows } = readFilledTracker({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        });
        expect(rows).toEqual([]);
      }
    }
    for (const path of FILES) expect((await world.visitor.get(path)).status).toBe(303);
  });
});
