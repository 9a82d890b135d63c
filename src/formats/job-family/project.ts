import type { Competency, Expectation, Framework } from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import type { Plain, PlainMap } from '../yaml-edit/plain.ts';
import { numberedText } from './points.ts';
import type { JobFamilyReading } from './read.ts';

export interface Projection {
  shape: NonNullable<JobFamilyReading['shape']>;
  /** Text of each entry in the original file, by id: numbered points are written in its manner. */
  manner: ReadonlyMap<string, string>;
}

/** The framework as the data of a job family file. What Cairn's model does not hold (the sheet's id) is not in it. */
export function projectJobFamily(given: Framework, { shape, manner }: Projection): PlainMap {
  const framework = inOwnOrder(given);
  const rows = new Map(framework.competencies.map((competency) => [competency.id, competency]));
  const words = new Map(framework.scale.steps.map(({ id, name }) => [id, name]));
  const entryOf = shape === 'newer' ? newerEntry : legacyEntry;
  return {
    name: framework.name,
    summary: framework.summary,
    isLegacy: framework.sourceStatus.some(({ status }) => status === 'legacy') || undefined,
    levels: framework.levels.map(({ id, name }) => ({ id, name })),
    themes: themesOf(framework, shape),
    competencies: byLevel(framework).map((expectation) =>
      entryOf(expectation, rows.get(expectation.competency), words, manner.get(expectation.id)),
    ),
  };
}

/** The shape that holds most of a framework: the newer one where every theme is itself a competency. */
export function fittingShape({ themes, competencies }: Framework): 'legacy' | 'newer' {
  const names = new Map(themes.map(({ id, name }) => [id, name]));
  const used = new Set(competencies.map(({ theme }) => theme));
  const sameName = competencies.every(({ theme, name }) => names.get(theme) === name);
  return competencies.length > 0 && used.size === competencies.length && sameName ? 'newer' : 'legacy';
}

function themesOf(framework: Framework, shape: 'legacy' | 'newer'): Plain[] {
  const rows = new Map(framework.competencies.map((competency) => [competency.theme, competency]));
  return framework.themes.map(({ id, name, summary }) => ({
    id,
    name,
    summary: shape === 'newer' ? rows.get(id)?.definition : summary,
  }));
}

/** Entries by level, those of one level in the framework's own order; what has no known level comes last. */
function byLevel({ levels, expectations }: Framework): Expectation[] {
  const place = new Map(levels.map(({ id }, index) => [id, index]));
  const at = ({ level }: Expectation) => place.get(level) ?? levels.length;
  return expectations.toSorted((a, b) => at(a) - at(b));
}

function newerEntry(
  expectation: Expectation,
  row: Competency | undefined,
  words: ReadonlyMap<string, string>,
  original: string | undefined,
): PlainMap {
  const { examples, links } = expectation;
  const points = expectation.points.map(({ text }) => text);
  const parts = [expectation.statement, points.length > 0 ? numberedText(points, original) : undefined];
  return {
    id: expectation.id,
    level: expectation.level,
    theme: row?.theme ?? expectation.competency,
    summary: parts.filter((part) => part !== undefined).join('\n\n'),
    examples: examples.length > 0 ? examples : undefined,
    supportingUrls: links.length > 0 ? links.map(({ label, url }) => ({ label, url })) : undefined,
    proficiency: wordOf(expectation, words),
  };
}

function legacyEntry(
  expectation: Expectation,
  row: Competency | undefined,
  words: ReadonlyMap<string, string>,
): PlainMap {
  return {
    id: expectation.id,
    summary: expectation.name ?? row?.name ?? '',
    examples: [...expectation.examples],
    supportingUrls: expectation.links.map(({ label, url }) => ({ label, url })),
    level: expectation.level,
    theme: row?.theme ?? expectation.competency,
    proficiency: wordOf(expectation, words),
  };
}

function wordOf({ proficiency }: Expectation, words: ReadonlyMap<string, string>): string | undefined {
  return proficiency === undefined ? undefined : (words.get(proficiency) ?? proficiency);
}
