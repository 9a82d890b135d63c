import type { Framework } from '../../domain/framework.ts';
import { fileNames } from '../folder/file-names.ts';

/** What the files are called, and how one names another. */
export interface FileNames {
  /** From the folder above: `levels/senior.md`. */
  level(id: string): string;
  guide(id: string): string;
  role(id: string): string;
  /** From a file beside it: `senior.md`. */
  inLevels(id: string): string;
}

export function namesOf({ levels, guides, roleProfiles }: Framework): FileNames {
  const of = (entities: readonly { id: string }[]) => fileNames(entities.map(({ id }) => id));
  const [level, guide, role] = [of(levels), of(guides), of(roleProfiles)];
  return {
    level: (id) => `levels/${level.get(id)}.md`,
    guide: (id) => `guides/${guide.get(id)}.md`,
    role: (id) => `roles/${role.get(id)}.md`,
    inLevels: (id) => (level.has(id) ? `${level.get(id)}.md` : '../README.md'),
  };
}
