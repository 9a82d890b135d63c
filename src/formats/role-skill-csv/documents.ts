import type { Guide, RoleProfile } from '../../domain/framework.ts';
import { IdMint } from '../ids.ts';
import { isText } from './cell-text.ts';
import type { Ladder } from './ladder.ts';
import type { Family } from './roles.ts';
import type { SkillTables } from './skills.ts';

/** What the source says of a role as a whole, told once and not once a level. */
export function profilesOf(family: Family, ladder: Ladder): RoleProfile[] {
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
export function guideOf(family: Family, { skills, files }: SkillTables): Guide | undefined {
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
