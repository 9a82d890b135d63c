import { Command, Option } from 'commander';
import { readConfig } from '../../config.ts';
import type { ReleasedStatus } from '../../domain/release.ts';
import { carryOut } from '../desk/index.ts';
import { COMMAND_LINE } from '../person.ts';
import { readWords, wordsOption } from '../words.ts';

interface Options {
  status: ReleasedStatus;
  version?: string;
  words?: string;
}

export function releaseCommand(): Command {
  return new Command('release')
    .description(
      "Publish a framework's draft as a version that never changes, or give its newest version a status.",
    )
    .argument('<framework>', 'id of the framework')
    .addOption(
      new Option('--status <status>', 'what it is')
        .choices(['beta', 'published', 'legacy'])
        .makeOptionMandatory(),
    )
    .option(
      '--version <version>',
      'e.g. 2.0.0; default: the version in the draft if newer, else the next patch version',
    )
    .addOption(wordsOption())
    .addHelpText('after', '\nRefused while the linter finds errors: see the command "check".')
    .action(release);
}

async function release(framework: string, { status, version, words }: Options): Promise<void> {
  const report = await carryOut('release', {
    framework,
    status,
    ...(version === undefined ? {} : { version }),
    by: COMMAND_LINE,
    now: new Date(),
    allowedWords: readWords(words),
  });
  const what =
    report.outcome === 'released' ? 'Released' : 'No new version is needed: the draft is the same. Status of';
  console.log(`${what} ${report.framework} ${report.version}: ${report.status}.`);
  console.log(`${readConfig().baseUrl}/frameworks/${report.framework}`);
  console.log(report.digest);
}
