import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { day, idOf, openWorld, type World } from '../../../../test/world.ts';
import { actionBy, eventsAbout, MANAGERS, STRANGERS, sent, textOf } from './plan-world.ts';

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  const row = (id: string) =>
    database().owner.selectFrom('action').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  describe('somebody who sees to an action', () => {
    test('finds what is overdue first', async () => {
      await actionBy(database(), 'engineer', { text: 'Later', dueOn: day(9) });
      await actionBy(database(), 'engineer', { text: 'Long ago', dueOn: day(-9) });
      const page = textOf(await (await world.as('engineer')).html('/actions'));
      expect(page).toMatch(/Overdue \(1\).*Long ago.*overdue: was due on.*Open \(1\).*Later/);
    });

    test('says from the list that it is done, and can take it up again', async () => {
      const rosa = await world.as('engineer');
      const id = await actionBy(database(), 'engineer');
      const { location } = await sent(rosa, `/actions/${id}/changes`, { change: 'done', from: 'actions' });
      const page = textOf(await rosa.html(location));
      expect(page).toContain('Done or dropped in the last 90 days (1)');
      expect((await row(id)).closed_at).not.toBeNull();
      const own = await rosa.html(`/actions/${id}`);
      expect(own).toContain('/evidence/new?text=Write+the+runbook');
      await sent(rosa, `/actions/${id}/changes`, { change: 'taken up again' });
      expect((await row(id)).closed_at).toBeNull();
      expect((await eventsAbout(database(), 'engineer')).map(([verb]) => verb)).toEqual([
        'action.created',
        'action.done',
        'action.taken-up-again',
      ]);
    });

    test('moves it with a reason, which both sides read', async () => {
      const rosa = await world.as('engineer');
      const id = await actionBy(database(), 'engineer', { dueOn: day(3) });
      const bare = await rosa.post(`/actions/${id}/changes`, { change: 'moved', 'due-on': day(3) });
      expect(bare.status).toBe(422);
      const form = await bare.text();
      expect(form).toContain('Choose another day');
      expect(form).toContain('Write why it is moved');
      await sent(rosa, `/actions/${id}/changes`, {
        change: 'moved',
        'due-on': day(10),
        reason: 'Fog all week',
      });
      expect((await row(id)).due_on).toBe(day(10));
      const read = textOf(await (await world.as('lineManager')).html(`/actions/${id}`));
      expect(read).toContain('by Rosa Lindqvist');
      expect(read).toContain('Fog all week');
    });

    test('drops it with a reason', async () => {
      const rosa = await world.as('engineer');
      const id = await actionBy(database(), 'engineer');
      expect((await rosa.post(`/actions/${id}/changes`, { change: 'dropped' })).status).toBe(422);
      await sent(rosa, `/actions/${id}/changes`, {
        change: 'dropped',
        'drop-reason': 'The cranes were sold',
      });
      expect(textOf(await rosa.html('/actions'))).toContain('dropped: The cranes were sold');
    });

    test('hands it over to the other side', async () => {
      const rosa = await world.as('engineer');
      const id = await actionBy(database(), 'engineer');
      await sent(rosa, `/actions/${id}/changes`, { change: 'handed over', to: idOf('lineManager') });
      expect((await row(id)).owner_id).toBe(idOf('lineManager'));
      const elsewhere = { change: 'handed over', to: idOf('colleague') };
      expect((await rosa.post(`/actions/${id}/changes`, elsewhere)).status).toBe(422);
    });

    test('finds what a former manager promised, to be taken over by the one of today', async () => {
      const id = await actionBy(database(), 'engineer', { owner: idOf('formerManager') });
      const daniel = await world.as('lineManager');
      expect(textOf(await daniel.html(`/actions/${id}`))).toContain(
        'Petra Novak no longer manages Rosa Lindqvist and cannot see this.',
      );
      expect((await (await world.as('formerManager')).get(`/actions/${id}`)).status).toBe(404);
      await sent(daniel, `/actions/${id}/changes`, { change: 'handed over', to: idOf('lineManager') });
      expect(textOf(await daniel.html('/actions'))).toContain('Write the runbook');
    });

    test('is told what somebody else did meanwhile, and changes nothing', async () => {
      const rosa = await world.as('engineer');
      const id = await actionBy(database(), 'engineer');
      await sent(await world.as('lineManager'), `/actions/${id}/changes`, {
        change: 'dropped',
        'drop-reason': 'Not ours any more',
      });
      const late = await rosa.post(`/actions/${id}/changes`, { change: 'done' });
      expect(late.status).toBe(409);
      expect(await late.text()).toContain('It is closed. Take it up again first.');
      expect(textOf(await rosa.html(`/actions/${id}`))).toContain('Not ours any more');
    });

    test('cannot do what is none of the changes', async () => {
      const id = await actionBy(database(), 'engineer');
      const answer = await (await world.as('engineer')).post(`/actions/${id}/changes`, { change: 'praised' });
      expect(answer.status).toBe(404);
    });
  });

  describe('an action', () => {
    test.each(MANAGERS)('that the %s opens is written down, and its owner can read that', async (name) => {
      const id = await actionBy(database(), 'engineer');
      await (await world.as(name)).html(`/actions/${id}`);
      expect((await eventsAbout(database(), 'engineer')).at(-1)).toEqual([
        'action.opened',
        `action:${id}`,
        name,
      ]);
    });

    test.each(STRANGERS)('is not there for the %s', async (name) => {
      const id = await actionBy(database(), 'engineer');
      const other = await world.as(name);
      expect((await other.get(`/actions/${id}`)).status).toBe(404);
      expect((await other.post(`/actions/${id}/changes`, { change: 'done' })).status).toBe(404);
      expect((await row(id)).closed_at).toBeNull();
      expect(await eventsAbout(database(), 'engineer')).toHaveLength(1);
    });

    test('of a name that is none is not there', async () => {
      expect((await (await world.as('engineer')).get('/actions/none')).status).toBe(404);
    });
  });
});
