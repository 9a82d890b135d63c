import { expect, test } from 'vitest';
import { makeDemo } from '../../../../demo/load.ts';
import { onEachEngine } from '../../../../test/database.ts';
import { openAppOver } from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';
import { Browser } from '../../accounts/tests/browser.ts';
import { Demo } from '../index.ts';

const NOW = new Date('2026-11-27T10:00:00Z');

onEachEngine((database) => {
  test('thirty people with two years behind them, each of whom a visitor can be', async () => {
    await makeDemo(database(), { people: 30, now: NOW, progress: () => {} });
    const demo = await Demo.of(database().db);
    const { cast = [], others = [], invitation } = demo?.world ?? {};
    // One of the thirty has left.
    expect(cast.length + others.length).toBe(29);
    expect(await counted(database(), 'person')).toBe(30);
    expect(await counted(database(), 'evidence')).toBeGreaterThan(450);
    expect(await counted(database(), 'agreed_record')).toBeGreaterThanOrEqual(20);
    expect(await counted(database(), 'mail')).toBe(0);

    const world = await openAppOver(database(), { now: () => NOW });
    for (const { person, begin } of cast) {
      const browser = new Browser(world);
      await browser.get('/demo');
      expect((await browser.send('/demo/sessions', { person, to: '' })).to).toBe(begin);
      expect((await browser.get(begin)).status).toBe(200);
    }
    expect(invitation?.address).toMatch(/^\/conversations\//);
    const ends = await database().owner.selectFrom('conversation_end').select('reason').execute();
    expect(ends).toEqual([{ reason: 'the manager changed' }]);
    const differing = await database()
      .owner.selectFrom('agreed_row')
      .select('outcome')
      .where('outcome', '=', 'we see this differently')
      .execute();
    expect(differing.length).toBeGreaterThanOrEqual(5);
  });

  test('a thousand, made by the database', async () => {
    await makeDemo(database(), { people: 1_000, now: NOW, progress: () => {} });
    const demo = await Demo.of(database().db);
    expect(demo?.world.people).toBe(1_000);
    expect(demo?.world.cast.map(({ role }) => role)).toEqual([
      'engineer',
      'line manager',
      'head of operations',
    ]);
  });
});

async function counted(
  { owner }: Database,
  table: 'person' | 'evidence' | 'agreed_record' | 'mail',
): Promise<number> {
  const { count } = await owner
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
