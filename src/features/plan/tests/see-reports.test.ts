import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { day, idOf, NAMES, openWorld, type World } from '../../../../test/world.ts';
import { actionBy, eventsAbout, MANAGERS, STRANGERS, sent, textOf } from './plan-world.ts';
import { reportsTo, setRhythm, talkWith } from './talks.ts';

/** Those to whom nobody reports, and who stand in for nobody. */
const NO_MANAGERS = [
  'engineer',
  'colleague',
  'formerManager',
  'steward',
  'administrator',
  'stranger',
] as const;

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  describe('a line manager', () => {
    test('finds each report by name, with the next talk and who has submitted', async () => {
      const startsAt = new Date(`${day(9)}T10:00:00Z`);
      await talkWith(database(), {
        person: 'engineer',
        manager: 'lineManager',
        startsAt,
        submitted: ['person'],
      });
      const page = textOf(await (await world.as('lineManager')).html('/team'));
      expect(page).toMatch(/Amir Haddad.*No talk is planned\..*Rosa Lindqvist/);
      expect(page).toContain('Next talk on');
      expect(page).toContain('Rosa Lindqvist has submitted their view; yours is not in yet.');
    });

    test('finds the last talk, what is overdue, and what they promised', async () => {
      await talkWith(database(), {
        person: 'engineer',
        manager: 'lineManager',
        revealedAt: new Date('2026-03-09T10:00:00Z'),
      });
      await actionBy(database(), 'engineer', { dueOn: day(-3) });
      await actionBy(database(), 'engineer', { dueOn: day(3) });
      await actionBy(database(), 'lineManager', {
        owner: idOf('lineManager'),
        kind: 'opportunity',
        text: 'Find Rosa a night to lead',
        dueOn: day(20),
      });
      const page = textOf(await (await world.as('lineManager')).html('/team'));
      expect(page).toMatch(/Last talk on 9 March 2026/);
      expect(page).toContain('1 action is overdue');
      expect(page).toMatch(/You promised an opportunity: Find Rosa a night to lead, due on/);
    });

    test('is told by when the next talk is due, in the rhythm of the organisation', async () => {
      await setRhythm(database(), 3);
      const page = textOf(await (await world.as('lineManager')).html('/team'));
      expect(page).toMatch(/Amir Haddad.*one was due by 6 April 2025.*Rosa Lindqvist.*one is due by/);
    });

    test('is late with nobody from before there was a rhythm', async () => {
      await setRhythm(database(), 3, new Date());
      const page = textOf(await (await world.as('lineManager')).html('/team'));
      expect(page).toContain('one is due by');
      expect(page).not.toContain('one was due by');
    });

    test('puts reports in the order of names or of dates, and of nothing else', async () => {
      await talkWith(database(), {
        person: 'engineer',
        manager: 'lineManager',
        startsAt: new Date(`${day(2)}T10:00:00Z`),
      });
      const daniel = await world.as('lineManager');
      const order = async (query: string) => {
        const page = await daniel.html(`/team${query}`);
        return page.indexOf('Rosa Lindqvist') < page.indexOf('Amir Haddad') ? 'Rosa first' : 'Amir first';
      };
      expect(await order('')).toBe('Amir first');
      expect(await order('?order=date')).toBe('Rosa first');
      expect(await order('?order=overdue')).toBe('Amir first');
    });

    test('finds forty of them on one page, to be filtered by typing', async () => {
      await reportsTo(database(), 'lineManager', 40);
      const page = await (await world.as('lineManager')).html('/team');
      expect(page.match(/class="plan-entry report"/g)).toHaveLength(42);
      expect(page).toContain('Filter the people');
      expect(page).toContain('data-filter-list="_reports"');
    });

    test('does not find who has left, or who reports to somebody else', async () => {
      await database()
        .owner.updateTable('person')
        .set({ left_on: day(0) })
        .where('id', '=', idOf('colleague'))
        .execute();
      const page = await (await world.as('lineManager')).html('/team');
      expect(page).not.toContain('Amir Haddad');
      expect(page).not.toContain('Petra Novak');
    });

    test('is led to it from every page', async () => {
      expect(await (await world.as('lineManager')).html('/actions')).toContain('<a href="/team">Team</a>');
      expect(await (await world.as('engineer')).html('/actions')).not.toContain('Team</a>');
    });
  });

  test('a deputy finds the same people, and for whom they stand in', async () => {
    const page = textOf(await (await world.as('deputy')).html('/team'));
    expect(page).toMatch(/Amir Haddad.*Reports to Daniel Okafor, for whom you stand in.*Rosa Lindqvist/);
  });

  test.each(NO_MANAGERS)('the %s has no such page', async (name) => {
    expect((await (await world.as(name)).get('/team')).status).toBe(404);
  });

  describe('a plan', () => {
    test.each(MANAGERS)('is read by the %s, which is written down', async (name) => {
      await sent(await world.as('engineer'), '/objectives', { text: 'Lead a night with several faults' });
      await actionBy(database(), 'engineer', { text: 'Much later', dueOn: day(90) });
      await actionBy(database(), 'engineer', { text: 'Long ago', dueOn: day(-9) });
      const page = textOf(await (await world.as(name)).html(`/people/${idOf('engineer')}/plan`));
      expect(page).toMatch(/Lead a night with several faults.*waits for your answer.*Long ago.*Much later/);
      expect((await eventsAbout(database(), 'engineer')).at(-1)).toEqual([
        'plan.opened',
        `plan:${idOf('engineer')}`,
        name,
      ]);
    });

    test('is one’s own, and opening it is nobody’s business', async () => {
      const page = await (await world.as('engineer')).html(`/people/${idOf('engineer')}/plan`);
      expect(page).toContain('<h1>Your plan</h1>');
      expect(await eventsAbout(database(), 'engineer')).toEqual([]);
    });

    test.each(STRANGERS)('is not there for the %s', async (name) => {
      const other = await world.as(name);
      for (const part of ['plan', 'learning']) {
        expect((await other.get(`/people/${idOf('engineer')}/${part}`)).status).toBe(404);
      }
      expect(await eventsAbout(database(), 'engineer')).toEqual([]);
    });

    test('of nobody is not there', async () => {
      const rosa = await world.as('engineer');
      for (const id of ['none', '01930000-0000-7000-8000-00000000ffff']) {
        expect((await rosa.get(`/people/${id}/plan`)).status).toBe(404);
      }
    });
  });

  describe('what somebody shares of their learning and qualifications', () => {
    test.each(MANAGERS)('is read by the %s, which is written down; the rest is not there', async (name) => {
      const rosa = await world.as('engineer');
      const shared = await sent(rosa, '/learning', { text: 'Radar logs', state: 'wanted' });
      await sent(rosa, '/learning', { text: 'Kept to herself', state: 'wanted' });
      await sent(rosa, `/learning/${shared.id}/shares`);
      const card = await sent(rosa, '/qualifications', { name: 'Harbour radio', until: '2099-03-31' });
      await sent(rosa, '/qualifications', { name: 'Kept to herself too' });
      await sent(rosa, `/qualifications/${card.id}/shares`);
      const html = await (await world.as(name)).html(`/people/${idOf('engineer')}/learning`);
      const page = textOf(html);
      expect(page).toMatch(/Radar logs.*Harbour radio ?held until March 2099/);
      expect(page).not.toContain('Kept to herself');
      expect(html).not.toContain('/learning/');
      expect((await eventsAbout(database(), 'engineer')).at(-1)).toEqual([
        'shared-learning.opened',
        `shared-learning:${idOf('engineer')}`,
        name,
      ]);
    });
  });

  test('nobody of the cast is missing from the tests above', () => {
    const managing = NAMES.filter((name) => !(NO_MANAGERS as readonly string[]).includes(name));
    expect(managing).toEqual([
      'lineManager',
      'deputy',
      'managersManager',
      'head',
      'panelMember',
      'hiringManager',
    ]);
  });
});
