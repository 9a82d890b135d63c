import { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { countBySeverity, type Finding } from '../../domain/finding.ts';
import type { ImportReport } from '../../features/framework/index.ts';
import { carryOut } from '../desk/index.ts';
import { count, findingsAsText, summary } from '../findings/text.ts';
import { COMMAND_LINE } from '../person.ts';
import { printProgress } from '../progress.ts';
import { readPaths } from '../read-paths.ts';
import { readWords, wordsOption } from '../words.ts';

interface Options {
  id: string[];
  into?: string;
  dryRun: boolean;
  json: boolean;
  words?: string;
}

export function importCommand(): Command {
  return new Command('import')
    .description('Read framework documents and keep them as drafts.')
    .argument(
      '<path...>',
      'files or folders: page text, FAQ text, role profiles, job family YAML, spreadsheets, Cairn folders',
    )
    .option('--dry-run', 'say what it is, what was found and what would be written; write nothing', false)
    .option('--json', 'print the report as JSON', false)
    .option(
      '--id <id>',
      'the id of what is imported: NEW, or FOUND=NEW for one of several; repeatable',
      collect,
      [],
    )
    .option('--into <framework>', 'add the guides and role profiles of this import to a framework here')
    .addOption(wordsOption())
    .addHelpText(
      'after',
      '\nAn import is a draft: nothing is public until it is released. A framework from another source is never\noverwritten. Exits with 0 when it was understood, 1 when it was refused, 2 when nothing could be read.',
    )
    .action(importPaths);
}

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}

async function importPaths(paths: string[], options: Options): Promise<void> {
  const { files, findings } = await readPaths(paths);
  const report = await carryOut(
    'import',
    {
      files,
      ids: options.id,
      ...(options.into === undefined ? {} : { into: options.into }),
      dryRun: options.dryRun,
      by: COMMAND_LINE,
      now: new Date(),
      allowedWords: readWords(options.words),
    },
    printProgress(),
  );
  report.findings.unshift(...findings);
  process.stdout.write(options.json ? asJson(report) : asText(report, options.dryRun));
  for (const refusal of report.refusals) console.error(`cairn: ${refusal}`);
  const found = report.frameworks.length + report.guides.length + report.roleProfiles.length;
  if (found === 0) process.exitCode = 2;
  else if (report.refusals.length > 0 && !options.dryRun) process.exitCode = 1;
}

/** Counts as numbers; findings themselves are what `check --format json` prints. */
function asJson(report: ImportReport): string {
  const { frameworks, roleProfiles, guides, gaps, findings, refusals, written } = report;
  const counts = {
    frameworks,
    roleProfiles: roleProfiles.length,
    guides: guides.length,
    gaps: gaps.length,
    findings: countBySeverity(findings),
    refusals,
    written,
  };
  return `${JSON.stringify(counts, null, 2)}\n`;
}

function asText(report: ImportReport, dryRun: boolean): string {
  const { frameworks, roleProfiles, guides, gaps, findings } = report;
  const understood = [
    ...frameworks.map(
      (framework) =>
        `Framework ${framework.id} (${framework.name}): ${count(framework.levels, 'level')}, ${count(framework.themes, 'theme')}, ${framework.competencies} competencies, ${count(framework.expectations, 'expectation')}${framework.sourceStatus === null ? '' : `; its source calls it ${framework.sourceStatus}`}. ${CHANGES[framework.change]}`,
    ),
    ...roleProfiles.map(({ id, title, draft }) => `Role profile ${id} (${title})${draft ? ', a draft' : ''}`),
    ...guides.map(({ id, title }) => `Guide ${id} (${title})`),
    ...gaps.map(({ explanation, quote }) => `Gap of the source: ${explanation} “${quote}”`),
  ];
  const lines = understood.length > 0 ? understood : ['Nothing was understood.'];
  return `${lines.join('\n')}\n\n${listed(findings)}\n${outcome(report, dryRun)}\n`;
}

const CHANGES = {
  new: 'New here.',
  updated: 'Changes the draft that is here.',
  unchanged: 'The same as the draft that is here.',
};

/** Errors and warnings in full; notes are counted, and `check` prints them. */
function listed(findings: readonly Finding[]): string {
  const serious = findings.filter(({ severity }) => severity !== 'note');
  if (serious.length === findings.length) return findingsAsText(findings);
  return `${serious.length > 0 ? findingsAsText(serious) : ''}In all: ${summary(findings)}. The command "check" prints the notes too.\n`;
}

function outcome({ written, refusals, frameworks }: ImportReport, dryRun: boolean): string {
  if (refusals.length > 0) return dryRun ? 'As it stands nothing would be written:' : 'Nothing was written:';
  if (dryRun) return 'A dry run: nothing was written.';
  if (!written) return 'Nothing was written.';
  const [first] = frameworks;
  const see = `Kept as a draft. See it: bin/cairn preview prints a link to ${readConfig().baseUrl}`;
  return first === undefined ? see : `${see}\nPublish it: bin/cairn release ${first.id} --status beta`;
}
