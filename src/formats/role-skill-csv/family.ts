import { NOTHING_CONFIRMED } from '../../domain/confirmation.ts';
import { type Finding, quoted } from '../../domain/finding.ts';
import type { Competency, Expectation, Framework, Gap, Guide, RoleProfile } from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import { IdMint } from '../ids.ts';
import { cellText, says } from './cell-text.ts';
import { type Ladder, ladderOf } from './ladder.ts';
import { type Family, MISSING, NOT_IN_USE, type Requirement } from './roles.ts';
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

function isText(text: string): boolean {
  return text.trim() !== '' && !says(text, MISSING) && !says(text, NOT_IN_USE);
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

/** What the source says of a role as a whole, told once and not once a level. */
function profilesOf(family: Family, ladder: Ladder): RoleProfile[] {
  const ids = new IdMint();
  return [...family.roles.values()]
    .filter(({ description }) => isText(description))
    .map(({ name, description, levels, origin }) => {
      const [only, ...others] = [...levels.values()];
      const level = others.length === 0 && only !== undefined ? ladder.ids.get(only) : undefined;
      return {
        id: ids.mint(name, 'role'),
        title: name,
        aliases: [],
        introduction: description,
        responsibilities: [],
        skills: [],
        qualifications: [],
        sections: [],
        draft: false,
        ...(level === undefined ? {} : { level }),
        origin,
      };
    });
}

/** What every step of the family's skills means, also the steps that no level requires. */
function guideOf(family: Family, { skills, files }: SkillTables): Guide | undefined {
  const ids = new IdMint();
  const sections = [...family.skills.keys()].flatMap((name) => {
    const skill = skills.get(name);
    if (skill === undefined || skill.steps.size === 0) return [];
    const body = [...skill.steps].map(([step, text]) => `### ${step}\n\n${text}`).join('\n\n');
    return [{ id: ids.mint(name, 'skill'), heading: name, body, origin: skill.origin }];
  });
  const [file] = files;
  if (sections.length === 0 || file === undefined) return undefined;
  return {
    id: 'skills-step-by-step',
    title: 'Skills, step by step',
    kind: 'guide',
    textFormat: 'markdown',
    sections,
    proposals: [],
    gaps: [],
    sourceStatus: [],
    origin: { file: file.name, line: 1 },
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
