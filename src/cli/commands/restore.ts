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
      await withDatabase((database) => restore(database.db, resolve(file), printProgress()));
      console.log(`Restored from ${file}.`);
    });
}
