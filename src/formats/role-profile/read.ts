import { z } from 'zod';
import type { Finding } from '../../domain/finding.ts';
import type { RoleProfile } from '../../domain/framework.ts';
import type { TextFile } from '../format.ts';
import { knownValues, splitFrontMatter } from '../front-matter.ts';
import { IdMint } from '../ids.ts';
import { readBody } from './body.ts';
import { titlesIn } from './titles.ts';

/** What the front matter may hold. From `introduction` on: fields stand there where Markdown cannot hold them. */
const FRONT_MATTER = {
  id: z.string(),
  title: z.string(),
  aliases: z.array(z.string()),
  date: z.string(),
  draft: z.boolean(),
  weight: z.number(),
  level: z.string(),
  introduction: z.string(),
  purpose: z.string(),
  responsibilities: z.array(z.string()),
  skillsIntroduction: z.string(),
  skills: z.array(z.object({ name: z.string(), abilities: z.array(z.string()) })),
  qualifications: z.array(
    z
      .object({ name: z.string(), url: z.string().optional() })
      .transform(({ name, url }) => (url === undefined ? { name } : { name, url })),
  ),
  sections: z.array(z.object({ id: z.string(), heading: z.string(), body: z.string() })),
};

/**
 * Reads a role profile: front matter, then purpose, responsibilities, skills and qualifications by their headings; any
 * other section is kept as it stands. Always gives a profile; what could not be read has a finding.
 */
export function readRoleProfile(file: TextFile): { profile?: RoleProfile; findings: Finding[] } {
  const front = splitFrontMatter(file);
  const { values, findings } = knownValues(file, front, FRONT_MATTER);
  const body = readBody(file.name, front.body, values.title ?? undefined);
  const title = values.title ?? body.title ?? stemOf(file.name);
  const optional = {
    introduction: chosen(values.introduction, body.introduction),
    purpose: chosen(values.purpose, body.purpose),
    skillsIntroduction: chosen(values.skillsIntroduction, body.skillsIntroduction),
    date: values.date ?? undefined,
    weight: values.weight ?? undefined,
    level: values.level ?? undefined,
  };
  const profile: RoleProfile = {
    id: values.id ?? new IdMint().mint(title.replace(/^(?:role|job) profile:\s*/i, ''), 'role'),
    title,
    aliases: values.aliases ?? titlesIn(optional.introduction ?? ''),
    responsibilities: values.responsibilities ?? body.responsibilities,
    skills: values.skills ?? body.skills,
    qualifications: values.qualifications ?? body.qualifications,
    sections: values.sections ?? body.sections,
    draft: values.draft ?? false,
    ...present(optional),
    origin: { file: file.name, line: 1 },
  };
  return { profile, findings };
}

/** The front matter's value where it gives one; `null` there says that the field is absent. */
function chosen(front: string | null | undefined, body: string | undefined): string | undefined {
  return front === undefined ? body : (front ?? undefined);
}

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

function stemOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
