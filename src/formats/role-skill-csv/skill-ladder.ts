import { NOTHING_CONFIRMED } from '../../domain/confirmation.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Competency, Expectation, Framework } from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import { IdMint } from '../ids.ts';
import { cellText, isText, NOT_IN_USE, says } from './cell-text.ts';
import type { Skill, SkillTables } from './skills.ts';

/**
 * A table of skills by itself: a framework whose ladder is the scale. A step is no level that people hold, but only so
 * can each skill be read and compared step by step, and evidence speak to a point of it: a list without levels would
 * lose every text but the definitions. A finding says it, and with a table of roles the real levels come.
 */
export function skillLadder(tables: SkillTables, ids: IdMint): { framework: Framework; findings: Finding[] } {
  const skills = [...tables.skills.values()];
  const stepIds = new IdMint();
  const steps = tables.steps.map((name) => ({ id: stepIds.mint(name, 'step'), name }));
  const rowIds = new IdMint();
  const cellIds = new IdMint();
  const competencies = skills.map((skill) => rowOf(rowIds.mint(skill.name, 'skill'), skill));
  const [file] = tables.files;
  const name = (file?.name ?? 'Skills').replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const framework = inOwnOrder({
    id: ids.mint(name, 'framework'),
    name,
    textFormat: 'plain',
    scale: { ordered: true, steps },
    levels: steps.map((step, index) => ({
      ...step,
      aliases: [],
      next: steps.slice(index + 1, index + 2).map(({ id }) => id),
    })),
    themes: competencies.map(({ definition: _, ...row }) => ({ id: row.id, name: row.name, ...origin(row) })),
    competencies,
    expectations: skills.flatMap((skill, index) =>
      cellsOf(skill, competencies[index]?.id ?? '', steps, cellIds),
    ),
    roleProfiles: [],
    guides: [],
    policy: { ...DEFAULT_POLICY },
    proposals: [],
    lineage: [],
    confirmed: structuredClone(NOTHING_CONFIRMED),
    accepted: [],
    gaps: gapsOf(skills),
    notices: [],
    sourceStatus: [],
    source: {
      format: 'role-skill-csv',
      key: `role-skill-csv-skills:${name}`,
      files: [...tables.files].map(({ name: of, digest }) => ({ name: of, digest })),
    },
  });
  return { framework, findings: [stepsAsLevels(file?.name ?? name, tables.steps)] };
}

function rowOf(id: string, { name, description, origin: at }: Skill): Competency {
  return { id, theme: id, name, ...(isText(description) ? { definition: description } : {}), origin: at };
}

function origin({ origin: at }: Competency): Pick<Competency, 'origin'> {
  return at === undefined ? {} : { origin: at };
}

function cellsOf(
  skill: Skill,
  competency: string,
  steps: readonly { id: string; name: string }[],
  ids: IdMint,
): Expectation[] {
  return steps.flatMap((step) => {
    const text = skill.steps.get(step.name);
    if (text === undefined) return [];
    const unused = says(text, NOT_IN_USE);
    const { statement, points } = unused ? { statement: undefined, points: [] } : cellText(text);
    const id = ids.mint(`${step.id} ${competency}`, 'expectation');
    return {
      id,
      competency,
      level: step.id,
      ...(statement === undefined ? {} : { statement }),
      points: points.map((point) => ({ id: ids.mint(`${id} point`, 'point'), text: point })),
      examples: [],
      proficiency: step.id,
      links: [],
      state: unused ? 'not in use' : 'present',
      origin: skill.origin,
    };
  });
}

function gapsOf(skills: readonly Skill[]): Framework['gaps'] {
  const silent = skills.filter(({ steps }) => steps.size === 0);
  const [first] = silent;
  if (first === undefined) return [];
  return [
    {
      id: 'skills-without-steps',
      kind: 'other',
      quote: first.name,
      explanation: `The source says of no step what these skills ask for: ${silent.map(({ name }) => name).join(', ')}.`,
      origin: first.origin,
    },
  ];
}

function stepsAsLevels(file: string, steps: readonly string[]): Finding {
  return {
    rule: 'unexpected-part',
    severity: 'warning',
    file,
    line: 1,
    quote: steps.join(', '),
    message: `${file} has skills and no roles, so the steps of its scale (${steps.join(', ')}) stand where levels do. Nobody holds a step as a level.`,
    remedy: 'Import the table of roles together with it to have the levels that people hold.',
  };
}
