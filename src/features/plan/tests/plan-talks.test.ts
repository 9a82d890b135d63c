import { Hono } from 'hono';
import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { ADDRESS, day, idOf, NAMES, openWorld, type Visitor, type World } from '../../../../test/world.ts';
import { asViewer } from '../../../db/viewer.ts';
import { projectRoot } from '../../../project-root.ts';
import { loadAssets } from '../../../web/assets.ts';
import { errorHandler } from '../../../web/errors.tsx';
import { AccountSessions } from '../../accounts/index.ts';
import { publishedIn } from '../../framework/index.ts';
import { findViewer } from '../../people/index.ts';
import { type PlannedTalk, planDoors, type ScheduleTalks } from '../index.ts';
import { textOf } from './plan-world.ts';
import { reportsTo, setRhythm, talkWith } from './talks.ts';

const assets = loadAssets(projectRoot);

onEachEngine((database) => {
  let world: World;
  let planned: { viewer: string; talks: readonly PlannedTalk[] }[];
  beforeEach(async () => {
    world = await openWorld(database());
    planned = [];
  });

  /** These pages over a feature that holds talks, which `app.ts` would hand over. */
  function pages(): Hono {
    const { db, auth: signIn } = database();
    const sessions = new AccountSessions(world.auth, signIn, ADDRESS);
    const site = { assets, baseUrl: ADDRESS, version: '0.0.0', static: false };
    const scheduleTalks: ScheduleTalks = async (_, viewer, talks) => {
      planned.push({ viewer: viewer.person, talks });
    };
    const doors = planDoors(
      {
        site,
        sessions,
        db,
        now: () => new Date(),
        published: async () => publishedIn(await world.catalogue.current()),
        enter: (session, work) =>
          asViewer(db, session.person, async (open) => {
            const viewer = await findViewer(open, session);
            return viewer && work(viewer, open);
          }),
      },
      { scheduleTalks },
    );
    const app = new Hono();
    app.onError(errorHandler(site, { error: (details) => expect(details).toBeUndefined() }));
    app.route('/', doors.routes);
    return app;
  }

  async function get({ cookie }: Visitor, path: string) {
    const answer = await pages().request(ADDRESS + path, { headers: { cookie } });
    return { status: answer.status, html: await answer.text() };
  }

  async function post(visitor: Visitor, fields: Record<string, string>) {
    const token = /name="token" value="([^"]+)"/.exec(await visitor.html('/you/reminders'))?.[1] ?? '';
    const answer = await pages().request(`${ADDRESS}/team/talks`, {
      method: 'POST',
      headers: { cookie: visitor.cookie, origin: ADDRESS },
      body: new URLSearchParams({ token, ...fields }),
    });
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
  }

  const talk = (name: 'engineer' | 'colleague', on: string, time: string) => ({
    [`day-${idOf(name)}`]: on,
    [`time-${idOf(name)}`]: time,
  });

  describe('a manager who plans talks with all reports', () => {
    test('finds days proposed by the rhythm, and what is planned already', async () => {
      await setRhythm(database(), 3);
      await talkWith(database(), {
        person: 'engineer',
        manager: 'lineManager',
        startsAt: new Date(`${day(5)}T10:00:00Z`),
      });
      const daniel = await world.as('lineManager');
      const { html } = await get(daniel, '/team/talks');
      // Amir’s talk is late, so a week is left to prepare, and a weekend is no day for it.
      const proposed =
        new RegExp(`name="day-${idOf('colleague')}"[^>]*value="([^"]+)"`).exec(html)?.[1] ?? '';
      expect(proposed >= day(7) && proposed <= day(9)).toBe(true);
      expect(html).not.toContain(`day-${idOf('engineer')}`);
      expect(textOf(html)).toMatch(/Planned already \(1\).*Rosa Lindqvist/);
      expect((await get(daniel, '/team')).html).toContain('href="/team/talks"');
    });

    test('looks at them once more before anybody is told, in their own time zone', async () => {
      await database()
        .owner.updateTable('person')
        .set({ time_zone: 'Asia/Kolkata' })
        .where('id', '=', idOf('lineManager'))
        .execute();
      const daniel = await world.as('lineManager');
      const fields = { ...talk('engineer', day(9), '10:00'), ...talk('colleague', day(10), '14:30') };
      const check = await post(daniel, fields);
      expect(check.status).toBe(200);
      expect(textOf(check.html)).toContain('Plan these 2 talks?');
      expect(planned).toEqual([]);
      const done = await post(daniel, { ...fields, checked: 'yes' });
      expect(done).toMatchObject({ status: 303, to: '/team?done=scheduled' });
      expect(planned).toEqual([
        {
          viewer: idOf('lineManager'),
          talks: [
            { person: idOf('colleague'), at: new Date(`${day(10)}T09:00:00Z`) },
            { person: idOf('engineer'), at: new Date(`${day(9)}T04:30:00Z`) },
          ],
        },
      ]);
    });

    test('leaves somebody out by emptying their day, and plans no second talk', async () => {
      await talkWith(database(), { person: 'engineer', manager: 'lineManager' });
      const daniel = await world.as('lineManager');
      const fields = { ...talk('engineer', day(9), '10:00'), ...talk('colleague', '', '') };
      const empty = await post(daniel, { ...fields, checked: 'yes' });
      expect(empty.status).toBe(422);
      expect(empty.html).toContain('Choose a day for at least one talk');
      expect(planned).toEqual([]);
    });

    test.each([
      [day(-1), '10:00', 'within a year from today'],
      [day(400), '10:00', 'within a year from today'],
      ['soon', '10:00', 'as a date, such as 2026-03-12'],
      [day(9), '25:00', 'as hours and minutes, such as 10:30'],
      [day(9), '', 'as hours and minutes, such as 10:30'],
    ])('gets the form back for %s %s', async (on, time, message) => {
      const fields = { ...talk('engineer', on, time), ...talk('colleague', day(9), '11:00') };
      const answer = await post(await world.as('lineManager'), { ...fields, checked: 'yes' });
      expect(answer.status).toBe(422);
      expect(answer.html).toContain(message);
      expect(answer.html).toContain('for Rosa Lindqvist');
      expect(answer.html).toContain('value="11:00"');
      expect(planned).toEqual([]);
    });

    test('plans with nobody who does not report to them, whatever is sent', async () => {
      const [other = ''] = await reportsTo(database(), 'formerManager', 1);
      const sent = { [`day-${other}`]: day(9), [`time-${other}`]: '10:00', checked: 'yes' };
      const fields = { ...sent, ...talk('engineer', day(9), '10:00') };
      await post(await world.as('lineManager'), fields);
      expect(planned.flatMap(({ talks }) => talks.map(({ person }) => person))).toEqual([idOf('engineer')]);
    });
  });

  test.each(
    NAMES.filter((name) =>
      ['engineer', 'colleague', 'formerManager', 'steward', 'administrator', 'stranger'].includes(name),
    ),
  )('the %s plans none', async (name) => {
    const other = await world.as(name);
    expect((await get(other, '/team/talks')).status).toBe(404);
    const answer = await post(other, { ...talk('engineer', day(9), '10:00'), checked: 'yes' });
    expect(answer.status).toBe(404);
    expect(planned).toEqual([]);
  });
});
