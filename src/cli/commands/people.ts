import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { CairnError } from '../../domain/errors.ts';
import type { PeopleFormat } from '../../features/people/index.ts';
import { carryOut } from '../desk/index.ts';
import { writeSingle } from '../write-files.ts';

export function peopleCommand(): Command {
  const bring = new Command('import')
    .description('Bring people in from a CSV or XLSX file: all of it, or nothing where anything is wrong.')
    .argument('<file>', 'the file; `people export` and the page of the import write one to start from')
    .option('--dry-run', 'say what would change; write nothing', false)
    .option(
      '--ignore-unknown-columns',
      'leave out columns that are not known, instead of refusing the file',
      false,
    )
    .addHelpText(
      'after',
      '\nPeople are found again by staff number or e-mail address. Nobody is removed by being absent from the file.\nExits with 0 when it was understood, 1 when it was refused.',
    )
    .action(importFile);
  const take = new Command('export')
    .description('Write the whole directory to a file that comes back in unchanged.')
    .argument('<file>', 'the file to write: its ending says whether it is CSV or XLSX')
    .action(exportFile);
  return new Command('people')
    .description('Bring the directory in and take it out.')
    .addCommand(bring)
    .addCommand(take);
}

interface ImportOptions {
  dryRun: boolean;
  ignoreUnknownColumns: boolean;
}

async function importFile(path: string, { dryRun, ignoreUnknownColumns }: ImportOptions): Promise<void> {
  const file = { name: basename(path), bytes: await bytesOf(path) };
  const done = await carryOut('importPeople', {
    file,
    ignoreUnknown: ignoreUnknownColumns,
    dryRun,
    baseUrl: readConfig().baseUrl,
    now: new Date(),
  });
  for (const line of done.lines) console.log(line);
  if (done.refused) {
    console.error('cairn: nothing was written. Mend the file and run the command again.');
    process.exitCode = 1;
  } else console.log(dryRun ? 'A dry run: nothing was written.' : 'Written.');
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CairnError('not found', `${path} cannot be read (${code}).`, 'Check the path.', {
      cause: error,
    });
  }
}

async function exportFile(path: string): Promise<void> {
  const { bytes } = await carryOut('exportPeople', { format: formatOf(path), now: new Date() });
  await writeSingle(path, { name: path, bytes });
  console.log(`The directory is in ${path}. It holds personal data: keep it where nobody else reads it.`);
}

function formatOf(path: string): PeopleFormat {
  const ending = /\.(csv|xlsx)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'xlsx') return ending;
  throw new CairnError('invalid', `${path} ends neither in .csv nor in .xlsx.`, 'Name the file so.');
}
