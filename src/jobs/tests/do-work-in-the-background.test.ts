import { beforeEach, expect, test } from 'vitest';
import { onEachEngine } from '../../../test/database.ts';
import { Scheduler, type Task } from '../scheduler.ts';

const START = new Date('2026-03-09T10:00:00Z');
const HOUR = 3_600_000;

onEachEngine((database) => {
  let now: Date;
  let done: string[];
  let failures: string[];
  beforeEach(() => {
    now = START;
    done = [];
    failures = [];
  });

  const pass = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds);
  };

  const task = (name: string, more: Partial<Task> = {}): Task => ({
    name,
    every: HOUR,
    run: async () => {
      done.push(name);
    },
    ...more,
  });

  const process = (...tasks: Task[]) =>
    new Scheduler({
      db: database().job,
      tasks,
      log: { error: (_, message) => failures.push(message) },
      now: () => now,
    });

  test('a task is done at once, and again when it is due', async () => {
    const scheduler = process(task('count'));
    expect(await scheduler.runDue()).toEqual(['count']);
    expect(await scheduler.runDue()).toEqual([]);
    pass(HOUR - 1);
    expect(await scheduler.runDue()).toEqual([]);
    pass(1);
    expect(await scheduler.runDue()).toEqual(['count']);
  });

  test('of several processes one does it', async () => {
    const slow = task('slow', {
      run: async () => {
        await new Promise((later) => setTimeout(later, 100));
        done.push('slow');
      },
    });
    const processes = [process(slow), process(slow), process(slow)];
    const rounds = await Promise.all(processes.map((one) => one.runDue()));
    expect(rounds.flat()).toEqual(['slow']);
    expect(done).toEqual(['slow']);
  });

  test('one that fails is asked again, keeps nothing, and keeps no other from being done', async () => {
    let broken = true;
    const failing = task('failing', {
      run: async (db) => {
        await db.insertInto('job_run').values({ name: 'trace', ran_at: START }).execute();
        if (broken) throw new Error('no');
        done.push('failing');
      },
    });
    const scheduler = process(failing, task('other'));
    expect(await scheduler.runDue()).toEqual(['other']);
    expect(failures).toEqual(['work in the background failed']);
    const traces = database().owner.selectFrom('job_run').select('name').where('name', '=', 'trace');
    expect(await traces.execute()).toEqual([]);
    broken = false;
    expect(await scheduler.runDue()).toEqual(['failing']);
    expect(await traces.execute()).toHaveLength(1);
  });

  test('a clock that jumps a month ahead and back does it once each', async () => {
    const scheduler = process(task('count'));
    await scheduler.runDue();
    pass(30 * 24 * HOUR);
    expect(await scheduler.runDue()).toEqual(['count']);
    expect(await scheduler.runDue()).toEqual([]);
    pass(-30 * 24 * HOUR);
    expect(await scheduler.runDue()).toEqual(['count']);
    expect(await scheduler.runDue()).toEqual([]);
  });

  test('a stop lets what is under way end, and begins nothing more', async () => {
    const slow = task('slow', {
      run: async () => {
        await new Promise((later) => setTimeout(later, 50));
        done.push('slow');
      },
    });
    const scheduler = process(slow, task('after'));
    scheduler.start();
    await new Promise((later) => setTimeout(later, 20));
    await scheduler.stop();
    expect(done).toEqual(['slow']);
  });
});
