import type { Competency, Expectation, Framework, Level } from '../../domain/framework.ts';
import { levelsInListedOrder } from '../../domain/ladder.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import type { Loss } from '../format.ts';
import { PROFICIENCY_WORDS, UUID_INSIDE } from './schema.ts';

/** Shortest example and shortest name that the format's schema allows, in UTF-16 code units. */
const SHORTEST_EXAMPLE = 5;
const SHORTEST_NAME = 2;

/** What a job family file cannot hold of a framework, or holds against its own schema. */
export function jobFamilyLosses(framework: Framework, shape: 'legacy' | 'newer'): Loss[] {
  const rows = new Map(framework.competencies.map((competency) => [competency.id, competency]));
  const words = new Map(framework.scale.steps.map(({ id, name }) => [id, name]));
  return [
    ...frameworkLosses(framework),
    ...framework.levels.flatMap((level, index) => levelLosses(level, impliedLevels(framework)[index])),
    ...themeLosses(framework, shape),
    ...rowLosses(framework, shape),
    ...framework.expectations.flatMap((expectation) =>
      expectationLosses(expectation, rows.get(expectation.competency), shape, words),
    ),
  ];
}

function frameworkLosses(framework: Framework): Loss[] {
  const { id, scale, guides, roleProfiles, confirmed } = framework;
  const lose = (condition: boolean, what: string): Loss[] => (condition ? [{ entity: id, what }] : []);
  return [
    ...lose(framework.version !== undefined, 'the version'),
    ...guides.map((guide) => ({ entity: guide.id, what: `the guide "${guide.title}"` })),
    ...roleProfiles.map((profile) => ({ entity: profile.id, what: `the role profile "${profile.title}"` })),
    ...lose(
      JSON.stringify(sorted(framework.policy)) !== JSON.stringify(sorted(DEFAULT_POLICY)),
      'the policy',
    ),
    ...lose(framework.proposals.length > 0, 'what the source proposes as policy'),
    ...lose(framework.lineage.length > 0, 'how the previous release became this one'),
    ...lose(confirmed.rows.length > 0, 'which rows were confirmed to be one competency'),
    ...lose((confirmed.refused ?? []).length > 0, 'which rows were said not to be one competency'),
    ...lose(confirmed.policy.length > 0, 'the confirmed policy values'),
    ...lose(scale.ordered || confirmed.scale !== undefined, 'the order of the proficiency scale'),
    ...scale.steps.flatMap((step) =>
      step.definition === undefined ? [] : [{ entity: step.id, what: `the definition of "${step.name}"` }],
    ),
    ...lose(framework.accepted.length > 0, 'the accepted findings'),
    ...lose(framework.gaps.length > 0, 'the gaps of the source'),
    ...lose(framework.notices.length > 0, 'the notices at the head of the source'),
    ...lose(
      framework.sourceStatus.some(({ status, level }) => status !== 'legacy' || level !== undefined),
      'what the source says about its status, apart from being legacy',
    ),
  ];
}

function sorted(value: object): [string, unknown][] {
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The levels as a reader of the format would see them. Cached: it is asked for once a level. */
const implied = new WeakMap<Framework, Level[]>();

function impliedLevels(framework: Framework): Level[] {
  const known = implied.get(framework);
  if (known !== undefined) return known;
  const levels = levelsInListedOrder(framework.levels.map(({ id, name }) => ({ id, name, aliases: [] })));
  implied.set(framework, levels);
  return levels;
}

function levelLosses(level: Level, seen: Level | undefined): Loss[] {
  const lose = (condition: boolean, what: string): Loss[] =>
    condition ? [{ entity: level.id, what: `${what} of the level "${level.name}"` }] : [];
  return [
    ...lose(level.aliases.length > 0, 'the other names'),
    ...lose(level.next.join('\n') !== seen?.next.join('\n'), 'the levels that can follow'),
    ...lose(level.track !== seen?.track, 'the track'),
    ...lose(level.route !== undefined, 'how people come to hold it,'),
    ...lose(level.summary !== undefined, 'the summary'),
    ...lose(
      level.id.length < SHORTEST_NAME || level.name.length < SHORTEST_NAME,
      'validity: the id or name is too short',
    ),
  ];
}

function themeLosses({ themes, competencies }: Framework, shape: 'legacy' | 'newer'): Loss[] {
  const rows = new Map(competencies.map((competency) => [competency.theme, competency]));
  return themes.flatMap(({ id, name, summary }) => {
    const row = rows.get(id);
    const losses: Loss[] = [];
    if (shape === 'newer' && summary !== undefined)
      losses.push({ entity: id, what: `the summary of the theme "${name}"` });
    if (shape === 'newer' && row === undefined)
      losses.push({ entity: id, what: `that the theme "${name}" is not itself a competency` });
    return losses;
  });
}

function rowLosses({ competencies, themes, expectations }: Framework, shape: 'legacy' | 'newer'): Loss[] {
  const names = new Map(themes.map(({ id, name }) => [id, name]));
  const cells = new Map<string, number>();
  for (const { competency } of expectations) cells.set(competency, (cells.get(competency) ?? 0) + 1);
  return competencies.flatMap(({ id, name, definition, theme }) => {
    const count = cells.get(id) ?? 0;
    const lose = (condition: boolean, what: string): Loss[] => (condition ? [{ entity: id, what }] : []);
    if (shape === 'newer') return lose(names.get(theme) !== name, `the name of the competency "${name}"`);
    return [
      ...lose(definition !== undefined, `the definition of ${name}`),
      ...lose(count > 1, `that the ${count} entries of "${name}" are one competency`),
      ...lose(count === 0, `the competency "${name}", which nothing is expected of yet`),
    ];
  });
}

function expectationLosses(
  expectation: Expectation,
  row: Competency | undefined,
  shape: 'legacy' | 'newer',
  words: ReadonlyMap<string, string>,
): Loss[] {
  const { id, level, proficiency, points, statement, examples, links, name, state } = expectation;
  const of = `of "${name ?? row?.name ?? id}" at ${level}`;
  const word = proficiency === undefined ? undefined : (words.get(proficiency) ?? proficiency);
  const lose = (condition: boolean, what: string): Loss[] =>
    condition ? [{ entity: id, what: `${what} ${of}` }] : [];
  return [
    ...lose(shape === 'legacy' && statement !== undefined, 'the statement'),
    ...lose(shape === 'legacy' && points.length > 0, 'the numbered points'),
    ...lose(
      shape === 'newer' && points.length > 0 && statement !== undefined,
      'the line between statement and points',
    ),
    ...lose(shape === 'newer' && name !== undefined, 'the heading'),
    ...lose(state !== 'present', `the state "${state}"`),
    ...lose(word === undefined, 'validity: the format asks for a proficiency'),
    ...lose(
      word !== undefined && !PROFICIENCY_WORDS.includes(word),
      `validity: "${word}" is no proficiency of the format,`,
    ),
    ...lose(
      examples.some((example) => example.length < SHORTEST_EXAMPLE),
      'validity: an example is too short',
    ),
    ...lose(
      links.some(({ url }) => !/^https?:\/\//.test(url)),
      'validity: a link is not http or https',
    ),
    ...lose(!UUID_INSIDE.test(id), 'validity: the id is no UUID'),
  ];
}
