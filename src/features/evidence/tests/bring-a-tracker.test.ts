import { describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, NAMES, NEWEST, openWorld } from '../../../../test/world.ts';
import { around, textOf } from '../../framework/tests/site.ts';
import { brought, csv, decided, fieldsOf, INCIDENTS_LEAD, LEAD, previewed } from './tracker-world.ts';

const TRACKER = csv(
  'Date,Competency,Evidence,Mentor says,Proficiency,Theme',
  '12/03/2026,Handling incidents,"• Led the crane outage.\r\n• Wrote its review on 14 March 2026.",Ask about the storm,Practised,Handling incidents',
  ',Handling incident,Took over at shift change.,,,',
  ',Harbour chess,Won a round.,,,',
  ',Written records,,,,',
);

onEachEngine((database) => {
  const evidence = () => database().owner.selectFrom('evidence').selectAll().orderBy('id').execute();
  const ties = () => database().owner.selectFrom('evidence_tie').selectAll().execute();

  describe('somebody who brings a tracker', () => {
    it('sees what becomes of each row before anything is written', async () => {
      const rosa = await (await openWorld(database())).as('engineer');
      const html = await previewed(rosa, TRACKER);
      expect(textOf(html)).toContain(
        '4 pieces of evidence: 2 beside their expectation, 2 to be placed by hand.',
      );
      expect(textOf(around(html, '_by-hand'))).toContain('To be placed by hand (2)');
      expect(html).toContain('Row 3: <bdi>Handling incidents, Handling incident</bdi>');
      expect(await evidence()).toEqual([]);
    });

    it('finds it private, tied to the wording of today, dated as its rows say, with nothing lost', async () => {
      const world = await openWorld(database());
      const rosa = await world.as('engineer');
      const html = await previewed(rosa, TRACKER);
      const answer = await decided(rosa, html, { day: '2026-01-31' });
      expect(answer.headers.get('location')).toBe('/evidence?done=brought');
      const pieces = await evidence();
      expect(pieces).toMatchObject([
        {
          person_id: idOf('engineer'),
          text: 'Led the crane outage.\n\nMentor says: Ask about the storm\n\nProficiency: Practised',
          happened_on: '2026-03-12',
          came_by: 'import',
          shared_at: null,
          release_version: NEWEST,
        },
        { text: 'Wrote its review on 14 March 2026.\n\nProficiency: Practised', happened_on: '2026-03-12' },
        {
          text: 'Took over at shift change.\n\nFrom a tracker: Handling incidents, Handling incident',
          happened_on: '2026-01-31',
        },
        {
          text: 'Won a round.\n\nFrom a tracker: Handling incidents, Harbour chess',
          happened_on: '2026-01-31',
        },
      ]);
      expect(await ties()).toMatchObject([
        { evidence_id: pieces[0]?.id, expectation_id: 'incidents-watch', release_version: NEWEST },
        { evidence_id: pieces[1]?.id, expectation_id: 'incidents-watch' },
      ]);
      const verbs = await database()
        .owner.selectFrom('event')
        .select('verb')
        .where('kind', '=', 'record')
        .execute();
      expect(verbs.map(({ verb }) => verb).sort()).toEqual([
        'evidence.noted',
        'evidence.noted',
        'evidence.noted',
        'evidence.noted',
        'tracker.imported',
      ]);
    });

    it('is offered what looks likely, and decides', async () => {
      const rosa = await (await openWorld(database())).as('engineer');
      const html = await previewed(rosa, TRACKER);
      const key = 'r2p1';
      expect(fieldsOf(html)[`tie-${key}`]).toEqual(['']);
      const likely = await (await decided(rosa, html, {}, 'likely')).text();
      expect(fieldsOf(likely)[`tie-${key}`]).toEqual(['harbour/incidents-watch']);
      expect(fieldsOf(likely)['tie-r3p1']).toEqual(['']);
      expect(await evidence()).toEqual([]);
      await decided(rosa, likely, { 'tie-r3p1': 'harbour/records-lead' });
      expect((await ties()).map(({ expectation_id }) => expectation_id).sort()).toEqual([
        'incidents-watch',
        'incidents-watch',
        'incidents-watch',
        'records-lead',
      ]);
    });

    it('is offered the days that a text names, and none is forced', async () => {
      const rosa = await (await openWorld(database())).as('engineer');
      const file = csv('Competency,Evidence', 'Written records,Closed the log on 14 March 2026.');
      const html = await previewed(rosa, file);
      expect(textOf(html)).toContain('14 March 2026, which the text names');
      expect(fieldsOf(html)['day-r1p1']).toEqual(['']);
      await decided(rosa, html, { 'day-r1p1': '2026-03-14' });
      expect(await evidence()).toMatchObject([{ happened_on: '2026-03-14' }]);
    });

    it('says which level it is about, how cells are cut, and which columns go', async () => {
      const rosa = await (await openWorld(database())).as('engineer');
      const file = csv(
        'Competency,Evidence,Mentor says',
        '"Handling incidents","One thing.\r\nAnother thing.",Hm',
      );
      const first = await previewed(rosa, file);
      expect(textOf(first)).toContain('1 piece of evidence: 1 beside their expectation');
      const again = await decided(rosa, first, { about: LEAD, split: 'lines', keep: [] }, 'show');
      const html = await again.text();
      expect(textOf(html)).toContain('2 pieces of evidence: 2 beside their expectation');
      await decided(rosa, html);
      const pieces = await evidence();
      expect(pieces.map(({ text }) => text)).toEqual(['One thing.', 'Another thing.']);
      expect((await ties()).map(({ expectation_id }) => expectation_id)).toEqual([
        'incidents-lead',
        'incidents-lead',
      ]);
    });

    it('chooses another expectation than the file says, in two steps, and leaves a row out', async () => {
      const rosa = await (await openWorld(database())).as('engineer');
      const file = csv('Competency,Evidence', 'Handling incidents,Led one.', 'Written records,Wrote one.');
      const html = await previewed(rosa, file);
      const stopped = await decided(rosa, html, { 'tie-r1p1': 'by hand' });
      expect(stopped.status).toBe(422);
      const open = await stopped.text();
      expect(textOf(open)).toContain('Row 2: choose what it speaks to');
      await decided(rosa, open, { 'tie-r1p1': INCIDENTS_LEAD, take: ['r1p1'] });
      expect(await evidence()).toMatchObject([{ text: 'Led one.' }]);
      expect(await ties()).toMatchObject([{ expectation_id: 'incidents-lead' }]);
    });

    it('brings nothing twice from the same file, and nothing that was edited since', async () => {
      const world = await openWorld(database());
      const rosa = await world.as('engineer');
      await brought(rosa, TRACKER);
      const again = await previewed(rosa, TRACKER);
      expect(textOf(again)).toContain('4 pieces of evidence: 4 already here.');
      expect((await decided(rosa, again)).headers.get('location')).toBe('/evidence?done=nothing-brought');
      const [piece] = await evidence();
      const edited = { text: 'Led it, and more.', 'happened-on': '2026-03-12', version: '1' };
      expect((await rosa.post(`/evidence/${piece?.id}/versions`, edited)).status).toBe(303);
      expect(textOf(await previewed(rosa, TRACKER))).toContain('4 already here');
      expect(await evidence()).toHaveLength(4);
    });

    it('gets one piece for one text in several rows, which speaks to each', async () => {
      const rosa = await (await openWorld(database())).as('engineer');
      const file = csv(
        'Competency,Evidence',
        'Handling incidents,Led the outage.',
        'Written records,Led the outage.',
      );
      await brought(rosa, file);
      expect(await evidence()).toMatchObject([{ text: 'Led the outage.' }]);
      expect(await ties()).toHaveLength(2);
    });

    it('keeps links, kinds and whom it helped, and what is none of these as text', async () => {
      const rosa = await (await openWorld(database())).as('engineer');
      const file = csv(
        'Competency,Evidence,Links,Kind,Who it helped,When',
        'Written records,Wrote the guide.,INC-7 https://tickets.example/7,runbook or guide written,Night watch,Q1 2026',
        'Written records,Did something.,,heroics,,',
      );
      await brought(rosa, file);
      const [one, two] = await evidence();
      expect(one).toMatchObject({
        kind: 'runbook or guide written',
        text: 'Wrote the guide.\n\nWhen: Q1 2026\n\nLinks: INC-7',
      });
      expect(two).toMatchObject({ kind: null, text: 'Did something.\n\nKind of work: heroics' });
      const { owner } = database();
      expect(await owner.selectFrom('evidence_link').selectAll().execute()).toMatchObject([
        { evidence_id: one?.id, url: 'https://tickets.example/7' },
      ]);
      const helped = await owner.selectFrom('evidence_helped').selectAll().execute();
      expect(helped).toMatchObject([{ evidence_id: one?.id, words: null }]);
      expect(helped[0]?.helped_team_id).not.toBeNull();
    });
  });

  describe('a file that cannot be taken', () => {
    it.each([
      [csv('Theme,Competency', 'Deck,Ropes'), 'has a column for evidence'],
      [new File(['%PDF-1.7'], 'tracker.pdf'), 'a PDF document'],
      [new File([new Uint8Array([0x50, 0x4b, 3, 4, 9])], 'tracker.xlsx'), 'damaged archive'],
      [new File([new Uint8Array(2 * 1024 * 1024 + 1)], 'tracker.csv'), 'at most 2 MB'],
      [csv('Competency,Evidence', 'Ropes,'), 'every cell for it is empty'],
    ])('is named with what to do: %#', async (file, message) => {
      const rosa = await (await openWorld(database())).as('engineer');
      const answer = await rosa.post('/evidence/tracker/preview', { file });
      expect(answer.status).toBe(422);
      expect(textOf(await answer.text())).toContain(message);
    });

    it('is not sent at all, or holds a text that is too long', async () => {
      const rosa = await (await openWorld(database())).as('engineer');
      expect(textOf(await (await rosa.post('/evidence/tracker/preview')).text())).toContain(
        'Choose the file',
      );
      const html = await previewed(rosa, csv('Competency,Evidence', `Written records,${'x'.repeat(20_001)}`));
      const answer = await decided(rosa, html);
      expect(answer.status).toBe(422);
      expect(textOf(await answer.text())).toContain('Row 2: shorten it to 20,000 characters in the file');
      expect((await decided(rosa, html, { day: '2999-01-01' })).status).toBe(422);
      expect(await evidence()).toEqual([]);
    });
  });

  it('writes into the record of whoever brings it, and of nobody else', async () => {
    const world = await openWorld(database());
    await brought(await world.as('colleague'), TRACKER);
    const owners = new Set((await evidence()).map(({ person_id }) => person_id));
    expect([...owners]).toEqual([idOf('colleague')]);
    for (const name of NAMES.filter((other) => other !== 'colleague'))
      expect(textOf(await previewed(await world.as(name), TRACKER))).not.toContain('already here');
  });

  it('takes no form from another site or without its bond, and asks a visitor to sign in', async () => {
    const world = await openWorld(database());
    const rosa = await world.as('engineer');
    const html = await previewed(rosa, TRACKER);
    expect((await decided(rosa, html, { token: 'another' })).status).toBe(403);
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await rosa.post('/evidence/tracker/preview', { file: TRACKER }, foreign)).status).toBe(403);
    expect((await world.visitor.get('/evidence/tracker')).status).toBe(303);
    expect((await world.visitor.post('/evidence/tracker/preview', { file: TRACKER })).status).toBe(401);
    expect(await evidence()).toEqual([]);
  });
});
