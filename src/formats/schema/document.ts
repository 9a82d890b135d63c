/**
 * The whole framework as one document, in zod. `matches-domain.ts` proves at compile time that these schemas and the
 * types of `src/domain` are the same; what a field means is said there at length and here in a phrase, for editors.
 */
import { z } from 'zod';
import { EXPECTATION_STATES, FORMATS, LEVEL_ROUTES, STATUSES } from '../../domain/framework.ts';

/** A key that may be left out, but is never `undefined`. */
export const maybe = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);
export const text = (description: string) => z.string().describe(description);
export const id = (description: string) => z.string().min(1).describe(description);
export const texts = (description: string) => z.array(z.string()).describe(description);
/** A field with a description of its own. */
export const said = <T extends z.ZodType>(schema: T, description: string) =>
  schema.describe(description) as T;

const day = (description: string) =>
  z.string().describe(`${description} An ISO 8601 date such as 2026-11-30.`);

const origin = maybe(
  z
    .strictObject({
      file: text('Name of the file it was read from.'),
      line: z.int().min(1).describe('Line, counted from 1.'),
      column: maybe(z.int().min(1).describe('Column, counted from 1.')),
    })
    .describe('Where in the imported source it was read.'),
);
const status = z.enum(STATUSES);
const textFormatField = z
  .enum(['plain', 'markdown'])
  .describe('How longer texts are shown: to the letter, or as CommonMark without HTML.');

export const proficiencyShape = {
  id: id('Id of the step.'),
  name: text('The word that people use, e.g. "Practitioner".'),
  definition: maybe(text('What the step means. Left out where the source does not define it.')),
};
export const levelShape = {
  id: id('Id of the level; part of its address.'),
  name: text('What people call the level.'),
};
export const levelOptional = {
  track: maybe(text('The track that the level is on, where the ladder branches.')),
  route: maybe(z.enum(LEVEL_ROUTES).describe('How people come to hold the level.')),
  summary: maybe(text('The level in a sentence or two.')),
};
export const levelLists = {
  aliases: texts('Other names for the level.'),
  next: texts('Ids of the levels that can follow this one.'),
};
export const themeShape = {
  id: id('Id of the theme; its file has the same name.'),
  name: text('The heading that groups competencies.'),
  summary: maybe(text('The theme in a sentence or two.')),
};
export const competencyShape = {
  id: id('Id of the competency; part of its address.'),
  name: text('The row that runs through the levels, e.g. "Incident management".'),
  definition: maybe(text('What the competency means at every level.')),
};
export const expectationShape = {
  id: id('Stable id of the expectation: evidence refers to it, so it never changes.'),
  level: id('Id of the level that is expected to show it.'),
  name: maybe(text('Its heading at this level, where that differs from the name of the competency.')),
  statement: maybe(text('What is expected, in paragraphs with a blank line between them.')),
  proficiency: maybe(id('Id of a step of the proficiency scale.')),
};
export const expectationState = z
  .enum(EXPECTATION_STATES)
  .describe('Whether the expectation has content, and if not, why.');
const pointSchema = z.strictObject({
  id: id('Stable id of the point: evidence can refer to it.'),
  text: text('The point.'),
});
const linkSchema = z.strictObject({ label: text('What the link says.'), url: text('Where it leads.') });
export const expectationLists = {
  points: z.array(pointSchema).describe('Numbered points. Each can be spoken to on its own.'),
  examples: texts('Illustrative examples; never a list to tick.'),
  links: z.array(linkSchema).describe('Where to read more.'),
};

const policyValue = z.union([z.string(), z.boolean(), z.array(z.string())]);
export const policyShape = {
  earlierLevels: z
    .enum(['assumed', 'evidenced', 'not considered'])
    .describe('What holds for the levels below the one talked about.'),
  everyCompetencyRequired: z.boolean().describe('Whether a level asks for every competency.'),
  examples: z.literal('illustrative').describe('Examples are never required.'),
  weighting: z.literal('none').describe('No competency counts more than another.'),
  individualContributorRoute: z
    .enum(['none', 'separate'])
    .describe('Whether people who do not manage others have a route of their own.'),
  exempt: z
    .union([z.array(z.string()), z.literal('unknown')])
    .describe('Teams that are exempt; "unknown" where the source does not name them.'),
  voluntaryUse: z.boolean().describe('Whether others are free to use the framework.'),
};
export const policyOptional = {
  appliesTo: maybe(text('Who should use it.')),
  promotionRounds: maybe(text('When promotions are decided.')),
  steward: maybe(text('Who maintains the framework.')),
  reviewBy: maybe(day('By when its stewards look at it again.')),
};
export const policyKey = z.enum([
  ...(Object.keys(policyShape) as (keyof typeof policyShape)[]),
  ...(Object.keys(policyOptional) as (keyof typeof policyOptional)[]),
]);
export const proposalShape = {
  key: said(policyKey, 'Which rule of the policy.'),
  value: said(policyValue, 'What the source suggests.'),
  quote: text('The sentence of the source that it rests on.'),
};
const proposal = z.strictObject({ ...proposalShape, origin });

const decision = {
  by: text('Who decided.'),
  on: day('When.'),
  why: maybe(text('For what reason.')),
};
export const confirmedRow = z.strictObject({
  competency: id('Id of the row that stays.'),
  joins: texts('Ids of the rows that become part of it.'),
  ...decision,
});
export const refusedRow = z.strictObject({
  competency: id('Id of a row.'),
  differsFrom: id('Id of the row that it is not.'),
  ...decision,
});
export const confirmedPolicy = z.strictObject({
  key: said(policyKey, 'Which rule of the policy.'),
  value: said(policyValue, 'What holds from now on.'),
  quote: maybe(text('The sentence that it rests on.')),
  ...decision,
});
export const confirmedScale = z.strictObject({
  order: texts('Ids of the steps, lowest first.'),
  ...decision,
});
export const acceptance = z
  .strictObject({
    rule: id('Id of the rule whose finding is accepted.'),
    entity: maybe(
      id('Id of what the finding is about; left out: every finding of the rule with this quote.'),
    ),
    quote: maybe(text('The quoted text; left out: every finding of the rule about the entity.')),
    by: decision.by,
    on: decision.on,
    why: text('Why it is right as it stands.'),
  })
  .describe('A finding of the linter that a steward accepts.');
export const lineageStep = z
  .strictObject({
    kind: z.enum(['same', 'reworded', 'split', 'merged', 'dropped', 'new']).describe('What happened.'),
    from: texts('Ids of the competencies in the previous release.'),
    to: texts('Ids of the competencies in this one.'),
  })
  .describe('How competencies of the previous release became these.');
export const gapShape = {
  id: id('Id of the gap.'),
  kind: z
    .enum(['empty list', 'missing guide', 'missing level', 'undefined scale', 'other'])
    .describe('What kind of thing is missing.'),
  quote: text('The sentence of the source that shows the gap.'),
  explanation: text('What is missing.'),
};
export const noticeShape = {
  text: text('The sentence.'),
  about: z.enum(['other framework', 'this framework']).describe('What it speaks about.'),
  level: maybe(id('Id of the level on whose page it stood.')),
};
export const sourceStatusShape = {
  status: said(status, 'What the source says it is.'),
  quote: text('The sentence or value that says so.'),
  level: maybe(id('Id of the level on whose page it stood.')),
};
const readFrom = {
  format: z.enum(FORMATS).describe('Which reader understood the source.'),
  files: z
    .array(
      z.strictObject({
        name: text('Name of the file.'),
        digest: text('"sha256:" and the hexadecimal digest of its bytes.'),
      }),
    )
    .describe('The files it was read from.'),
};
export const sourceFields = {
  ...readFrom,
  key: text('Says whether two imports are of the same source.'),
};

const gap = z.strictObject({ ...gapShape, origin });
const sourceStatus = z.strictObject({ ...sourceStatusShape, origin });
const section = z.strictObject({
  id: id('Id of the section.'),
  heading: text('Its heading.'),
  body: text('Its text.'),
  origin,
});
const qualification = z.strictObject({
  name: text('The qualification.'),
  url: maybe(text('Where to read about it.')),
});
const skill = z.strictObject({
  name: text('The skill.'),
  abilities: texts('What the holder should be able to do.'),
  origin,
});

export const roleProfileSchema = z
  .strictObject({
    id: id('Id of the role profile; part of its address.'),
    title: text('The title of the job.'),
    aliases: texts('Other titles for the same job.'),
    introduction: maybe(text('The sentences before the first heading, as Markdown.')),
    purpose: maybe(text('Why the job exists, as Markdown.')),
    responsibilities: texts('Key responsibilities.'),
    skillsIntroduction: maybe(text('The sentence that introduces the skills.')),
    skills: z.array(skill).describe('Skills, each with abilities.'),
    qualifications: z.array(qualification).describe('Qualifications.'),
    sections: z.array(section).describe('Other sections, as Markdown.'),
    draft: z.boolean().describe('A draft is kept off public pages.'),
    date: maybe(text('Date as the source gives it.')),
    weight: maybe(z.number().describe("The author's ordering hint; kept, shown nowhere.")),
    level: maybe(id('Id of the level it is linked to.')),
    origin,
  })
  .describe('A kind of post: why it exists, what it does, what it takes.');

export const guideSchema = z
  .strictObject({
    id: id('Id of the guide; part of its address.'),
    title: text('Its title.'),
    kind: z.enum(['how-to-use', 'faq', 'writing', 'guide']).describe('What it is for.'),
    textFormat: textFormatField,
    introduction: maybe(text('What stands before the first section.')),
    sections: z.array(section).describe('Its sections.'),
    proposals: z.array(proposal).describe('What it proposes as policy.'),
    gaps: z.array(gap).describe('Where it is silent.'),
    sourceStatus: z.array(sourceStatus).describe('What it says about its own status.'),
    speaksOf: maybe(text('The framework it speaks of, in its own words.')),
    origin,
  })
  .describe('Text about the framework: how to use it, an FAQ.');

export const frameworkDocument = z
  .strictObject({
    id: id('Id of the framework; its place in every address.'),
    name: text('What people call it.'),
    summary: maybe(text('What it is for and for whom.')),
    version: maybe(text('SemVer that its authors propose for the next release.')),
    textFormat: textFormatField,
    scale: z
      .strictObject({
        ordered: z.boolean().describe('Whether the steps stand in a known order, lowest first.'),
        steps: z.array(z.strictObject({ ...proficiencyShape, origin })).describe('The steps.'),
      })
      .describe('The words for how deeply somebody knows something.'),
    levels: z
      .array(z.strictObject({ ...levelShape, ...levelLists, ...levelOptional, origin }))
      .describe('The steps that people hold, in the order of the pages.'),
    themes: z.array(z.strictObject({ ...themeShape, origin })).describe('The headings.'),
    competencies: z
      .array(z.strictObject({ ...competencyShape, theme: id('Id of its theme.'), origin }))
      .describe('The rows.'),
    expectations: z
      .array(
        z.strictObject({
          ...expectationShape,
          competency: id('Id of its competency.'),
          ...expectationLists,
          state: expectationState,
          origin,
        }),
      )
      .describe('The cells: what one level is expected to show of one competency.'),
    roleProfiles: z.array(roleProfileSchema).describe('Role profiles.'),
    guides: z.array(guideSchema).describe('Guides.'),
    policy: z.strictObject({ ...policyShape, ...policyOptional }).describe('The rules it is used by.'),
    proposals: z.array(proposal).describe('Policy values that the source suggests, waiting for a person.'),
    lineage: z.array(lineageStep).describe('How the previous release became this one.'),
    confirmed: z
      .strictObject({
        rows: z.array(confirmedRow).describe('Rows that are one competency.'),
        refused: maybe(z.array(refusedRow).describe('Rows that are not one competency.')),
        policy: z.array(confirmedPolicy).describe('Policy values.'),
        scale: maybe(said(confirmedScale, 'The order of the proficiency words.')),
      })
      .describe('What a person confirmed.'),
    accepted: z.array(acceptance).describe('Findings that a steward accepted.'),
    gaps: z.array(gap).describe('Where the source is silent.'),
    notices: z
      .array(z.strictObject({ ...noticeShape, origin }))
      .describe('Sentences at the head of the source.'),
    sourceStatus: z.array(sourceStatus).describe('What the source says about its own status.'),
    source: z
      .strictObject({
        ...sourceFields,
        first: maybe(z.strictObject(readFrom).describe('What it was first read from, if edited since.')),
      })
      .describe('What the framework was last read from.'),
  })
  .describe('One job family as one document.');
