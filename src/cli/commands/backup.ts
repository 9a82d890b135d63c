import { resolve } from 'node:path';
import { Command } from 'commander';
import { carryOut } from '../desk/index.ts';
import { printProgress } from '../progress.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'Write everything to one file, while Cairn runs. Restores into either engine and newer versions.',
    )
    .argument('<file>', 'the file to write; one that is there is replaced when the new one is complete')
    .action(async (file: string) => {
      const report = await carryOut('backup', { path: resolve(file) }, printProgress());
      console.log(`Backed up ${report.rows} rows to ${file}.`);
    });
}
