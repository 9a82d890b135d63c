import { lstat, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { CairnError } from '../../domain/errors.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../features/framework/index.ts';
import type { Loss, SourceFile } from '../../formats/index.ts';
import { carryOut } from '../desk/index.ts';

interface Options {
  to: ExportFormat;
  out?: string;
}

const DEFAULT_NAMES: Record<ExportFormat, (id: string) => string> = {
  folder: (id) => id,
  json: (id) => `${id}.json`,
  'job-family': (id) => `${id}.yml`,
};

export function exportCommand(): Command {
  return new Command('export')
    .description("Write a framework's draft to files: to edit it, to move it, to leave.")
    .argument('<framework>', 'id of the framework')
    .addOption(new Option('--to <format>', 'the format').choices([...EXPORT_FORMATS]).makeOptionMandatory())
    .option('--out <path>', 'where to; default: the id in the current folder; - prints a single file')
    .addHelpText('after', '\nWhat the format cannot hold is listed first.')
    .action(exportTo);
}

async function exportTo(framework: string, { to, out }: Options): Promise<void> {
  const { files, losses } = await carryOut('export', { framework, to });
  reportLosses(losses, to);
  const path = out ?? DEFAULT_NAMES[to](framework);
  if (to === 'folder') await writeFiles(path, files);
  else if (path === '-') process.stdout.write(files[0]?.bytes ?? '');
  else await writeSingle(path, files[0]);
  if (path !== '-') console.log(`Written to ${path}.`);
}

function reportLosses(losses: readonly Loss[], to: ExportFormat): void {
  if (losses.length === 0) return;
  console.error(`The format ${to} cannot hold everything. Left out:`);
  for (const { entity, what } of losses) console.error(`  ${entity}: ${what}`);
}

/** Writes all files into an empty folder, or over an earlier export of a framework. */
async function writeFiles(path: string, files: readonly SourceFile[]): Promise<void> {
  if ((await exists(path)) && !(await exists(join(path, 'framework.yaml')))) {
    throw new CairnError(
      'refused',
      `${path} is there already and holds no framework.`,
      'Choose another place with --out.',
    );
  }
  const names = files.map(({ name }) => join(path, name));
  for (const [index, name] of names.entries()) {
    await mkdir(dirname(name), { recursive: true });
    await writeWhole(name, files[index]?.bytes ?? new Uint8Array());
  }
}

async function writeSingle(path: string, file: SourceFile | undefined): Promise<void> {
  if (file === undefined) return;
  if ((await exists(path)) && !(await isSame(path, file.bytes))) {
    throw new CairnError(
      'refused',
      `${path} is there already.`,
      'Choose another place with --out, or remove it first.',
    );
  }
  await writeWhole(path, file.bytes);
}

/** Writes beside the target and renames, so that a full disk or a crash leaves the old file whole. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part-${process.pid}`;
  try {
    await writeFile(part, bytes);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new CairnError(
      'unavailable',
      `${resolve(path)} could not be written (${code}).`,
      'Make room or choose another place with --out.',
      { cause: error },
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => lstat(path).catch(() => undefined))) !== undefined;
}

async function isSame(path: string, bytes: Uint8Array): Promise<boolean> {
  return Buffer.compare(await readFile(path), bytes) === 0;
}
