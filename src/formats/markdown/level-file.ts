import type { Competency, Expectation, Framework, Level, Link } from '../../domain/framework.ts';
import { Anchors } from './anchors.ts';
import { inline, listItem, paragraphs, text } from './escape.ts';
import type { FileNames } from './names.ts';
import { saidOfItself } from './readme-file.ts';

/** One level as a page: its expectations by theme, in the framework's own order. */
export function levelFile(framework: Framework, level: Level, names: FileNames): string {
  const anchors = new Anchors();
  anchors.next(level.name);
  const themes = themesOf(framework, level);
  const parts = [
    `# ${inline(level.name)}`,
    `[${inline(framework.name)}](../README.md)`,
    ...aboutLevel(framework, level, names),
    themes.length === 0 ? '*Nothing is said of this level yet.*' : contents(themes, anchors),
    ...themes.flatMap(({ heading, entries }) => [
      ...(heading === undefined ? [] : [`## ${inline(heading)}`]),
      ...entries.flatMap((entry) => entryParts(framework, entry, heading === undefined ? '##' : '###')),
    ]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

interface Entry {
  row: Competency;
  expectation: Expectation;
}

interface ThemeSection {
  /** Absent where the theme is itself the competency: one heading is enough. */
  heading?: string;
  entries: Entry[];
}

function themesOf({ themes, competencies, expectations }: Framework, level: Level): ThemeSection[] {
  const rowsOf = Map.groupBy(competencies, ({ theme }) => theme);
  const cellsOf = Map.groupBy(
    expectations.filter((expectation) => expectation.level === level.id),
    ({ competency }) => competency,
  );
  return themes.flatMap((theme): ThemeSection[] => {
    const rows = rowsOf.get(theme.id) ?? [];
    const entries = rows.flatMap((row) =>
      (cellsOf.get(row.id) ?? []).map((expectation): Entry => ({ row, expectation })),
    );
    if (entries.length === 0) return [];
    const isCompetency = rows.length === 1 && rows[0]?.name === theme.name;
    return [isCompetency ? { entries } : { heading: theme.name, entries }];
  });
}

function aboutLevel(
  framework: Framework,
  { id, aliases, next, route, track, summary }: Level,
  names: FileNames,
): string[] {
  const titles = new Map(framework.levels.map((level) => [level.id, level.name]));
  const linked = next.map((to) => `[${inline(titles.get(to) ?? to)}](${names.inLevels(to)})`);
  const statuses = framework.sourceStatus.filter((said) => said.level === undefined || said.level === id);
  return [
    ...statuses.map(saidOfItself),
    aliases.length === 0 ? '' : `Also called: ${aliases.map(inline).join(', ')}.`,
    track === undefined ? '' : `Track: ${inline(track)}.`,
    route === undefined ? '' : `How people come to hold it: ${route}.`,
    linked.length === 0 ? '' : `Leads to: ${linked.join(', ')}.`,
    summary === undefined ? '' : text(summary, framework.textFormat),
  ];
}

function contents(themes: readonly ThemeSection[], anchors: Anchors): string {
  const lines = themes.flatMap(({ heading, entries }) => {
    const head = heading === undefined ? [] : [`- [${inline(heading)}](#${anchors.next(shown(heading))})`];
    const indent = heading === undefined ? '' : '  ';
    return [
      ...head,
      ...entries.map(
        (entry) => `${indent}- [${inline(titleOf(entry))}](#${anchors.next(shown(titleOf(entry)))})`,
      ),
    ];
  });
  return lines.join('\n');
}

/** A heading as its reader sees it, which is what anchors are made of. */
function shown(heading: string): string {
  return heading.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}

function titleOf({ row, expectation }: Entry): string {
  return expectation.name ?? row.name;
}

function entryParts({ textFormat, scale }: Framework, entry: Entry, mark: string): string[] {
  const { row, expectation } = entry;
  const { statement, points, examples, links, state, proficiency } = expectation;
  const step = scale.steps.find(({ id }) => id === proficiency);
  return [
    `${mark} ${inline(titleOf(entry))}`,
    row.definition === undefined ? '' : quoted(text(row.definition, textFormat)),
    state === 'present' ? '' : `*This expectation is marked "${state}".*`,
    statement === undefined ? '' : text(statement, textFormat),
    points.map((point, index) => listItem(`${index + 1}.`, text(point.text, textFormat))).join('\n'),
    step === undefined
      ? ''
      : `Proficiency: **${inline(step.name)}** ([what it means](../README.md#proficiency))`,
    examples.length === 0 ? '' : 'Examples, for illustration:',
    examples.map((example) => listItem('-', paragraphs(example))).join('\n'),
    links.length === 0 ? '' : 'Read more:',
    links.map((link) => `- ${linkText(link)}`).join('\n'),
  ];
}

function quoted(content: string): string {
  return content
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** Only what leads to a page or a mailbox becomes a link. */
export function linkText({ label, url }: Link): string {
  if (!/^(?:https?:\/\/|mailto:)[^\s<>]+$/i.test(url)) return `${inline(label)}: ${inline(url)}`;
  return `[${inline(label)}](<${url.replaceAll('\\', '%5C')}>)`;
}
