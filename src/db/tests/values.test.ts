import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { onEachEngine } from '../../../test/database.ts';

onEachEngine((database) => {
  test('values come back alike from both engines', async () => {
    const { rows } = await sql`
      select
        count(*) as count,
        9007199254740991::int8 as large,
        1.50::numeric as exact,
        '2026-03-29'::date as day,
        '2026-03-29T01:30:00+02:00'::timestamptz as instant,
        decode('00ff10', 'hex') as bytes,
        true as yes,
        null::text as nothing,
        '{"a": [1]}'::json as document
      from framework
    `.execute(database().db);
    expect(rows).toEqual([
      {
        count: 0,
        large: 9_007_199_254_740_991,
        exact: '1.50',
        day: '2026-03-29',
        instant: new Date('2026-03-28T23:30:00Z'),
        bytes: new Uint8Array([0, 255, 16]),
        yes: true,
        nothing: null,
        document: { a: [1] },
      },
    ]);
  });

  test('a number too large to be exact is an error and never rounded', async () => {
    await expect(sql`select 9007199254740993::int8`.execute(database().db)).rejects.toThrow(/too large/);
  });

  test('bytes and text are kept to the letter', async () => {
    const { db } = database();
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const name = 'ladder “v2” \r\n \\x00 \u{1FAA8} ש.txt';
    await db
      .insertInto('source_file')
      .values({ digest: 'd', name, bytes, imported_at: new Date(0) })
      .execute();
    const row = await db.selectFrom('source_file').selectAll().executeTakeFirstOrThrow();
    expect(row).toEqual({ digest: 'd', name, bytes, imported_at: new Date(0) });
  });
});
