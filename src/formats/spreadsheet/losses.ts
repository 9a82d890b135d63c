import type { Framework } from '../../domain/framework.ts';
import type { Loss } from '../format.ts';
import { content } from '../write-holding.ts';
import { LONGEST_CELL } from './xlsx/write.ts';

/**
 * What a written file does not give back: the framework beside what was read from the file again, part by part. Exact
 * by making: what is equal is no loss, and what differs is listed.
 */
export function lossesBetween(framework: Framework, back: Framework | undefined): Loss[] {
  if (back === undefined)
    return [{ entity: framework.id, what: 'all of it: the file is larger than can be read' }];
  return [
    ...ownLosses(framework, back),
    ...entityLosses(framework.levels, back.levels, 'level', LEVEL_WORDS),
    ...orderLoss(framework, framework.levels, back.levels, 'levels'),
    ...entityLosses(framework.themes, back.themes, 'theme', THEME_WORDS),
    ...entityLosses(framework.scale.steps, back.scale.steps, 'proficiency', STEP_WORDS),
    ...orderLoss(framework, framework.scale.steps, back.scale.steps, 'proficiencies'),
    ...entityLosses(framework.competencies, back.competencies, 'competency', COMPETENCY_WORDS),
    ...expectationLosses(framework, back),
    ...documentLosses(framework, back),
  ];
}

type Words = Record<string, string>;

const LEVEL_WORDS: Words = {
  name: 'the name',
  aliases: 'the other names',
  next: 'the levels that can follow',
  track: 'the track',
  route: 'how people come to hold it,',
  summary: 'the summary',
};
const THEME_WORDS: Words = { name: 'the name', summary: 'the summary' };
const STEP_WORDS: Words = { name: 'the name', definition: 'the definition' };
const COMPETENCY_WORDS: Words = { name: 'the name', definition: 'the definition', theme: 'the theme' };
const EXPECTATION_WORDS: Words = {
  competency: 'the competency',
  level: 'the level',
  name: 'the name at this level',
  statement: 'the statement',
  points: 'the points',
  examples: 'the examples',
  proficiency: 'the proficiency',
  links: 'the links',
  state: 'the state',
};
const OWN_WORDS: Words = {
  id: 'the id',
  name: 'the name',
  summary: 'the summary',
  version: 'the version',
  textFormat: 'whether its texts are Markdown',
  policy: 'the policy',
  proposals: 'what the source proposes as policy',
  lineage: 'how the previous release became this one',
  confirmed: 'what people confirmed',
  accepted: 'the accepted findings',
  gaps: 'the gaps of the source',
  notices: 'the notices at the head of the source',
  sourceStatus: 'what the source says about its status',
};

function ownLosses(framework: Framework, back: Framework): Loss[] {
  const differing = Object.keys(OWN_WORDS).filter((key) => differs(framework, back, key));
  const losses = differing.map((key) => ({ entity: framework.id, what: OWN_WORDS[key] ?? key }));
  if (framework.scale.ordered === back.scale.ordered) return losses;
  return [...losses, { entity: framework.id, what: 'the order of the proficiency scale' }];
}

function entityLosses<Entity extends { id: string; name: string }>(
  entities: readonly Entity[],
  back: readonly Entity[],
  kind: string,
  words: Words,
): Loss[] {
  const again = byId(back);
  const seen = new Set<string>();
  return entities.flatMap((entity): Loss[] => {
    const { id, name } = entity;
    const found = seen.has(id) ? undefined : again.get(id);
    seen.add(id);
    if (found === undefined) return [{ entity: id, what: `the ${kind} "${name}"` }];
    const lost = Object.keys(words).filter((key) => differs(entity, found, key));
    return lost.map((key) => ({
      entity: id,
      what: `${words[key]} of the ${kind} "${name}"${tooLong(entity, key)}`,
    }));
  });
}

/** The framework's own order, of what came back. */
function orderLoss(
  { id }: Framework,
  entities: readonly { id: string }[],
  back: readonly { id: string }[],
  what: string,
): Loss[] {
  const there = new Set(back.map((entity) => entity.id));
  const wanted = entities.flatMap((entity) => (there.has(entity.id) ? [entity.id] : []));
  const found = back.map((entity) => entity.id);
  return JSON.stringify(wanted) === JSON.stringify(found)
    ? []
    : [{ entity: id, what: `the order of the ${what}` }];
}

function expectationLosses(framework: Framework, back: Framework): Loss[] {
  const rows = byId(framework.competencies);
  const again = byId(back.expectations);
  const seen = new Set<string>();
  return framework.expectations.flatMap((expectation): Loss[] => {
    const { id } = expectation;
    const found = seen.has(id) ? undefined : again.get(id);
    seen.add(id);
    const of = `of "${expectation.name ?? rows.get(expectation.competency)?.name ?? id}" at ${expectation.level}`;
    if (found === undefined) return [{ entity: id, what: `the expectation ${of}` }];
    const lost = Object.keys(EXPECTATION_WORDS).filter((key) => differs(expectation, found, key));
    return lost.map((key) => ({
      entity: id,
      what: `${EXPECTATION_WORDS[key]} ${of}${tooLong(expectation, key)}`,
    }));
  });
}

function documentLosses(framework: Framework, back: Framework): Loss[] {
  const guides = missing(framework.guides, back.guides).map(({ id, title }) => ({
    entity: id,
    what: `the guide "${title}"`,
  }));
  const profiles = missing(framework.roleProfiles, back.roleProfiles);
  return [
    ...guides,
    ...profiles.map(({ id, title }) => ({ entity: id, what: `the role profile "${title}"` })),
  ];
}

function missing<Entity>(documents: readonly Entity[], back: readonly Entity[]): Entity[] {
  const there = new Set(back.map(comparable));
  return documents.filter((document) => !there.has(comparable(document)));
}

function tooLong(entity: object, key: string): string {
  const value = (entity as Record<string, unknown>)[key];
  const length = typeof value === 'string' ? value.length : (JSON.stringify(value)?.length ?? 0);
  return length > LONGEST_CELL
    ? `: it is longer than the ${LONGEST_CELL.toLocaleString('en-GB')} characters that a cell holds`
    : '';
}

function differs(a: object, b: object, key: string): boolean {
  return comparable((a as Record<string, unknown>)[key]) !== comparable((b as Record<string, unknown>)[key]);
}

/** Says the same of two values that are the same but for where they were read and the order of their keys. */
function comparable(value: unknown): string {
  if (value === undefined) return '';
  return JSON.stringify(content(value), (_, inner: unknown) =>
    typeof inner !== 'object' || inner === null || Array.isArray(inner)
      ? inner
      : Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1))),
  );
}

function byId<Entity extends { id: string }>(entities: readonly Entity[]): Map<string, Entity> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}
