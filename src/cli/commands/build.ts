import { Command, Option } from 'commander';
import { CairnError } from '../../domain/errors.ts';
import { STATUSES } from '../../domain/framework.ts';
import type { ReleasedStatus } from '../../domain/release.ts';
import { type Catalogue, catalogueOf, examine } from '../../features/framework/index.ts';
import { FORMATS_READ, readFiles } from '../../formats/index.ts';
import { addressForApp, buildSite } from '../../static-site/index.ts';
import { version } from '../../version.ts';
import { lastCommitDate } from '../commit-date.ts';
import { carryOut } from '../desk/index.ts';
import { count, findingsAsText } from '../findings/text.ts';
import { readHosting } from '../hosting.ts';
import { COMMAND_LINE } from '../person.ts';
import { printProgress } from '../progress.ts';
import { readPaths } from '../read-paths.ts';

interface Options {
  out: string;
  base?: string;
  baseUrl?: string;
  status: ReleasedStatus;
  date?: string;
}

export function buildCommand(): Command {
  return new Command('build')
    .description('Write what is published as a site of plain files, to be hosted anywhere.')
    .argument('[path...]', 'framework folders or documents to publish as they stand; default: the database')
    .requiredOption('--out <folder>', 'where to; an earlier site there is replaced once the new one is whole')
    .option('--base <path>', 'the subfolder it will be served from; default: that of --base-url, else /')
    .option(
      '--base-url <url>',
      'its public address; without it there are no feed, sitemap and canonical links',
    )
    .addOption(
      new Option('--status <status>', 'the status that frameworks of a path are shown with')
        .choices(STATUSES.filter((status) => status !== 'draft'))
        .default('published'),
    )
    .option(
      '--date <date>',
      'the day that counts as today; for frameworks of a path also since when they have their status',
    )
    .addHelpText(
      'after',
      `
The same releases give the same bytes, whenever and wherever they are built: without --date the newest date of a
release counts as today, and for a path the date of its last commit. Frameworks of a path are refused where the linter
finds errors. See docs/publishing.md.`,
    )
    .action(build);
}

async function build(paths: string[], options: Options): Promise<void> {
  const hosting = readHosting(options);
  const date = dayOf(options.date);
  const progress = printProgress();
  const catalogue =
    paths.length === 0
      ? await carryOut('published', {})
      : await fromPaths(paths, options.status, date, progress);
  refuseEmpty(catalogue);
  const { createApp } = await import('../../app.ts');
  const app = createApp({
    catalogue: { current: async () => catalogue },
    preview: { isValid: async () => false },
    baseUrl: addressForApp(hosting),
    version,
    log: { error: (details, message) => console.error(message, details) },
    now: () => new Date(date ?? newestDate(catalogue)),
    static: true,
  });
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  const about = { madeBy: `Cairn ${version}`, releases: releasesOf(catalogue) };
  const ask = (address: string) => app.request(address);
  const { pages, files } = await buildSite({ ask, hosting, out: options.out, about, progress });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  console.log(
    `${count(pages, 'page')} and ${count(files, 'file')} written to ${options.out}, to be served at ${hosting.baseUrl ?? hosting.base}.`,
  );
  if (hosting.baseUrl === undefined)
    console.log('Without --base-url there is no feed, sitemap or canonical link.');
}

/** The instant that a day or an instant means. */
function dayOf(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const instant = /^\d{4}-\d\d-\d\d(T.+)?$/.test(date) ? new Date(date) : undefined;
  if (instant !== undefined && !Number.isNaN(instant.valueOf())) return instant.toISOString();
  throw new CairnError('invalid', `--date ${date} is not a day.`, 'Write it as in --date 2026-11-22.');
}

async function fromPaths(
  paths: readonly string[],
  status: ReleasedStatus,
  date: string | undefined,
  progress: (line: string) => void,
): Promise<Catalogue> {
  const { files, findings: unread } = await readPaths(paths);
  const since = date ?? (await lastCommitDate(paths));
  if (since === undefined) {
    throw new CairnError(
      'invalid',
      'Git knows no date for what is to be published, and the clock is no answer: each build would differ.',
      'Say since when it has its status, e.g. --date 2026-11-22.',
    );
  }
  const read = readFiles(files, FORMATS_READ);
  const found = examine(read, { today: since.slice(0, 10), allowedWords: new Set<string>() }, progress);
  const errors = [...unread, ...found].filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    process.stderr.write(`${findingsAsText(errors)}\n`);
    throw new CairnError(
      'refused',
      `${count(errors.length, 'error')} ${errors.length === 1 ? 'stands' : 'stand'} in the way, so nothing was written.`,
      'Mend them and build again. The command "check" lists warnings and notes too.',
    );
  }
  for (const { title } of [...read.guides, ...read.roleProfiles]) {
    console.error(`Left out, because it belongs to no framework: ${title}`);
  }
  return catalogueOf(read.frameworks, status, since, COMMAND_LINE);
}

function refuseEmpty({ frameworks }: Catalogue): void {
  if (frameworks.length > 0) return;
  throw new CairnError(
    'refused',
    'No framework is published, so there is nothing to write.',
    'Release one first (bin/cairn release FRAMEWORK --status beta), or name the folder of one.',
  );
}

function newestDate({ frameworks }: Catalogue): string {
  const dates = frameworks.flatMap(({ releases }) => releases.map(({ since }) => since));
  return dates.sort().at(-1) ?? '';
}

function releasesOf({ frameworks }: Catalogue) {
  return frameworks.flatMap(({ id, releases }) =>
    releases.map(({ version: number, status, since, digest }) => ({
      framework: id,
      version: number,
      status,
      since,
      digest,
    })),
  );
}
