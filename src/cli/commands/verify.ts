import { Command } from 'commander';
import { CairnError } from '../../domain/errors.ts';
import { FORMATS_READ, readFiles } from '../../formats/index.ts';
import { readPaths } from '../read-paths.ts';
import { openPublished } from '../verify/published.ts';
import { verify } from '../verify/verify.ts';

interface Options {
  against: string;
  release?: string;
}

/** More differences than this are counted. */
const MOST_LINES = 20;

export function verifyCommand(): Command {
  return new Command('verify')
    .description('Check that what a server or a static site publishes is what a folder says, by its digest.')
    .argument('<target>', 'web address of a server or static site, or the folder of a static site')
    .requiredOption('--against <folder>', "a framework in Cairn's own folder, e.g. frameworks/operations")
    .option('--release <version>', 'the release to look at; default: the newest')
    .addHelpText(
      'after',
      `
Makes the digest again from the published bytes and from the folder. It looks at the data, not at the pages.
Exits with 0 when they agree, 1 when they differ, 2 when one of them cannot be read.`,
    )
    .action(verifyTarget);
}

async function verifyTarget(target: string, { against, release }: Options): Promise<void> {
  const { files } = await readPaths([against]);
  const { frameworks, findings } = readFiles(files, FORMATS_READ);
  const unread = findings.find(({ severity }) => severity === 'error');
  if (frameworks.length === 0 || unread !== undefined) {
    throw new CairnError(
      'unreadable',
      unread === undefined ? `There is no framework in ${against}.` : `${against}: ${unread.message}`,
      unread === undefined ? 'Name the folder that holds framework.yaml.' : unread.remedy,
    );
  }
  const read = await openPublished(target);
  for (const framework of frameworks) {
    const { agrees, said } = await verify(read, framework, release);
    const [first, ...more] = said;
    console.log(first);
    for (const line of more.slice(0, MOST_LINES)) console.log(`  ${line}`);
    if (more.length > MOST_LINES) console.log(`  and ${more.length - MOST_LINES} more`);
    if (!agrees) process.exitCode = 1;
  }
}
