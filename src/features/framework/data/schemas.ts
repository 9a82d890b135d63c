/** What Cairn answers as data, in zod. The OpenAPI document, the reference page and the tests are made from it. */
import { z } from 'zod';
import { STATUSES } from '../../../domain/framework.ts';
import {
  competencyShape,
  expectationLists,
  expectationShape,
  expectationState,
  guideSchema,
  id,
  levelLists,
  levelOptional,
  levelShape,
  maybe,
  proficiencyShape,
  roleProfileSchema,
  text,
  themeShape,
  frameworkDocument as wholeFramework,
} from '../../../formats/schema/document.ts';

const address = (description: string) => z.url().describe(description);
const instant = (description: string) =>
  z.string().meta({ format: 'date-time', description: `${description} ISO 8601, UTC.` });
export const frameworkDocument = wholeFramework.meta({
  id: 'FrameworkDocument',
  description: 'The content of a release, as it was released.',
});
const releasedStatus = z.enum(STATUSES.filter((status) => status !== 'draft'));
const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .describe("SHA-256 of the release's document: the same content has the same digest everywhere.");

const releaseShape = {
  version: text('Version of the release, as SemVer.'),
  status: releasedStatus.describe('Status that the release has now. It stands beside the document.'),
  since: instant('From when on it has this status.'),
  digest,
};

export const release = z
  .strictObject({
    ...releaseShape,
    page: address('The page that people read.'),
    data: address('This release as data.'),
    document: address('The bytes that the digest was made of.'),
  })
  .meta({ id: 'Release', description: 'An immutable version of a framework.' });

export const releaseReference = z
  .strictObject({
    framework: id('Id of the framework.'),
    name: text('Name of the framework.'),
    ...releaseShape,
    page: address('The page that people read.'),
    data: address('The framework as data.'),
  })
  .meta({ id: 'ReleaseReference', description: 'The release that something belongs to.' });

export const frameworkList = z
  .strictObject({
    frameworks: z
      .array(
        z.strictObject({
          id: id('Id of the framework; its place in every address.'),
          name: text('What people call it.'),
          summary: maybe(text('What it is for and for whom.')),
          newest: release,
        }),
      )
      .describe('Every framework that has a release, by id.'),
  })
  .meta({ id: 'FrameworkList', description: 'Every published framework with its newest release.' });

export const framework = z
  .strictObject({
    id: id('Id of the framework.'),
    ...releaseShape,
    page: address('The page that people read.'),
    releases: z.array(release).describe('Every release, newest first.'),
    document: frameworkDocument,
  })
  .meta({ id: 'Framework', description: 'A release of a framework with all its content.' });

const level = z
  .strictObject({ ...levelShape, ...levelLists, ...levelOptional })
  .meta({ id: 'Level', description: 'A step that people hold.' });
const competency = z
  .strictObject({ ...competencyShape, theme: maybe(z.strictObject(themeShape).describe('Its theme.')) })
  .meta({ id: 'Competency', description: 'A row that runs through levels.' });
const expectation = z
  .strictObject({
    ...expectationShape,
    proficiency: maybe(z.strictObject(proficiencyShape).describe('The step of the proficiency scale.')),
    competency: id('Id of its competency.'),
    ...expectationLists,
    state: expectationState,
    page: address('Where people read it.'),
  })
  .meta({ id: 'Expectation', description: 'What one level is expected to show of one competency.' });

export const levelData = z
  .strictObject({
    release: releaseReference,
    page: address('The page that people read.'),
    level,
    earlier: z.array(z.string()).describe('Ids of the levels below it, in the order of the framework.'),
    competencies: z.array(competency).describe('The competencies that it is expected to show.'),
    expectations: z.array(expectation).describe('What it is expected to show, in the order of the page.'),
  })
  .meta({ id: 'LevelData', description: 'What one level is expected to show.' });

export const competencyData = z
  .strictObject({
    release: releaseReference,
    page: address('The page that people read.'),
    competency,
    levels: z.array(level).describe('The levels that are expected to show it, in the order of the ladder.'),
    expectations: z.array(expectation).describe('What each of them is expected to show.'),
  })
  .meta({ id: 'CompetencyData', description: 'One competency through the levels.' });

const roleProfile = roleProfileSchema.meta({
  id: 'RoleProfile',
  description: 'A kind of post: why it exists, what it does, what it takes.',
});

export const roleProfileData = z
  .strictObject({
    release: releaseReference,
    page: address('The page that people read.'),
    roleProfile,
  })
  .meta({ id: 'RoleProfileData', description: 'A role profile.' });

const guide = guideSchema.meta({
  id: 'Guide',
  description: 'Text about the framework: how to use it, an FAQ.',
});

export const guideData = z
  .strictObject({
    release: releaseReference,
    page: address('The page that people read.'),
    guide,
  })
  .meta({ id: 'GuideData', description: 'A guide.' });

/** RFC 9457. */
export const problem = z
  .strictObject({
    type: z.literal('about:blank').describe('The status says what kind of problem it is.'),
    title: text('What the status means.'),
    status: z.int().describe('The HTTP status.'),
    detail: text('What is wrong and what to do, for a person.'),
  })
  .meta({ id: 'Problem', description: 'Why there is no such answer (RFC 9457).' });

/** Every schema that has a name, for `components.schemas`. */
export const NAMED_SCHEMAS: readonly z.ZodType[] = [
  frameworkList,
  framework,
  release,
  releaseReference,
  levelData,
  competencyData,
  roleProfileData,
  guideData,
  frameworkDocument,
  roleProfile,
  guide,
  level,
  competency,
  expectation,
  problem,
];

export type ReleaseAsData = z.infer<typeof release>;
export type ReleaseReference = z.infer<typeof releaseReference>;
export type FrameworkListAsData = z.infer<typeof frameworkList>;
export type FrameworkAsData = z.infer<typeof framework>;
export type LevelAsData = z.infer<typeof levelData>;
export type CompetencyAsData = z.infer<typeof competencyData>;
export type RoleProfileAsData = z.infer<typeof roleProfileData>;
export type GuideAsData = z.infer<typeof guideData>;
export type ExpectationAsData = z.infer<typeof expectation>;
