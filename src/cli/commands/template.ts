import { Command, Option } from 'commander';
import { writeTemplate, writeTemplateCsv } from '../../formats/index.ts';
import { writeSingle } from '../write-files.ts';

const TEMPLATES = { xlsx: writeTemplate, csv: writeTemplateCsv };

interface Options {
  to: keyof typeof TEMPLATES;
  out?: string;
}

export function templateCommand(): Command {
  return new Command('template')
    .description(
      'Write a spreadsheet to start a framework from, with two invented rows that show what belongs where.',
    )
    .addOption(new Option('--to <format>', 'the format').choices(Object.keys(TEMPLATES)).default('xlsx'))
    .option('--out <path>', 'where to; default: cairn-template in the current folder; - prints it')
    .addHelpText('after', '\nFill it in and read it with the command "import".')
    .action(template);
}

async function template({ to, out }: Options): Promise<void> {
  const [file] = TEMPLATES[to]().files;
  if (file === undefined) return;
  if (out === '-') {
    process.stdout.write(file.bytes);
    return;
  }
  const path = out ?? file.name;
  await writeSingle(path, file);
  console.log(`Written to ${path}.`);
}
