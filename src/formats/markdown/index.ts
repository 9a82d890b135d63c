import type { Framework } from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { withConfirmations } from '../../domain/rows.ts';
import type { Written } from '../format.ts';
import { utf8File } from '../yaml-edit/encode.ts';
import { guideFile, roleFile } from './document-files.ts';
import { levelFile } from './level-file.ts';
import { markdownLosses } from './losses.ts';
import { namesOf } from './names.ts';
import { readmeFile } from './readme-file.ts';

/**
 * Writes a framework as Markdown pages that any forge shows: `README.md`, a file a level, guides and role profiles,
 * linked by relative addresses. For reading: they do not come back as a framework. The same on every run.
 */
export function writeMarkdown(given: Framework): Written {
  const framework = withConfirmations(inOwnOrder(given));
  const names = namesOf(framework);
  const pages = new Map<string, string>([['README.md', readmeFile(framework, names)]]);
  for (const level of framework.levels) pages.set(names.level(level.id), levelFile(framework, level, names));
  for (const guide of framework.guides) pages.set(names.guide(guide.id), guideFile(guide));
  for (const profile of framework.roleProfiles) pages.set(names.role(profile.id), roleFile(profile));
  return {
    files: [...pages].map(([name, page]) => utf8File(name, page)),
    losses: markdownLosses(given),
  };
}
