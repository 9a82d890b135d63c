import type { Guide, GuideSection, RoleProfile } from '../../domain/framework.ts';
import { inline, listItem, markdown, text } from './escape.ts';
import { linkText } from './level-file.ts';

/** A guide as a page. */
export function guideFile({ title, introduction, sections, textFormat }: Guide): string {
  return page([
    `# ${inline(title)}`,
    introduction === undefined ? '' : text(introduction, textFormat),
    ...sections.flatMap((section) => sectionParts(section, textFormat)),
  ]);
}

/** A role profile as a page. */
export function roleFile(profile: RoleProfile): string {
  const { title, aliases, draft, introduction, purpose, responsibilities, skills, qualifications } = profile;
  return page([
    `# ${inline(title)}`,
    draft ? '*This role profile is a draft.*' : '',
    aliases.length === 0 ? '' : `Also called: ${aliases.map(inline).join(', ')}.`,
    introduction === undefined ? '' : markdown(introduction),
    ...under('Purpose', purpose === undefined ? '' : markdown(purpose)),
    ...under('Key responsibilities', list(responsibilities)),
    ...under(
      'Skills',
      profile.skillsIntroduction === undefined ? '' : markdown(profile.skillsIntroduction),
      skills.length > 0,
    ),
    ...skills.flatMap(({ name, abilities }) => [`### ${inline(name)}`, list(abilities)]),
    ...under(
      'Qualifications',
      qualifications
        .map(({ name, url }) => `- ${url === undefined ? inline(name) : linkText({ label: name, url })}`)
        .join('\n'),
    ),
    ...profile.sections.flatMap((section) => sectionParts(section, 'markdown')),
  ]);
}

function sectionParts({ heading, body }: GuideSection, format: 'plain' | 'markdown'): string[] {
  return [`## ${inline(heading)}`, text(body, format)];
}

function under(heading: string, content: string, always = false): string[] {
  return content === '' && !always ? [] : [`## ${heading}`, content];
}

function list(items: readonly string[]): string {
  return items.map((item) => listItem('-', markdown(item))).join('\n');
}

function page(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
