import { expect, test } from 'vitest';
import { onEachEngine } from '../../../test/database.ts';
import { CairnError } from '../../domain/errors.ts';
import { recordEvent } from '../events.ts';
import type { Executor } from '../schema.ts';
import { inTransaction } from '../transaction.ts';

const event = (subject: string) => ({ at: new Date(), actor: 'a', verb: 'tested', subject });

/** In the order of the alphabet: ids made within one millisecond have no order of their own. */
async function subjects(db: Executor): Promise<string[]> {
  const rows = await db.selectFrom('event').select('subject').execute();
  return rows.map(({ subject }) => subject).sort();
}

onEachEngine((database) => {
  test('a failure undoes everything of its transaction', async () => {
    const { db } = database();
    const work = inTransaction(db, async (transaction) => {
      await recordEvent(transaction, event('one'));
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await subjects(db)).toEqual([]);
  });

  test('a failure inside a nested transaction undoes only the nested one', async () => {
    const { db } = database();
    await inTransaction(db, async (outer) => {
      await recordEvent(outer, event('before'));
      const nested = inTransaction(outer, async (inner) => {
        await recordEvent(inner, event('inside'));
        await inner
          .insertInto('event')
          .values({ id: 'no uuid', ...event('broken') })
          .execute();
      });
      await expect(nested).rejects.toMatchObject({ code: '22P02' });
      await inTransaction(outer, (inner) => recordEvent(inner, event('second')));
      await recordEvent(outer, event('after'));
    });
    expect(await subjects(db)).toEqual(['after', 'before', 'second']);
  });

  test('a failure of the outer transaction undoes what a nested one had finished', async () => {
    const { db } = database();
    const work = inTransaction(db, async (outer) => {
      await inTransaction(outer, (inner) => recordEvent(inner, event('nested')));
      throw new Error('all of it');
    });
    await expect(work).rejects.toThrow('all of it');
    expect(await subjects(db)).toEqual([]);
  });

  test('transactions that are asked for at the same time do not mix', async () => {
    const { db } = database();
    const pairs = Array.from({ length: 5 }, (_, pair) =>
      inTransaction(db, async (transaction) => {
        await recordEvent(transaction, event(`${pair}a`));
        if (pair % 2 === 1) throw new Error('undone');
        await recordEvent(transaction, event(`${pair}b`));
      }).catch(() => undefined),
    );
    await Promise.all(pairs);
    expect(await subjects(db)).toEqual(['0a', '0b', '2a', '2b', '4a', '4b']);
  });

  test('a full disk is told as such', async () => {
    const full = Object.assign(new Error('could not extend file'), { code: '53100' });
    const work = inTransaction(database().db, () => Promise.reject(full));
    await expect(work).rejects.toThrow(CairnError);
    await expect(work).rejects.toThrow(/no room left on the disk/);
  });

  test('events of one millisecond and later ones sort by their id', async () => {
    const { db } = database();
    for (const subject of ['a', 'b', 'c']) {
      await recordEvent(db, event(subject));
      await new Promise((done) => setTimeout(done, 2));
    }
    expect(await subjects(db)).toEqual(['a', 'b', 'c']);
  });
});
