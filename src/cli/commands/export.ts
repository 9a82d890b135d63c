import { extname } from 'node:path';
import { Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat } from '../../features/framework/index.ts';
import type { Loss, SourceFile } from '../../formats/index.ts';
import { carryOut } from '../desk/index.ts';
import { writeFiles, writeSingle } from '../write-files.ts';

interface Options {
  to: ExportFormat;
  out?: string;
  level?: string;
}

/** Formats of several files, by the one that shows that a folder holds an earlier export. */
const FOLDERS: Partial<Record<ExportFormat, string>> = { folder: 'framework.yaml', markdown: 'README.md' };

export function exportCommand(): Command {
  return new Command('export')
    .description("Write a framework's draft to files: to edit it, to move it, to leave.")
    .argument('<framework>', 'id of the framework')
    .addOption(new Option('--to <format>', 'the format').choices([...EXPORT_FORMATS]).makeOptionMandatory())
    .option('--level <level>', 'id of the level; only for a tracker, which is a workbook for one level')
    .option('--out <path>', 'where to; default: the id in the current folder; - prints a single file')
    .addHelpText('after', '\nWhat the format cannot hold is listed first.')
    .action(exportTo);
}

async function exportTo(framework: string, { to, out, level }: Options): Promise<void> {
  const { files, losses } = await carryOut('export', {
    framework,
    to,
    ...(level === undefined ? {} : { level }),
  });
  reportLosses(losses, to);
  const landmark = FOLDERS[to];
  const path = out ?? (landmark === undefined ? nameOf(files[0], framework) : defaultFolder(to, framework));
  if (landmark !== undefined) await writeFiles(path, files, landmark);
  else if (path === '-') process.stdout.write(files[0]?.bytes ?? '');
  else await writeSingle(path, files[0]);
  if (path !== '-') console.log(`Written to ${path}.`);
}

function defaultFolder(to: ExportFormat, framework: string): string {
  return to === 'folder' ? framework : `${framework}-${to}`;
}

/** After the framework, whatever the file was called that it was read from; a tracker is called after its level too. */
function nameOf(file: SourceFile | undefined, framework: string): string {
  const name = file?.name ?? '';
  return name.endsWith('-tracker.xlsx') ? name : framework + extname(name);
}

function reportLosses(losses: readonly Loss[], to: ExportFormat): void {
  if (losses.length === 0) return;
  console.error(`The format ${to} cannot hold everything. Left out:`);
  for (const { entity, what } of losses) console.error(`  ${entity}: ${what}`);
}
