/** The directory by the command, while the server runs and without it; and a restore, which erases again. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backup } from '../../src/db/backup/index.ts';
import { type DatabasePlace, openDatabase } from '../../src/db/connect.ts';
import { erasuresPath } from '../../src/db/erasures.ts';
import { newId } from '../../src/db/ids.ts';
import type { Executor } from '../../src/db/schema.ts';
import { createServerDatabase, embeddedDataDir } from '../database.ts';
import { cairn, dataFolder, serve, temporaryFolder } from './cairn.ts';

const FILE = `Name,E-mail,Staff number,Team,Manager,Joined
Sunniva Berg,sunniva@harbour.example,0042,Dive crew,,2026-03-01
Ole Berg,ole@harbour.example,,Dive crew,0042,2026-03-01
`;

/** Each command opens a database of its own, which takes seconds on a busy machine. */
const PATIENT = { timeout: 240_000 };

describe('The directory by the command', () => {
  it(
    'comes in and goes out, while the server runs and before there is any administrator',
    PATIENT,
    async () => {
      const folder = temporaryFolder();
      const env = { DATA_DIR: await dataFolder() };
      const file = join(folder, 'people.csv');
      writeFileSync(file, FILE);
      await serve(env);

      const dryRun = await cairn(['people', 'import', file, '--dry-run'], env);
      expect(dryRun.stdout).toContain('+ Sunniva Berg (row 2)');
      expect(dryRun.stdout).toContain('2 added, 0 changed, 0 unchanged, 0 not in the file.');
      expect(dryRun.stdout).toContain('A dry run: nothing was written.');
      expect((await cairn(['people', 'import', file], env)).stdout).toContain('Written.');

      const out = join(folder, 'out.csv');
      expect(await cairn(['people', 'export', out], env)).toMatchObject({ code: 0 });
      const again = await cairn(['people', 'import', out], env);
      expect(again.stdout).toContain('0 added, 0 changed, 2 unchanged, 0 not in the file.');
      expect(await cairn(['people', 'export', join(folder, 'out.xlsx')], env)).toMatchObject({ code: 0 });
      expect((await cairn(['people', 'import', join(folder, 'out.xlsx')], env)).stdout).toContain(
        '2 unchanged',
      );
    },
  );

  it('writes nothing where anything is wrong, and names row and column', async () => {
    const folder = temporaryFolder();
    const env = { DATA_DIR: await dataFolder() };
    const file = join(folder, 'people.csv');
    writeFileSync(file, FILE.replace('0042,Dive', '0042,Dive').replace(',0042,2026', ',0043,2026'));
    const refused = await cairn(['people', 'import', file], env);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain(
      'Row 3, column E (Manager), “0043”: Write the e-mail address or staff number',
    );
    expect(refused.stderr).toContain('nothing was written');
    writeFileSync(file, `${FILE.split('\n')[0]},Shoe size\n`);
    expect((await cairn(['people', 'import', file], env)).stdout).toContain('“Shoe size”');
    const ending = await cairn(['people', 'export', join(folder, 'out.ods')], env);
    expect(ending.stderr).toContain('ends neither in .csv nor in .xlsx');
  });
});

const targets: [string, () => Promise<{ env: Record<string, string>; drop: () => Promise<void> }>][] = [
  ['the embedded database', async () => ({ env: {}, drop: async () => {} })],
];
if (process.env.CAIRN_TEST_DATABASE_URL) {
  targets.push([
    'a PostgreSQL server',
    async () => {
      const { url, drop } = await createServerDatabase();
      return { env: { DATABASE_URL: url }, drop };
    },
  ]);
}

describe.each(targets)('Restored into %s', (_, target) => {
  it('whoever was erased after the backup is erased again', PATIENT, async () => {
    const folder = temporaryFolder();
    const backupFile = join(folder, 'cairn.backup');
    const ids = await backUpTwoPeople(backupFile);
    const { env, drop } = await target();
    try {
      const second = { DATA_DIR: join(folder, 'second'), ...env };
      const erasures = join(folder, 'told.txt');
      writeFileSync(erasures, `# Ids of people\n${ids.sunniva}\n`);
      // What the data folder holds counts too, without being told.
      mkdirSync(second.DATA_DIR);
      writeFileSync(erasuresPath(second.DATA_DIR), `${ids.ole}\n`);
      const restored = await cairn(['restore', backupFile, '--erasures', erasures], second);
      expect(restored.stdout).toContain('Erased 2 people again');
      expect(readFileSync(erasuresPath(second.DATA_DIR), 'utf8')).toContain(ids.sunniva);
      const place = 'DATABASE_URL' in env ? { url: env.DATABASE_URL ?? '' } : { dataDir: second.DATA_DIR };
      const names = await looking(place, (owner) => owner.selectFrom('person').select('name').execute());
      expect(names).toEqual([{ name: 'Third Berg' }]);
    } finally {
      await drop();
    }
  });
});

it('a list of erasures that cannot be read stops a restore before anything is written', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'erasures.txt');
  writeFileSync(file, 'Rosa Lindqvist\n');
  const env = { DATA_DIR: join(folder, 'data') };
  const refused = await cairn(['restore', join(folder, 'no.backup'), '--erasures', file], env);
  expect(refused.stderr).toContain('is no id of a person');
});

async function backUpTwoPeople(file: string): Promise<{ sunniva: string; ole: string }> {
  const dataDir = await embeddedDataDir();
  return looking({ dataDir }, async (owner) => {
    const people = ['sunniva', 'ole', 'third'].map((name) => ({
      id: newId(),
      name: `${name[0]?.toUpperCase()}${name.slice(1)} Berg`,
      email: `${name}@harbour.example`,
      created_at: new Date(),
    }));
    await owner.insertInto('person').values(people).execute();
    await backup(owner, file);
    const [sunniva, ole] = people;
    return { sunniva: sunniva?.id ?? '', ole: ole?.id ?? '' };
  });
}

async function looking<T>(place: DatabasePlace, look: (owner: Executor) => Promise<T>): Promise<T> {
  const database = await openDatabase(place);
  try {
    return await look(database.owner);
  } finally {
    await database.close();
  }
}
