import { NOTHING_CONFIRMED } from '../../domain/confirmation.ts';
import { type Finding, quoted } from '../../domain/finding.ts';
import type { Competency, Expectation, Framework, Gap } from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import { IdMint } from '../ids.ts';
import { cellText, isText, NOT_IN_USE, says } from './cell-text.ts';
import { guideOf, profilesOf } from './documents.ts';
import { type Ladder, ladderOf } from './ladder.ts';
import type { Family, Requirement } from './roles.ts';
import { FamilyScale } from './scale.ts';
import type { Skill, SkillTables } from './skills.ts';

/**
 * One framework of one role family. A role is a track of the ladder and its levels are the levels; a skill is a theme
 * that is itself the competency; a row is what a level requires of a skill.
 */
export function frameworkOf(
  family: Family,
  tables: SkillTables,
  ids: IdMint,
): { framework: Framework; findings: Finding[] } {
  const scale = new FamilyScale(tables.steps);
  const ladder = ladderOf(family, tables.steps);
  const rows = new Rows(family, tables.skills);
  const expectations = expectationsOf(family, ladder, rows, scale);
  const guide = guideOf(family, tables);
  const framework = inOwnOrder({
    id: ids.mint(family.name, 'framework'),
    name: family.name,
    textFormat: 'plain',
    scale: scale.words(),
    levels: ladder.levels,
    themes: rows.competencies
      .filter(({ id, theme }) => id === theme)
      .map(({ id, name, origin }) => themeOf(id, name, origin)),
    competencies: rows.competencies,
    expectations,
    roleProfiles: profilesOf(family, ladder),
    guides: guide === undefined ? [] : [guide],
    policy: { ...DEFAULT_POLICY },
    proposals: [],
    lineage: [],
    confirmed: structuredClone(NOTHING_CONFIRMED),
    accepted: [],
    gaps: [...ladder.gaps, ...undescribed(rows.competencies), ...scale.gaps()],
    notices: [],
    sourceStatus: [],
    source: {
      format: 'role-skill-csv',
      key: `role-skill-csv:${family.name}`,
      files: [...family.files, ...tables.files].map(({ name, digest }) => ({ name, digest })),
    },
  });
  return { framework, findings: [...ladder.findings, ...scale.findings(), ...unknownSkills(family, tables)] };
}

function themeOf(id: string, name: string, origin: Competency['origin']): Framework['themes'][number] {
  return { id, name, ...(origin === undefined ? {} : { origin }) };
}

/** The rows of the framework. A skill that one level requires twice, otherwise each time, has a row for each. */
class Rows {
  readonly competencies: Competency[] = [];
  readonly #ids = new IdMint();
  readonly #ofSkill = new Map<string, string[]>();
  readonly #skills: ReadonlyMap<string, Skill>;

  constructor(family: Family, skills: ReadonlyMap<string, Skill>) {
    this.#skills = skills;
    for (const { name, description, origin } of family.skills.values()) this.#add(name, description, origin);
  }

  /** The id of a skill's row; `nth` counts from 0 within one level. */
  idOf({ skill, origin }: Requirement, nth: number): string {
    const rows = this.#ofSkill.get(skill) ?? [];
    return rows[nth] ?? this.#add(skill, '', origin);
  }

  #add(name: string, described: string, origin: Competency['origin']): string {
    const rows = this.#ofSkill.get(name) ?? [];
    this.#ofSkill.set(name, rows);
    const id = this.#ids.mint(name, 'skill');
    rows.push(id);
    const definition = [this.#skills.get(name)?.description ?? '', described].find(isText);
    this.competencies.push({
      id,
      theme: rows[0] ?? id,
      name,
      ...(definition === undefined ? {} : { definition }),
      ...(origin === undefined ? {} : { origin }),
    });
    return id;
  }
}

function expectationsOf(family: Family, ladder: Ladder, rows: Rows, scale: FamilyScale): Expectation[] {
  const ids = new IdMint();
  const expectations: Expectation[] = [];
  for (const role of family.roles.values()) {
    for (const level of role.levels.values()) {
      const levelId = ladder.ids.get(level) ?? '';
      const times = new Map<string, number>();
      for (const required of level.requirements) {
        const nth = times.get(required.skill) ?? 0;
        times.set(required.skill, nth + 1);
        expectations.push(expectationOf(required, levelId, rows.idOf(required, nth), scale, ids));
      }
    }
  }
  return expectations;
}

function expectationOf(
  { step, text, origin }: Requirement,
  level: string,
  competency: string,
  scale: FamilyScale,
  ids: IdMint,
): Expectation {
  const id = ids.mint(`${level} ${competency}`, 'expectation');
  const unused = says(step, NOT_IN_USE) || says(text, NOT_IN_USE);
  const { points, statement } = unused ? { points: [], statement: undefined } : cellText(text);
  const proficiency = scale.stepOf(step, origin);
  const empty = statement === undefined && points.length === 0;
  return {
    id,
    competency,
    level,
    ...(statement === undefined ? {} : { statement }),
    points: points.map((point) => ({ id: ids.mint(`${id} point`, 'point'), text: point })),
    examples: [],
    ...(proficiency === undefined ? {} : { proficiency }),
    links: [],
    state: unused ? 'not in use' : empty && proficiency === undefined ? 'to do' : 'present',
    origin,
  };
}

function undescribed(competencies: readonly Competency[]): Gap[] {
  const without = competencies.filter(({ definition }) => definition === undefined);
  const [first] = without;
  if (first === undefined) return [];
  return [
    {
      id: 'skills-without-description',
      kind: 'other',
      quote: first.name,
      explanation: `The source does not say what these skills are: ${without.map(({ name }) => name).join(', ')}.`,
      ...(first.origin === undefined ? {} : { origin: first.origin }),
    },
  ];
}

function unknownSkills(family: Family, { skills, files }: SkillTables): Finding[] {
  if (files.size === 0) return [];
  const unknown = [...family.skills.values()].filter(({ name }) => !skills.has(name));
  const [first] = unknown;
  if (first === undefined) return [];
  return [
    {
      rule: 'unexpected-part',
      severity: 'warning',
      ...first.origin,
      quote: quoted(first.name),
      message: `The roles of "${quoted(family.name)}" require ${unknown.length} skills that the table of skills does not have: ${quoted(unknown.map(({ name }) => name).join(', '))}.`,
      remedy: 'Check how the names are written in both tables, or add the rows that are missing.',
    },
  ];
}
