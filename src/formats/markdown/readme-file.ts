import type { Framework, Gap, SourceStatus } from '../../domain/framework.ts';
import { type Policy, policyInForce } from '../../domain/policy.ts';
import { inline, listItem, text } from './escape.ts';
import type { FileNames } from './names.ts';

/** The framework's first page: what it is for, its levels, what the proficiencies mean, the rules it is used by. */
export function readmeFile(framework: Framework, names: FileNames): string {
  const { name, summary, textFormat, sourceStatus, gaps } = framework;
  const parts = [
    `# ${inline(name)}`,
    ...sourceStatus.filter(({ level }) => level === undefined).map(saidOfItself),
    summary === undefined ? '' : text(summary, textFormat),
    ...levels(framework, names),
    ...competencies(framework),
    ...proficiency(framework),
    '## How it is used',
    policy(policyInForce(framework)),
    ...documents('Guides', framework.guides, names.guide),
    ...documents('Role profiles', framework.roleProfiles, names.role),
    ...(gaps.length === 0 ? [] : ['## Where the source is silent', gaps.map(gap).join('\n')]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What the source says about its own status, as its own words. */
export function saidOfItself({ status, quote }: SourceStatus): string {
  return `> The source calls this ${status}: "${inline(quote)}"`;
}

function levels({ levels: all }: Framework, names: FileNames): string[] {
  if (all.length === 0) return [];
  const lines = all.map(({ id, name, track }) => {
    const on = track === undefined ? '' : ` (${inline(track)})`;
    return `- [${inline(name)}](${names.level(id)})${on}`;
  });
  return ['## Levels', lines.join('\n')];
}

function competencies({ themes, competencies: rows, textFormat }: Framework): string[] {
  const rowsOf = Map.groupBy(rows, ({ theme }) => theme);
  const sections = themes.flatMap(({ id, name, summary }) => {
    const own = rowsOf.get(id) ?? [];
    const [only] = own;
    if (own.length === 1 && only?.name === name) {
      const definition = only.definition === undefined ? '' : `: ${text(only.definition, textFormat)}`;
      return [listItem('-', `**${inline(name)}**${definition}`)];
    }
    const lines = own.map((row) => {
      const definition = row.definition === undefined ? '' : `: ${text(row.definition, textFormat)}`;
      return listItem('  -', `${inline(row.name)}${definition}`);
    });
    const about = summary === undefined ? '' : `: ${text(summary, textFormat)}`;
    return [listItem('-', `**${inline(name)}**${about}`), ...lines];
  });
  return sections.length === 0 ? [] : ['## Competencies', sections.join('\n')];
}

function proficiency({ scale, textFormat }: Framework): string[] {
  if (scale.steps.length === 0) return [];
  const lines = scale.steps.map(({ name, definition }, index) => {
    const meaning = definition === undefined ? '*not defined by the source*' : text(definition, textFormat);
    return listItem(scale.ordered ? `${index + 1}.` : '-', `**${inline(name)}**: ${meaning}`);
  });
  const note = scale.ordered
    ? 'Lowest first.'
    : 'The source says in no order; they stand as they were first used.';
  return ['## Proficiency', note, lines.join('\n')];
}

const EARLIER: Record<Policy['earlierLevels'], string> = {
  assumed: 'What earlier levels ask for is taken as met unless one side raises it.',
  evidenced: 'What earlier levels ask for is shown again, with evidence.',
  'not considered': 'What earlier levels ask for is not looked at.',
};

/** The rules in force, one sentence each. A confirmation may have given a rule a value of any kind. */
function policy(rules: Policy): string {
  const said = (sentence: string, value: unknown) =>
    value === undefined ? '' : `${sentence}: ${words(value)}.`;
  const sentences = [
    EARLIER[rules.earlierLevels] ?? '',
    rules.everyCompetencyRequired
      ? 'A level asks for every competency.'
      : 'A level does not ask for every competency.',
    'Examples illustrate. A competency can be met in a way that nobody wrote down.',
    'No competency counts more than another.',
    rules.individualContributorRoute === 'separate'
      ? 'Engineers who do not manage people have a route of their own.'
      : '',
    said('It applies to', rules.appliesTo),
    rules.exempt === 'unknown'
      ? 'Some teams are exempt; the source does not say which.'
      : exempt(rules.exempt),
    rules.voluntaryUse ? 'Anybody else is free to use it.' : '',
    said('Promotions are decided', rules.promotionRounds),
    said('Maintained by', rules.steward),
    said('To be looked at again by', rules.reviewBy),
  ];
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => `- ${sentence}`)
    .join('\n');
}

function exempt(teams: readonly string[]): string {
  return teams.length === 0 ? '' : `Exempt: ${words(teams)}.`;
}

function words(value: unknown): string {
  return Array.isArray(value) ? value.map(words).join(', ') : inline(String(value));
}

function documents(
  heading: string,
  all: readonly { id: string; title: string; draft?: boolean }[],
  file: (id: string) => string,
): string[] {
  if (all.length === 0) return [];
  const lines = all.map(
    ({ id, title, draft }) => `- [${inline(title)}](${file(id)})${draft === true ? ' (draft)' : ''}`,
  );
  return [`## ${heading}`, lines.join('\n')];
}

function gap({ quote, explanation }: Gap): string {
  return `- ${inline(explanation)} The source: "${inline(quote)}"`;
}
