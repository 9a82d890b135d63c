import type { Framework } from '../../domain/framework.ts';
import type { Loss } from '../format.ts';

/** What the folder cannot hold: what refers to nothing has no file to stand in, nor has a second theme of one id. */
export function folderLosses({ themes, competencies, expectations }: Framework): Loss[] {
  const themeIds = new Set<string>();
  const losses: Loss[] = [];
  for (const { id, name } of themes) {
    if (themeIds.has(id))
      losses.push({ entity: id, what: `the theme "${name}", whose id another theme has` });
    themeIds.add(id);
  }
  const rowIds = new Set<string>();
  for (const { id, name, theme } of competencies) {
    if (themeIds.has(theme)) rowIds.add(id);
    else losses.push({ entity: id, what: `the competency "${name}": its theme "${theme}" does not exist` });
  }
  for (const { id, competency, level } of expectations) {
    if (rowIds.has(competency)) continue;
    losses.push({
      entity: id,
      what: `an expectation at ${level}: its competency "${competency}" is not in the folder`,
    });
  }
  return losses;
}
