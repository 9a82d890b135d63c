/** The job family format, as its own JSON Schema describes it. What that asks for and Cairn can do without is optional. */
import { z } from 'zod';
import { maybe } from '../schema/document.ts';

const link = z.strictObject({ label: z.string(), url: z.string() });

const entry = z.strictObject({
  id: z.string().min(1),
  level: z.string().min(1),
  theme: z.string().min(1),
  summary: z.string(),
  examples: maybe(z.array(z.string())),
  supportingUrls: maybe(z.array(link)),
  proficiency: maybe(z.string().min(1)),
});

export const jobFamilyFile = z.strictObject({
  name: z.string().min(1),
  summary: maybe(z.string()),
  googleSheetId: maybe(z.string()),
  isLegacy: maybe(z.boolean()),
  levels: z.array(z.strictObject({ id: z.string().min(1), name: z.string().min(1) })),
  themes: z.array(
    z.strictObject({ id: z.string().min(1), name: z.string().min(1), summary: maybe(z.string()) }),
  ),
  competencies: z.array(entry),
});

export type JobFamilyFile = z.infer<typeof jobFamilyFile>;
export type JobFamilyEntry = z.infer<typeof entry>;

/** The words that the format's schema allows as a proficiency. */
export const PROFICIENCY_WORDS: readonly string[] = [
  'Awareness',
  'Foundational',
  'Working knowledge',
  'Practitioner',
  'Expert',
];

/** What the format means an id of an entry to be. */
export const UUID = /^[a-f\d]{8}-[a-f\d]{4}-[1-5][a-f\d]{3}-[89ab][a-f\d]{3}-[a-f\d]{12}$/i;

/** What the format's schema asks of one: it is not anchored, so an id may be longer. */
export const UUID_INSIDE = new RegExp(UUID.source.slice(1, -1), 'i');
