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
import { eventsAbout, MANAGERS, STRANGERS, sent, textOf } from './plan-world.ts';

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  const row = (id: string) =>
    database().owner.selectFrom('objective').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  async function proposed(visitor: Visitor, fields: Fields = {}): Promise<string> {
    return (await sent(visitor, '/objectives', { text: 'Lead a night with several faults', ...fields })).id;
  }

  /** Says that it is in another state, having seen what it says now. */
  async function say(visitor: Visitor, id: string, fields: Fields) {
    return visitor.post(`/objectives/${id}/states`, { seen: await seen(visitor, id), ...fields });
  }

  const seen = async (visitor: Visitor, id: string) =>
    /name="seen" value="(\d+)"/.exec(await visitor.html(`/objectives/${id}`))?.[1] ?? '';

  describe('somebody who wants to grow', () => {
    test('proposes what a gap asks for in one click', async () => {
      const rosa = await world.as('engineer');
      const form = await rosa.html('/objectives/new?expectation=harbour%2Fincidents-lead');
      expect(form).toContain('>Grow in Handling incidents, as a Lead Engineer shows it</textarea>');
      expect(form).toMatch(/value="harbour\/incidents-lead" checked/);
      expect(textOf(form)).toContain('Leads a fault that several teams feel');
      const id = await proposed(rosa, { text: 'Grow in handling incidents', tie: 'harbour/incidents-lead' });
      expect(await database().owner.selectFrom('objective_tie').selectAll().execute()).toEqual([
        {
          objective_id: id,
          framework_id: 'harbour',
          release_version: NEWEST,
          expectation_id: 'incidents-lead',
        },
      ]);
      expect(textOf(await rosa.html('/objectives'))).toMatch(
        /Grow in handling incidents.*proposed by you on.*waits for the line manager.*Handling incidents, Lead Engineer/,
      );
    });

    test('writes one freely, with why, how both shall know, and until when', async () => {
      const rosa = await world.as('engineer');
      const id = await proposed(rosa, {
        why: 'I only ever hand over',
        'how-known': 'Nobody asks Amir any more',
        until: day(90),
      });
      expect(await row(id)).toMatchObject({
        person_id: idOf('engineer'),
        why: 'I only ever hand over',
        how_known: 'Nobody asks Amir any more',
        until: day(90),
        state: 'proposed',
        proposed_by: idOf('engineer'),
      });
      const page = textOf(await rosa.html(`/objectives/${id}`));
      expect(page).toContain('Nobody asks Amir any more');
      expect(page).toContain('Your side proposed it; the other side agrees to it.');
      expect(page).not.toContain('Agree to it');
    });

    test('sees every step with who and when, and what was agreed stays as it was', async () => {
      const rosa = await world.as('engineer');
      const daniel = await world.as('lineManager');
      const id = await proposed(rosa);
      await say(daniel, id, { state: 'agreed' });
      expect((await row(id)).state).toBe('agreed');
      const page = await rosa.html(`/objectives/${id}/edit`);
      expect(textOf(page)).toContain('Changing it proposes it anew');
      await sent(rosa, `/objectives/${id}/wordings`, {
        seen: await seen(rosa, id),
        text: 'Lead two nights with several faults',
      });
      expect(await row(id)).toMatchObject({ state: 'proposed', proposed_by: idOf('engineer') });
      await say(daniel, id, { state: 'agreed' });
      await say(rosa, id, { state: 'reached', why: 'The nights of the ninth and the tenth' });
      const history = textOf(await daniel.html(`/objectives/${id}`));
      expect(history).toMatch(
        /proposed by Rosa.*What it said then.*Lead a night with several faults.*agreed by you.*What it said then.*proposed by Rosa.*agreed by you.*reached by Rosa.*The nights of the ninth/,
      );
      expect((await eventsAbout(database(), 'engineer')).map(([verb]) => verb)).toEqual(
        expect.arrayContaining([
          'objective.proposed',
          'objective.agreed',
          'objective.reworded',
          'objective.reached',
        ]),
      );
    });

    test('drops one and proposes it again', async () => {
      const rosa = await world.as('engineer');
      const id = await proposed(rosa);
      await say(rosa, id, { state: 'dropped' });
      expect(textOf(await rosa.html('/objectives'))).toContain('Reached or dropped (1)');
      expect((await rosa.get(`/objectives/${id}/edit`)).status).toBe(409);
      await say(rosa, id, { state: 'proposed' });
      expect((await row(id)).state).toBe('proposed');
    });

    test('cannot agree with themselves', async () => {
      const rosa = await world.as('engineer');
      const id = await proposed(rosa);
      const answer = await say(rosa, id, { state: 'agreed' });
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain('Your side proposed it');
      expect((await row(id)).state).toBe('proposed');
      expect((await say(rosa, id, { state: 'excellent' })).status).toBe(404);
    });

    test('gets the form back with every value kept', async () => {
      const rosa = await world.as('engineer');
      const answer = await rosa.post('/objectives', {
        text: '',
        why: 'Because',
        'how-known': 'We see',
        until: '2020-01-01',
        tie: ['harbour/incidents-lead', 'harbour/records-watch'],
      });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      for (const text of [
        'Write what you want to grow',
        'Choose a day that has not passed',
        'Because',
        'We see',
      ])
        expect(page).toContain(text);
      expect(page.match(/checked/g)).toHaveLength(2);
    });
  });

  describe('a line manager', () => {
    test.each(MANAGERS)('as the %s proposes to a report, who agrees', async (name) => {
      const manager = await world.as(name);
      const id = await proposed(manager, { for: idOf('engineer') });
      const rosa = await world.as('engineer');
      expect(textOf(await rosa.html('/objectives'))).toContain('waits for your answer');
      await say(rosa, id, { state: 'agreed' });
      expect((await row(id)).state).toBe('agreed');
    });

    test('is written down when they open one', async () => {
      const id = await proposed(await world.as('engineer'));
      await (await world.as('lineManager')).html(`/objectives/${id}`);
      expect((await eventsAbout(database(), 'engineer')).at(-1)).toEqual([
        'objective.opened',
        `objective:${id}`,
        'lineManager',
      ]);
    });
  });

  describe('an objective', () => {
    test.each(STRANGERS)('is not there for the %s', async (name) => {
      const id = await proposed(await world.as('engineer'));
      const other = await world.as(name);
      for (const part of ['', '/edit'])
        expect((await other.get(`/objectives/${id}${part}`)).status).toBe(404);
      for (const part of ['/wordings', '/states']) {
        const answer = await other.post(`/objectives/${id}${part}`, { text: 'Theirs', state: 'dropped' });
        expect(answer.status).toBe(404);
      }
      expect((await other.get(`/objectives/new?for=${idOf('engineer')}`)).status).toBe(404);
      const forced = await other.post('/objectives', { for: idOf('engineer'), text: 'Obey' });
      expect(forced.status).toBe(404);
      expect(await row(id)).toMatchObject({ state: 'proposed', text: 'Lead a night with several faults' });
      expect(await eventsAbout(database(), 'engineer')).toHaveLength(1);
    });

    test('of nobody who is not signed in can be read', async () => {
      expect((await world.visitor.get('/objectives')).headers.get('location')).toMatch(/^\/sign-in/);
      expect((await world.visitor.post('/objectives', { text: 'x' })).status).toBe(401);
    });
  });
});
