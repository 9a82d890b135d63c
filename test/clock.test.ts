/** A clock that is set back, as after a long sleep or by a time server. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { conversationTasks } from '../src/features/conversation/index.ts';
import { planTasks } from '../src/features/plan/index.ts';
import { Scheduler } from '../src/jobs/scheduler.ts';
import { onEachEngine } from './database.ts';
import { ADDRESS, openWorld } from './world.ts';

const HOUR = 3_600_000;

const setBack = (milliseconds: number) => vi.setSystemTime(Date.now() - milliseconds);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

onEachEngine((database) => {
  test('an hour back, people stay signed in, and note and change what they noted before', async () => {
    const rosa = await (await openWorld(database())).as('engineer');
    const noted = async (text: string) => {
      const answer = await rosa.post('/evidence', { text });
      expect(answer.status).toBe(303);
      return answer.headers.get('location')?.split('?')[0] ?? '';
    };
    const earlier = await noted('Moored the ferry by hand');
    setBack(HOUR);
    expect(await rosa.html(earlier)).toContain('Moored the ferry by hand');
    const later = await noted('Cleared the blocked berth');
    const changed = {
      text: 'Moored the ferry by hand, twice',
      'happened-on': '2026-03-12',
      version: '1',
    };
    expect((await rosa.post(`${earlier}/versions`, changed)).status).toBe(303);
    expect(await rosa.html(earlier)).toContain('by hand, twice');
    expect(await rosa.html(later)).toContain('Cleared the blocked berth');
  });

  test('an hour back, all work in the background goes on at once', async () => {
    await openWorld(database());
    const tasks = [...planTasks(ADDRESS), ...conversationTasks(ADDRESS)];
    const failed: object[] = [];
    const log = { error: (details: object) => void failed.push(details) };
    const scheduler = new Scheduler({ db: database().job, tasks, log });
    const names = tasks.map(({ name }) => name);
    expect(await scheduler.runDue()).toEqual(names);
    setBack(HOUR);
    expect(await scheduler.runDue()).toEqual(names);
    expect(await scheduler.runDue()).toEqual([]);
    expect(failed).toEqual([]);
  });
});
