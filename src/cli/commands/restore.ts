import { resolve } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { restore } from '../../db/backup/index.ts';
import type { Database } from '../../db/connect.ts';
import { erasuresPath, keepErasures, readErasures, replayErasures } from '../../db/erasures.ts';
import { CairnError } from '../../domain/errors.ts';
import { withDatabase } from '../desk/index.ts';
import { printProgress } from '../progress.ts';

export function restoreCommand(): Command {
  return new Command('restore')
    .description('Read a backup into an empty database. Refused while Cairn runs on it.')
    .argument('<file>', 'a file that the command "backup" wrote')
    .option('--erasures <file>', 'erase again whom this file names, besides erasures.txt in the data folder')
    .addHelpText(
      'after',
      '\nA backup still holds people who were erased after it. Cairn keeps their ids in erasures.txt in the data folder\n(DATA_DIR) and erases them again here. Restoring in another place, name that file with --erasures.',
    )
    .action(restoreFile);
}

async function restoreFile(file: string, { erasures }: { erasures?: string }): Promise<void> {
  const kept = erasuresPath(readConfig().dataDir);
  // Read before anything is written: a file that cannot be read must not be found out afterwards.
  const erased = [...readErasures(kept), ...(erasures === undefined ? [] : erasuresIn(erasures))];
  // The backup brings its tables' version with it, so nothing may be migrated before.
  const report = await withDatabase(
    async (database) => {
      const restored = await restore(database.owner, resolve(file), printProgress());
      const again = await eraseAgain(database, erased, kept);
      await database.afterImport();
      return { ...restored, again };
    },
    { migrate: false },
  );
  console.log(`Restored ${report.rows} rows from ${file}.`);
  if (report.again > 0) {
    const people = report.again === 1 ? '1 person' : `${report.again} people`;
    console.log(`Erased ${people} again, who had been erased before.`);
  }
}

function erasuresIn(path: string): string[] {
  const found = readErasures(path);
  if (found.length > 0) return found;
  throw new CairnError('not found', `${path} names nobody who was erased.`, 'Check the path.');
}

async function eraseAgain({ owner }: Database, erased: readonly string[], kept: string): Promise<number> {
  const again = await replayErasures(owner, erased, new Date());
  await keepErasures(owner, kept);
  return again;
}
