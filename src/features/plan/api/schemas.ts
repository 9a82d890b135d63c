/** What programs send and are answered about actions, in zod. The OpenAPI document is made from it. */
import { z } from 'zod';
import { ACTION_CHANGES, ACTION_KINDS, LONGEST_PLAN_TEXT } from '../../../domain/plan.ts';

const instant = (description: string) =>
  z.string().meta({ format: 'date-time', description: `${description} ISO 8601, UTC.` });
const day = (description: string) => z.iso.date().describe(description);
const text = z.string().max(LONGEST_PLAN_TEXT).describe('What is to be done. Kept to the letter.');
const maybe = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);
const named = z.strictObject({ id: z.string().describe('Id.'), name: z.string().describe('Name.') });

const target = z.strictObject({
  framework: z.string().min(1).describe('Id of the framework.'),
  expectation: z.string().min(1).describe('Id of the expectation.'),
});

export const newAction = z
  .strictObject({
    text,
    person: maybe(
      z
        .uuid()
        .describe('For whose growth it is: you, or somebody whom you manage. You where it is left out.'),
    ),
    owner: maybe(
      z.uuid().describe('Who does it: the person, or whoever manages them. You where it is left out.'),
    ),
    dueOn: maybe(day('By when.')),
    about: maybe(target.describe('An expectation of the newest release.')),
  })
  .meta({ id: 'NewAction', description: 'Who does what by when.' });

export const changedAction = z
  .strictObject({
    change: z.enum(ACTION_CHANGES).describe('What becomes of it.'),
    dueOn: maybe(day('The day to which it is moved.')),
    to: maybe(z.uuid().describe('Id of who does it from now on, where it is handed over.')),
    reason: maybe(
      z.string().max(LONGEST_PLAN_TEXT).describe('Why it is moved or dropped. Both sides read it.'),
    ),
  })
  .meta({ id: 'ChangedAction', description: 'One change of an action.' });

export const action = z
  .strictObject({
    id: z.string().describe('Id.'),
    page: z.url().describe('The page that people read.'),
    text,
    kind: z.enum(ACTION_KINDS).describe('`opportunity`: a promise to find one.'),
    person: named.describe('For whose growth it is.'),
    owner: maybe(named.describe('Who does it. Absent where they have been erased.')),
    dueOn: maybe(day('By when.')),
    overdue: z.boolean().describe('Whether that day has passed where you are.'),
    about: maybe(
      z
        .strictObject({
          framework: z.string().describe('Id of the framework.'),
          release: z.string().describe('Version of the release whose wording it is about.'),
          expectation: z.string().describe('Id of the expectation.'),
          competency: z.string().describe('Name of the competency at its level.'),
          level: z.string().describe('Name of the level.'),
        })
        .describe('The expectation that it is about.'),
    ),
    createdAt: instant('When it was written down.'),
    closedAt: maybe(instant('When it was done or dropped.')),
    last: maybe(z.enum(ACTION_CHANGES).describe('What became of it last.')),
  })
  .meta({ id: 'Action', description: 'Who does what by when. Both sides write it.' });

export const actionList = z
  .strictObject({
    actions: z.array(action).describe('Open ones, the earliest due first: what is overdue leads.'),
  })
  .meta({ id: 'ActionList', description: 'Open actions.' });

export type ActionAsData = z.infer<typeof action>;
