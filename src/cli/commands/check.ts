import { Command, Option } from 'commander';
import type { Finding } from '../../domain/finding.ts';
import { examine } from '../../features/framework/index.ts';
import { FORMATS_READ, readFiles } from '../../formats/index.ts';
import { lintOnline } from '../../lint/index.ts';
import { findingsAsJson } from '../findings/json.ts';
import { findingsAsSarif } from '../findings/sarif.ts';
import { findingsAsText } from '../findings/text.ts';
import { printProgress } from '../progress.ts';
import { readPaths } from '../read-paths.ts';
import { readWords, wordsOption } from '../words.ts';

const FORMATS = { text: findingsAsText, json: findingsAsJson, sarif: findingsAsSarif };

interface Options {
  format: keyof typeof FORMATS;
  online: boolean;
  words?: string;
}

export function checkCommand(): Command {
  return new Command('check')
    .description('Say what is wrong with framework documents, and how to mend it. Writes nothing.')
    .argument('<path...>', 'files or folders')
    .addOption(
      new Option('--format <format>', 'how to print findings').choices(Object.keys(FORMATS)).default('text'),
    )
    .option('--online', 'also ask whether external links still answer', false)
    .addOption(wordsOption())
    .addHelpText(
      'after',
      '\nExits with 0 when there is no error, 1 when there is one, 2 when nothing could be read.',
    )
    .action(check);
}

async function check(paths: string[], { format, online, words }: Options): Promise<void> {
  const { files, findings: unread } = await readPaths(paths);
  const read = readFiles(files, FORMATS_READ);
  const context = { today: new Date().toISOString().slice(0, 10), allowedWords: readWords(words) };
  const findings: Finding[] = [...unread, ...examine(read, context, printProgress())];
  if (online) {
    for (const framework of read.frameworks) findings.push(...(await lintOnline(framework, { fetch })));
  }
  process.stdout.write(FORMATS[format](findings));
  const documents = read.frameworks.length + read.guides.length + read.roleProfiles.length;
  process.exitCode = documents === 0 ? 2 : findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
