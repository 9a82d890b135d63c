import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { day, idOf, NEWEST, openWorld, type World } from '../../../../test/world.ts';
import { asViewer } from '../../../db/viewer.ts';
import { openActionsOf } from '../index.ts';
import { actionBy, eventsAbout, MANAGERS, OTHERS, STRANGERS, sent, textOf } from './plan-world.ts';

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  const written = () => database().owner.selectFrom('action').selectAll().execute();

  describe('somebody who writes down an action', () => {
    test('says what, who and by when, and finds it on their list', async () => {
      const rosa = await world.as('engineer');
      const { location } = await sent(rosa, '/actions', {
        text: 'Pair on the certificate renewal\nand write down what is missing',
        owner: idOf('engineer'),
        'due-on': day(14),
        tie: 'harbour/incidents-watch',
      });
      const page = textOf(await rosa.html(location));
      expect(page).toContain('Written down.');
      expect(page).toContain('Pair on the certificate renewal');
      expect(page).toContain('Handling incidents, Watch Engineer');
      const [row] = await written();
      expect(row).toMatchObject({
        person_id: idOf('engineer'),
        owner_id: idOf('engineer'),
        kind: 'action',
        due_on: day(14),
        framework_id: 'harbour',
        release_version: NEWEST,
        expectation_id: 'incidents-watch',
        created_by: idOf('engineer'),
      });
      expect(await eventsAbout(database(), 'engineer')).toEqual([
        ['action.created', `action:${row?.id}`, 'engineer'],
      ]);
    });

    test('can give it to the line manager, who finds it on theirs', async () => {
      const rosa = await world.as('engineer');
      const form = await rosa.html('/actions/new');
      expect(form).toContain('Daniel Okafor');
      expect(form).toContain('Lucía Prieto');
      await sent(rosa, '/actions', { text: 'Find a night that Rosa can lead', owner: idOf('lineManager') });
      expect(textOf(await rosa.html('/actions'))).toContain('Others do for you (1)');
      const page = textOf(await (await world.as('lineManager')).html('/actions'));
      expect(page).toMatch(/Find a night that Rosa can lead.*for Rosa Lindqvist/);
    });

    test('finds the expectation chosen that a page brought along', async () => {
      const rosa = await world.as('engineer');
      const form = await rosa.html('/actions/new?expectation=harbour%2Fincidents-lead');
      expect(form).toMatch(/<option value="harbour\/incidents-lead" selected/);
    });

    test.each(MANAGERS)('may be the %s, for a report', async (name) => {
      const manager = await world.as(name);
      const form = await manager.html(`/actions/new?for=${idOf('engineer')}`);
      expect(textOf(form)).toContain('For the growth of Rosa Lindqvist');
      const fields = { for: idOf('engineer'), text: 'Show Rosa the rota', owner: idOf(name) };
      const answer = await manager.post('/actions', fields);
      expect(answer.headers.get('location')).toBe(`/people/${idOf('engineer')}/plan?done=action-created`);
      expect(await written()).toMatchObject([{ person_id: idOf('engineer'), owner_id: idOf(name) }]);
    });

    test.each(STRANGERS)('is not the %s for somebody else', async (name) => {
      const other = await world.as(name);
      expect((await other.get(`/actions/new?for=${idOf('engineer')}`)).status).toBe(404);
      const fields = { for: idOf('engineer'), text: 'Work harder', owner: idOf('engineer') };
      expect((await other.post('/actions', fields)).status).toBe(404);
      expect(await written()).toEqual([]);
    });

    test('gives it to nobody but one of the two sides', async () => {
      const rosa = await world.as('engineer');
      const answer = await rosa.post('/actions', { text: 'Do my work', owner: idOf('colleague') });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('Choose who does it');
      expect(await written()).toEqual([]);
    });

    test.each([
      [{ text: ' ' }, 'Write what is to be done'],
      [{ text: 'x'.repeat(4001) }, 'Shorten it to 4,000 characters; it has 4,001'],
      [{ text: 'ok', 'due-on': '2020-01-01' }, 'Choose a day that has not passed'],
      [{ text: 'ok', 'due-on': 'soon' }, 'Give the day as a date, such as 2026-03-12'],
    ])('gets the form back with every value kept: %#', async (fields, message) => {
      const rosa = await world.as('engineer');
      const answer = await rosa.post('/actions', {
        owner: idOf('lineManager'),
        tie: 'harbour/incidents-lead',
        ...fields,
      });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(message);
      expect(page).toContain('There is a problem');
      expect(page).toMatch(/<option value="harbour\/incidents-lead" selected/);
      expect(page).toMatch(new RegExp(`value="${idOf('lineManager')}" checked`));
      for (const value of Object.values(fields)) if (value.trim() !== '') expect(page).toContain(value);
    });

    test('is nobody who is not signed in', async () => {
      for (const path of ['/actions', '/actions/new']) {
        expect((await world.visitor.get(path)).headers.get('location')).toMatch(/^\/sign-in/);
      }
      expect((await world.visitor.post('/actions', { text: 'x' })).status).toBe(401);
    });
  });

  describe('a conversation that creates actions', () => {
    test('finds what is open, with what is overdue first and what has no day last', async () => {
      await actionBy(database(), 'lineManager', { text: 'Some day' });
      await actionBy(database(), 'lineManager', { text: 'Later', dueOn: day(20) });
      await actionBy(database(), 'lineManager', {
        text: 'Find an opportunity',
        kind: 'opportunity',
        owner: idOf('lineManager'),
        dueOn: day(-2),
        framework: 'harbour',
        release: NEWEST,
        expectation: 'incidents-lead',
      });
      const open = await asViewer(database().db, idOf('lineManager'), (db) =>
        openActionsOf(db, idOf('engineer')),
      );
      expect(open.map(({ text }) => text)).toEqual(['Find an opportunity', 'Later', 'Some day']);
      expect(open[0]).toMatchObject({
        owner: { id: idOf('lineManager'), name: 'Daniel Okafor' },
        kind: 'opportunity',
        dueOn: day(-2),
        framework: 'harbour',
        release: NEWEST,
        expectation: 'incidents-lead',
      });
      expect(open[2]).not.toHaveProperty('dueOn');
    });

    test.each(OTHERS.filter((name) => !MANAGERS.includes(name)))('finds nothing as the %s', async (name) => {
      await actionBy(database(), 'engineer');
      const open = await asViewer(database().db, idOf(name), (db) => openActionsOf(db, idOf('engineer')));
      expect(open).toEqual([]);
      await expect(actionBy(database(), name)).rejects.toThrow();
    });
  });
});
