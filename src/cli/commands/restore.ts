import { resolve } from 'node:path';
import { Command } from 'commander';
import { restore } from '../../db/backup/index.ts';
import { withDatabase } from '../desk/index.ts';
import { printProgress } from '../progress.ts';

export function restoreCommand(): Command {
  return new Command('restore')
    .description('Read a backup into an empty database. Refused while Cairn runs on it.')
    .argument('<file>', 'a file that the command "backup" wrote')
    .action(async (file: string) => {
      // The backup brings its tables' version with it, so nothing may be migrated before.
      const report = await withDatabase(
        async ({ owner, afterImport }) => {
          const restored = await restore(owner, resolve(file), printProgress());
          await afterImport();
          return restored;
        },
        { migrate: false },
      );
      console.log(`Restored ${report.rows} rows from ${file}.`);
    });
}
