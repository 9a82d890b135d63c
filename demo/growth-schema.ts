/** What people of the demo world plan and talk about, in zod. */
import { z } from 'zod';
import { LEARNING_KINDS } from '../src/domain/learning.ts';
import { OUTCOMES, STANCES } from '../src/domain/stance.ts';

const maybe = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);
const text = z.string().min(1);
const slug = z.string().regex(/^[a-z]+(-[a-z]+)*$/);
const day = z.iso.date();
/** Ids of expectations. */
const ties = z.array(text).min(1);

const objective = z.strictObject({
  person: slug,
  /** Whose wording it is: the person, or their manager. */
  by: slug,
  on: day,
  text,
  why: maybe(text),
  /** How both will know that it is reached. */
  howKnown: maybe(text),
  until: maybe(day),
  speaksTo: maybe(ties),
  /** What became of it. */
  later: maybe(
    z.array(
      z.strictObject({
        on: day,
        by: slug,
        state: z.enum(['agreed', 'reached', 'dropped']),
        why: maybe(text),
      }),
    ),
  ),
});

const action = z.strictObject({
  person: slug,
  owner: slug,
  by: slug,
  on: day,
  text,
  due: maybe(day),
  speaksTo: maybe(text),
  /** What became of it. */
  later: maybe(
    z.array(
      z.strictObject({
        on: day,
        by: slug,
        change: z.enum(['done', 'moved', 'dropped']),
        due: maybe(day),
        reason: maybe(text),
      }),
    ),
  ),
});

const learning = z.strictObject({
  person: slug,
  on: day,
  text,
  kind: z.enum(LEARNING_KINDS),
  /** The day on which it was learnt already, or by which it is wanted. */
  learnt: maybe(day),
  wantedBy: maybe(day),
  /** When what was wanted was learnt. */
  done: maybe(day),
  shared: maybe(z.literal(true)),
  speaksTo: maybe(ties),
});

const qualification = z.strictObject({
  person: slug,
  on: day,
  name: text,
  body: text,
  number: maybe(text),
  from: day,
  until: maybe(day),
  shared: maybe(z.literal(true)),
});

/** What a manager notes between talks. */
const managerNote = z.strictObject({ by: slug, person: slug, on: day, text });

/** `plans.yaml` */
export const plansFile = z.strictObject({
  objectives: z.array(objective),
  actions: z.array(action),
  learning: z.array(learning),
  qualifications: z.array(qualification),
  managerNotes: z.array(managerNote),
});

const answer = z.strictObject({ stance: maybe(z.enum(STANCES)), note: maybe(text) });

/** What is said about one competency at the level of the conversation, by whom. */
const row = z.strictObject({
  person: maybe(answer),
  manager: maybe(answer),
  agreed: maybe(
    z.strictObject({
      outcome: z.enum(OUTCOMES),
      sentence: maybe(text),
      /** Why each sees it as they do, where they see it differently. */
      person: maybe(text),
      manager: maybe(text),
    }),
  ),
  action: maybe(
    z.strictObject({ text, owner: z.enum(['person', 'manager']), due: maybe(day), done: maybe(day) }),
  ),
});

const conversation = z.strictObject({
  person: slug,
  /** Their line manager on those days. */
  manager: slug,
  started: day,
  by: z.enum(['person', 'manager']),
  level: text,
  /** Every competency of the level is talked about; only those of `rows` where it is left out. */
  wholeLevel: maybe(z.literal(true)),
  talk: z.strictObject({
    on: day,
    at: z.string().regex(/^\d\d:\d\d$/),
    minutes: z.union([z.literal(30), z.literal(45), z.literal(60), z.literal(90)]),
    place: maybe(text),
  }),
  /** When each side's view was in. */
  submitted: maybe(z.strictObject({ person: maybe(day), manager: maybe(day) })),
  /** When both signed. */
  signed: maybe(day),
  /** By id of the competency. */
  rows: z.record(text, row),
});

/** A file in `conversations/`: those of one team. */
export const conversationsFile = z.strictObject({ conversations: z.array(conversation) });

export type Plans = z.infer<typeof plansFile>;
export type Conversation = z.infer<typeof conversation>;
export type ConversationRow = z.infer<typeof row>;
