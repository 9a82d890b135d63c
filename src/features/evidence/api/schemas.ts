/** What programs send and are answered about evidence, in zod. The OpenAPI document is made from it. */
import { z } from 'zod';
import { KINDS, LONGEST_TEXT, LONGEST_TITLE, WAYS } from '../../../domain/evidence.ts';

const instant = (description: string) =>
  z.string().meta({ format: 'date-time', description: `${description} ISO 8601, UTC.` });
const day = (description: string) => z.iso.date().describe(description);
const text = z.string().max(LONGEST_TEXT).describe('What happened, as Markdown. Kept to the letter.');
const kind = z.enum(KINDS).describe('What kind of operations work it was.');
const maybe = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);

const target = {
  expectation: z.string().min(1).describe('Id of the expectation.'),
  framework: maybe(
    z.string().min(1).describe('Id of its framework; that of your level where it is left out.'),
  ),
  point: maybe(
    z.string().min(1).describe('Id of one of its points; the whole expectation where it is left out.'),
  ),
};

export const speaksTo = z
  .strictObject(target)
  .meta({ id: 'SpeaksTo', description: 'An expectation of the newest release, or one of its points.' });

export const newEvidence = z
  .strictObject({
    id: maybe(z.uuid().describe('Choose it yourself, and sending it twice notes it once.')),
    text,
    happenedOn: maybe(day('The day it happened; today where it is left out.')),
    kind: maybe(kind),
    links: maybe(
      z
        .array(
          z.strictObject({
            url: z.string().describe('Address, http or https. It is never fetched.'),
            title: maybe(z.string().max(LONGEST_TITLE).describe('What people read.')),
          }),
        )
        .max(20)
        .describe('Pages that show more of it.'),
    ),
    speaksTo: maybe(z.array(speaksTo).max(60).describe('The expectations it speaks to.')),
  })
  .meta({ id: 'NewEvidence', description: 'Something that happened. One field is enough.' });

export const editedEvidence = z
  .strictObject({
    version: z
      .int()
      .describe('The version that you edit: where another is in force by now, nothing is changed.'),
    text: maybe(text),
    happenedOn: maybe(day('The day it happened.')),
    kind: maybe(z.union([kind, z.null()]).describe('What kind of operations work it was; null for none.')),
  })
  .meta({ id: 'EditedEvidence', description: 'What is to be changed. What is left out stays as it is.' });

export const ties = z
  .strictObject({
    speaksTo: z.array(speaksTo).max(60).describe('All expectations it speaks to from now on.'),
  })
  .meta({ id: 'Ties', description: 'What a piece of evidence speaks to. What is left out is untied.' });

const named = z.strictObject({ id: z.string().describe('Id.'), name: z.string().describe('Name.') });

export const evidence = z
  .strictObject({
    id: z.string().describe('Id.'),
    owner: z.string().describe('Id of the person whose it is.'),
    page: z.url().describe('The page that people read.'),
    text,
    happenedOn: day('The day it happened.'),
    kind: maybe(kind),
    notedAt: instant('When it was noted.'),
    changedAt: instant('When it was changed last.'),
    version: z.int().describe('Counts edits.'),
    sharedAt: maybe(instant('Since when the line manager may read it. Absent: nobody but its owner.')),
    cameBy: z.enum(WAYS).describe('By which way it was noted.'),
    speaksTo: z
      .array(
        z.strictObject({
          framework: z.string().describe('Id of the framework.'),
          release: z.string().describe('Version of the release whose wording it was tied to.'),
          expectation: z.string().describe('Id of the expectation.'),
          point: maybe(z.string().describe('Id of the point; absent: the whole of it.')),
          competency: z.string().describe('Name of the competency at its level.'),
          level: z.string().describe('Name of the level.'),
          since: z
            .enum(['same', 'changed', 'gone'])
            .describe('What has become of the wording in the newest release.'),
        }),
      )
      .describe('The expectations it speaks to.'),
    links: z
      .array(
        z.strictObject({
          url: z.string().describe('Address.'),
          title: maybe(z.string().describe('What people read.')),
        }),
      )
      .describe('Pages that show more of it.'),
    helped: z
      .array(
        z.strictObject({
          person: maybe(named.describe('Somebody of the directory.')),
          team: maybe(named.describe('A team of the directory.')),
          words: maybe(z.string().describe('Others, in words.')),
        }),
      )
      .describe('Whom it helped.'),
    files: z
      .array(
        z.strictObject({
          name: z.string().describe('Name.'),
          type: z.string().describe('Media type, by its content.'),
          size: z.int().describe('In bytes.'),
          page: z.url().describe('Where somebody who is signed in opens it.'),
        }),
      )
      .describe('Files.'),
  })
  .meta({ id: 'Evidence', description: 'Something that happened, in a person’s own words.' });

export const evidenceList = z
  .strictObject({
    evidence: z.array(evidence).describe('Newest first by when it happened.'),
    after: maybe(z.string().describe('Ask again with this as `after` for the older ones.')),
  })
  .meta({ id: 'EvidenceList', description: 'A page of one’s own evidence.' });

export const deleted = z
  .strictObject({ id: z.string().describe('Id of what is gone.') })
  .meta({ id: 'DeletedEvidence', description: 'What was deleted for good.' });

export const session = z
  .strictObject({
    person: z.string().describe('Your id.'),
    name: z.string().describe('Your name.'),
    token: z.string().describe('What a script of our own pages sends as X-Cairn-Token with every change.'),
  })
  .meta({ id: 'Session', description: 'Who you are to this installation.' });

export type EvidenceAsData = z.infer<typeof evidence>;
