/** The files of Cairn's own folder, in zod: the same fields as the document, with what is empty left out. */
import { z } from 'zod';
import {
  acceptance,
  competencyShape,
  confirmedPolicy,
  confirmedRow,
  confirmedScale,
  expectationLists,
  expectationShape,
  expectationState,
  gapShape,
  id,
  levelLists,
  levelOptional,
  levelShape,
  lineageStep,
  maybe,
  noticeShape,
  policyOptional,
  policyShape,
  proficiencyShape,
  proposalShape,
  refusedRow,
  said,
  sourceFields,
  sourceStatusShape,
  text,
  texts,
  themeShape,
} from './document.ts';

const schemaLine = maybe(text('Address of the JSON Schema, for editors. Not part of the framework.'));

const level = z.strictObject({
  ...levelShape,
  aliases: maybe(levelLists.aliases),
  next: maybe(levelLists.next),
  ...levelOptional,
});

const policy = z.strictObject({
  earlierLevels: maybe(policyShape.earlierLevels),
  everyCompetencyRequired: maybe(policyShape.everyCompetencyRequired),
  examples: maybe(policyShape.examples),
  weighting: maybe(policyShape.weighting),
  individualContributorRoute: maybe(policyShape.individualContributorRoute),
  exempt: maybe(policyShape.exempt),
  voluntaryUse: maybe(policyShape.voluntaryUse),
  ...policyOptional,
});

/** `framework.yaml` */
export const frameworkFile = z
  .strictObject({
    $schema: schemaLine,
    id: id('Id of the framework; its place in every address.'),
    name: text('What people call it.'),
    summary: maybe(text('What it is for and for whom.')),
    version: maybe(text('SemVer that its authors propose for the next release.')),
    textFormat: maybe(
      said(z.enum(['plain', 'markdown']), 'How longer texts are shown; Markdown if left out.'),
    ),
    scale: maybe(
      z
        .strictObject({
          ordered: maybe(z.boolean().describe('Whether the steps stand in order, lowest first.')),
          steps: z.array(z.strictObject(proficiencyShape)).describe('The steps.'),
        })
        .describe('The words for how deeply somebody knows something.'),
    ),
    levels: maybe(z.array(level).describe('The steps that people hold, in the order of the pages.')),
    themes: maybe(texts('Ids of the themes, in order; each is a file themes/ID.yaml.')),
    roleProfiles: maybe(texts('Ids of the role profiles in order; by file name if left out.')),
    guides: maybe(texts('Ids of the guides in order; by file name if left out.')),
    policy: maybe(policy.describe('The rules it is used by; what is left out has its default.')),
    proposals: maybe(
      z.array(z.strictObject(proposalShape)).describe('Policy values that the source suggests.'),
    ),
    lineage: maybe(z.array(lineageStep).describe('How the previous release became this one.')),
    confirmed: maybe(
      z
        .strictObject({
          rows: maybe(z.array(confirmedRow).describe('Rows that are one competency.')),
          refused: maybe(z.array(refusedRow).describe('Rows that are not one competency.')),
          policy: maybe(z.array(confirmedPolicy).describe('Policy values.')),
          scale: maybe(said(confirmedScale, 'The order of the proficiency words.')),
        })
        .describe('What a person confirmed.'),
    ),
    accepted: maybe(z.array(acceptance).describe('Findings that a steward accepted.')),
    gaps: maybe(z.array(z.strictObject(gapShape)).describe('Where the source is silent.')),
    notices: maybe(z.array(z.strictObject(noticeShape)).describe('Sentences at the head of the source.')),
    sourceStatus: maybe(
      z.array(z.strictObject(sourceStatusShape)).describe('What the source says of itself.'),
    ),
    source: maybe(z.strictObject(sourceFields).describe('What the framework was first read from.')),
  })
  .describe('framework.yaml: a framework without its themes.');

const expectation = z
  .strictObject({
    ...expectationShape,
    points: maybe(expectationLists.points),
    examples: maybe(expectationLists.examples),
    links: maybe(expectationLists.links),
    state: maybe(expectationState),
  })
  .describe('What one level is expected to show of the competency.');

/** `themes/ID.yaml` */
export const themeFile = z
  .strictObject({
    $schema: schemaLine,
    ...themeShape,
    competencies: maybe(
      z
        .array(
          z.strictObject({
            ...competencyShape,
            expectations: maybe(z.array(expectation).describe('One a level.')),
          }),
        )
        .describe('The rows of the theme.'),
    ),
  })
  .describe('themes/ID.yaml: one theme with its competencies and what each level is expected to show.');

export type FrameworkFile = z.infer<typeof frameworkFile>;
export type ThemeFile = z.infer<typeof themeFile>;
