import { beforeEach, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, openWorld } from '../../../../test/world.ts';
import { DAY, later, mails, next, runAt, WEDNESDAY } from './reminding.ts';
import { setRhythm, talkWith } from './talks.ts';

onEachEngine((database) => {
  beforeEach(async () => {
    await openWorld(database());
  });

  test('a manager is told once a week how many talks are due, until they are planned', async () => {
    await setRhythm(database(), 3);
    const at = next(WEDNESDAY);
    await runAt(database(), at);
    const own = async () =>
      (await mails(database())).filter(({ address }) => address === emailOf('lineManager'));
    // The colleague has reported to them since January 2025; the engineer since last month.
    expect(await own()).toMatchObject([{ subject: '1 talk is due' }]);
    await runAt(database(), later(at, 6 * DAY));
    expect(await own()).toHaveLength(1);
    const id = await talkWith(database(), { person: 'colleague', manager: 'lineManager' });
    await runAt(database(), later(at, 8 * DAY));
    expect(await own()).toHaveLength(1);
    await database().owner.insertInto('reveal').values({ conversation_id: id, revealed_at: at }).execute();
    await runAt(database(), later(at, 15 * DAY));
    expect(await own()).toHaveLength(1);
  });

  test('a manager hears nothing of talks where there is no rhythm', async () => {
    await runAt(database(), next(WEDNESDAY));
    expect(await mails(database())).toEqual([]);
  });
});
