/** The two databases that lose their power: ours, and stock PGlite as the reference. */
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { openDatabase } from '../../src/db/connect.ts';

export interface Victim {
  /** Writes two rows in one commit; resolves with their ids once it is confirmed. */
  write(id: string, bytes: number): Promise<string[]>;
  checkpoint(): Promise<void>;
  /** Ids of every row. */
  ids(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens, at the first start creates, the database of a kind in `folder`. */
export function openFor(kind: 'cairn' | 'stock', folder: string): Promise<Victim> {
  return kind === 'cairn' ? openCairn(folder) : openStock(folder);
}

async function openCairn(folder: string): Promise<Victim> {
  const database = await openDatabase({ dataDir: join(folder, 'data') });
  const { db } = database;
  return {
    write: async (id, bytes) => {
      const rows = [`${id}a`, `${id}b`].map((digest) => ({
        digest,
        name: 'row',
        bytes: new Uint8Array(bytes).fill(7),
        imported_at: new Date(),
      }));
      await db.insertInto('source_file').values(rows).execute();
      return rows.map(({ digest }) => digest);
    },
    checkpoint: async () => void (await sql`checkpoint`.execute(db)),
    ids: async () => {
      const rows = await db
        .selectFrom('source_file')
        .select(['digest', sql<boolean>`length(bytes) > 0`.as('whole')])
        .execute();
      return rows.filter(({ whole }) => whole).map(({ digest }) => digest);
    },
    close: () => database.close(),
  };
}

async function openStock(folder: string): Promise<Victim> {
  const pglite = await PGlite.create(join(folder, 'data'));
  await pglite.exec('create table if not exists source_file (digest text primary key, bytes bytea)');
  return {
    write: async (id, bytes) => {
      const content = new Uint8Array(bytes).fill(7);
      await pglite.query('insert into source_file values ($1, $3), ($2, $3)', [`${id}a`, `${id}b`, content]);
      return [`${id}a`, `${id}b`];
    },
    checkpoint: async () => void (await pglite.exec('checkpoint')),
    ids: async () => {
      const { rows } = await pglite.query<{ digest: string }>(
        'select digest from source_file where length(bytes) > 0',
      );
      return rows.map(({ digest }) => digest);
    },
    close: () => pglite.close(),
  };
}
