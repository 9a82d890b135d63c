import { type Finding, quoted } from '../../domain/finding.ts';
import { type Format, nothingRead, type ReadResult, type TextFile } from '../format.ts';
import { IdMint } from '../ids.ts';
import { type Header, headerOf, type RoleColumn, type SkillColumn } from './columns.ts';
import { frameworkOf } from './family.ts';
import { RoleTables } from './roles.ts';
import { skillLadder } from './skill-ladder.ts';
import { SkillTables } from './skills.ts';

/**
 * Tables of roles and of skills: which step of which skill each level of a role requires, and what each step means.
 * One framework a role family. Each table is read by itself too.
 */
export const roleSkillCsv: Format = {
  id: 'role-skill-csv',
  label: 'roles and skills (CSV)',
  recognises: ({ name, text }) => /\.(?:csv|tsv|txt)$/i.test(name) && headerOf(text) !== undefined,
  read,
};

function read(files: readonly TextFile[]): ReadResult {
  const roles = new RoleTables();
  const skills = new SkillTables();
  const findings: Finding[] = [];
  for (const file of files) {
    const header = headerOf(file.text);
    if (header?.kind === 'roles') roles.read(file, header as Header<RoleColumn>);
    else if (header?.kind === 'skills') skills.read(file, header as Header<SkillColumn>);
  }
  findings.push(...roles.findings, ...skills.findings);
  const ids = new IdMint();
  const made = [...roles.families.values()].map((family) => frameworkOf(family, skills, ids));
  if (made.length === 0 && skills.skills.size > 0) made.push(skillLadder(skills, ids));
  else findings.push(...required(roles, skills));
  findings.push(...made.flatMap((result) => result.findings));
  return { ...nothingRead(), frameworks: made.map(({ framework }) => framework), findings };
}

/** Skills that no role requires stand in no framework. */
function required({ families }: RoleTables, { skills }: SkillTables): Finding[] {
  const names = new Set([...families.values()].flatMap((family) => [...family.skills.keys()]));
  const left = [...skills.values()].filter(({ name }) => !names.has(name));
  const [first] = left;
  if (first === undefined) return [];
  return [
    {
      rule: 'not-held',
      severity: 'warning',
      ...first.origin,
      quote: quoted(first.name),
      message: `No role requires ${left.length} of the skills, so they are in no framework: ${quoted(left.map(({ name }) => name).join(', '))}.`,
      remedy:
        'Check how the names are written in both tables, or import the table of skills by itself as well.',
    },
  ];
}
