import type { GuideSection, Qualification, RoleProfile, Skill } from '../../domain/framework.ts';
import { writeFrontMatter } from '../front-matter.ts';
import { IdMint } from '../ids.ts';
import { content, writeHolding } from '../write-holding.ts';
import { readRoleProfile } from './read.ts';

/** Fields that stand in the body, and go into the front matter only where Markdown cannot hold them to the letter. */
const IN_BODY = [
  'introduction',
  'purpose',
  'responsibilities',
  'skillsIntroduction',
  'skills',
  'qualifications',
  'sections',
] as const;

/**
 * Writes a role profile as Markdown with front matter. Reading it gives the same profile but for where things stand
 * (`origin`), whatever its texts hold.
 */
export function writeRoleProfile(profile: RoleProfile): string {
  const data = content(profile);
  return writeHolding(
    [...IN_BODY, 'aliases'],
    data,
    (held) => compose(data, held),
    (file) => readRoleProfile(file).profile,
  );
}

function compose(profile: RoleProfile, held: ReadonlySet<string>): string {
  const { id, title, aliases, date, draft, weight, level } = profile;
  const front = writeFrontMatter({
    id,
    title,
    ...(aliases.length > 0 || held.has('aliases') ? { aliases } : {}),
    ...(date === undefined ? {} : { date }),
    ...(draft ? { draft } : {}),
    ...(weight === undefined ? {} : { weight }),
    ...(level === undefined ? {} : { level }),
    ...Object.fromEntries(
      IN_BODY.flatMap((field) => (held.has(field) ? [[field, profile[field] ?? null]] : [])),
    ),
  });
  const shown = (field: (typeof IN_BODY)[number]) => !held.has(field);
  const parts = [front];
  if (shown('introduction') && profile.introduction !== undefined) parts.push(`${profile.introduction}\n`);
  if (shown('purpose') && profile.purpose !== undefined) parts.push(`## Purpose\n\n${profile.purpose}\n`);
  if (shown('responsibilities') && profile.responsibilities.length > 0) {
    parts.push(`## Key responsibilities\n\n${list(profile.responsibilities)}`);
  }
  const skills = shown('skills') ? profile.skills : [];
  const skillsIntroduction = shown('skillsIntroduction') ? profile.skillsIntroduction : undefined;
  if (skills.length > 0 || skillsIntroduction !== undefined)
    parts.push(...writtenSkills(skills, skillsIntroduction));
  if (shown('qualifications') && profile.qualifications.length > 0) {
    parts.push(`## Qualifications\n\n${list(profile.qualifications.map(writtenQualification))}`);
  }
  if (shown('sections')) parts.push(...writtenSections(profile.sections));
  return parts.join('\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `* ${item}\n`).join('');
}

function writtenSkills(skills: readonly Skill[], introduction: string | undefined): string[] {
  const head = `## Skills\n${introduction === undefined ? '' : `\n${introduction}\n`}`;
  const groups = skills.map(
    ({ name, abilities }) => `### ${name}\n${abilities.length === 0 ? '' : `\n${list(abilities)}`}`,
  );
  return [head, ...groups];
}

function writtenQualification({ name, url }: Qualification): string {
  return url === undefined ? name : `[${name}](${url})`;
}

/** An id is written only where reading would not mint the same one. */
function writtenSections(sections: readonly GuideSection[]): string[] {
  const ids = new IdMint();
  return sections.map(({ id, heading, body }) => {
    const named = ids.mint(heading, 'section') === id ? '' : ` {#${id}}`;
    return `## ${heading}${named}\n${body === '' ? '' : `\n${body}\n`}`;
  });
}
