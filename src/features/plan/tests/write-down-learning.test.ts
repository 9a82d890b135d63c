import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import {
  day,
  type Fields,
  idOf,
  NEWEST,
  openWorld,
  type Visitor,
  type World,
} from '../../../../test/world.ts';
import { eventsAbout, OTHERS, sent, textOf } from './plan-world.ts';

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  const row = (id: string) =>
    database().owner.selectFrom('learning').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  async function entered(visitor: Visitor, fields: Fields = {}): Promise<string> {
    return (await sent(visitor, '/learning', { text: 'Reading radar logs', state: 'wanted', ...fields })).id;
  }

  describe('somebody who learns', () => {
    test('writes down what they want, and finds it private', async () => {
      const rosa = await world.as('engineer');
      const id = await entered(rosa, {
        kind: 'shadowing',
        day: day(30),
        tie: ['harbour/incidents-lead', 'harbour/records-watch'],
      });
      expect(await row(id)).toMatchObject({
        person_id: idOf('engineer'),
        kind: 'shadowing',
        wanted_by: day(30),
        learnt_on: null,
        shared_at: null,
      });
      const ties = await database().owner.selectFrom('learning_tie').selectAll().execute();
      expect(
        ties.map(({ expectation_id, release_version }) => [expectation_id, release_version]).sort(),
      ).toEqual([
        ['incidents-lead', NEWEST],
        ['records-watch', NEWEST],
      ]);
      expect(textOf(await rosa.html('/learning'))).toMatch(
        /Wanted \(1\).*Reading radar logs.*only you can read it/,
      );
    });

    test('says that it is learnt, today', async () => {
      const rosa = await world.as('engineer');
      const id = await entered(rosa);
      await sent(rosa, `/learning/${id}/completion`);
      expect((await row(id)).learnt_on).toBe(day(0));
      expect(textOf(await rosa.html('/learning'))).toContain('Learnt (1)');
      expect(await rosa.html(`/learning/${id}`)).toContain('Make it evidence');
    });

    test('makes it evidence by one click, once: private, on its day, tied to the same', async () => {
      const rosa = await world.as('engineer');
      const fields = { state: 'learnt', day: day(-3), kind: 'rota cover', tie: 'harbour/incidents-lead' };
      const id = await entered(rosa, fields);
      await sent(rosa, `/learning/${id}/evidence`);
      await sent(rosa, `/learning/${id}/evidence`);
      const evidence = await database().owner.selectFrom('evidence').selectAll().execute();
      expect(evidence).toMatchObject([
        {
          person_id: idOf('engineer'),
          text: 'Reading radar logs',
          happened_on: day(-3),
          kind: 'cover taken',
          shared_at: null,
          release_version: NEWEST,
        },
      ]);
      const ties = await database().owner.selectFrom('evidence_tie').select('expectation_id').execute();
      expect(ties).toEqual([{ expectation_id: 'incidents-lead' }]);
      expect(await rosa.html(`/learning/${id}`)).toContain(`href="/evidence/${evidence[0]?.id}"`);
      expect(await rosa.html(`/evidence/${evidence[0]?.id}`)).toContain('Reading radar logs');
    });

    test('cannot make evidence of what they only want', async () => {
      const rosa = await world.as('engineer');
      const id = await entered(rosa);
      await sent(rosa, `/learning/${id}/evidence`);
      expect(await database().owner.selectFrom('evidence').select('id').execute()).toEqual([]);
    });

    test('writes down at once what has happened', async () => {
      const rosa = await world.as('engineer');
      const id = await entered(rosa, { state: 'learnt', day: day(-3), kind: 'session given' });
      expect(await row(id)).toMatchObject({ learnt_on: day(-3), wanted_by: null });
    });

    test('changes it', async () => {
      const rosa = await world.as('engineer');
      const id = await entered(rosa, { tie: 'harbour/incidents-lead' });
      expect(await rosa.html(`/learning/${id}/edit`)).toMatch(/value="harbour\/incidents-lead" checked/);
      await sent(rosa, `/learning/${id}/wordings`, { text: 'Reading all logs', state: 'learnt' });
      expect(await row(id)).toMatchObject({ text: 'Reading all logs', learnt_on: day(0) });
      expect(await database().owner.selectFrom('learning_tie').selectAll().execute()).toEqual([]);
    });

    test('shares it with whoever manages them, and takes it back', async () => {
      const rosa = await world.as('engineer');
      const id = await entered(rosa);
      expect(await rosa.html(`/learning/${id}`)).toContain('Share with Daniel Okafor');
      await sent(rosa, `/learning/${id}/shares`);
      expect((await row(id)).shared_at).not.toBeNull();
      expect(textOf(await rosa.html(`/learning/${id}`))).toMatch(
        /Daniel Okafor and Lucía Prieto \(standing in until .*\) can read it/,
      );
      await sent(rosa, `/learning/${id}/shares/withdrawal`);
      expect((await row(id)).shared_at).toBeNull();
    });

    test('deletes it after a look at what goes', async () => {
      const rosa = await world.as('engineer');
      const id = await entered(rosa);
      expect(await rosa.html(`/learning/${id}/deletion`)).toContain('Delete this for good?');
      const { location } = await sent(rosa, `/learning/${id}/deletion`);
      expect(await rosa.html(location)).toContain('Deleted for good.');
      expect(await database().owner.selectFrom('learning').select('id').execute()).toEqual([]);
      expect((await eventsAbout(database(), 'engineer')).map(([verb]) => verb)).toEqual([
        'learning.entered',
        'learning.deleted',
      ]);
    });

    test.each([
      [{ text: '' }, 'Write what you want to learn or have learnt'],
      [{ state: '' }, 'Choose whether you want it or have learnt it'],
      [{ state: 'learnt', day: day(3) }, 'Choose a day that is not in the future'],
      [{ kind: 'heroics' }, 'Choose a kind of the list'],
    ])('gets the form back with every value kept: %#', async (fields, message) => {
      const rosa = await world.as('engineer');
      const answer = await rosa.post('/learning', {
        text: 'Radar & logs',
        state: 'wanted',
        tie: 'harbour/incidents-lead',
        ...fields,
      });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(message);
      expect(page).toMatch(/value="harbour\/incidents-lead" checked/);
      if (!('text' in fields)) expect(page).toContain('Radar &amp; logs');
    });
  });

  test.each(OTHERS)('what somebody learns is not there for the %s, shared or not', async (name) => {
    const rosa = await world.as('engineer');
    const id = await entered(rosa);
    await sent(rosa, `/learning/${id}/shares`);
    const other = await world.as(name);
    for (const part of ['', '/edit', '/deletion']) {
      expect((await other.get(`/learning/${id}${part}`)).status).toBe(404);
    }
    for (const part of [
      '/wordings',
      '/shares',
      '/shares/withdrawal',
      '/completion',
      '/evidence',
      '/deletion',
    ]) {
      expect((await other.post(`/learning/${id}${part}`, { text: 'Theirs', state: 'wanted' })).status).toBe(
        404,
      );
    }
    expect(await row(id)).toMatchObject({ text: 'Reading radar logs', learnt_on: null });
    expect(await other.html('/learning')).not.toContain('radar');
  });
});
