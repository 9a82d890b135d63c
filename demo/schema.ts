/** The files of the demo world, in zod. References are by slug of a person and by name of a team or site. */
import { z } from 'zod';

/** A key that may be left out, but is never `undefined`. */
const maybe = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);
const text = z.string().min(1);
const slug = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/, 'A slug has small letters and hyphens, such as "ewan-kirkness".');
/** A day in the place where it happened. */
const day = z.iso.date();

const organisation = z.strictObject({
  name: text,
  /** Mail addresses end in it; no such domain can exist. */
  domain: z.string().endsWith('.example'),
  summary: text,
  /** What its operations department does. */
  department: text,
});

const site = z.strictObject({ name: text, summary: text, /** IANA name. */ timeZone: text });
const team = z.strictObject({ name: text, summary: text });
/** For writers: what a name in the notes stands for. Nothing is made of it. */
const named = z.strictObject({ name: text, what: text });

/** Something that several people tell in their notes. For writers and for the test that they agree. */
const event = z.strictObject({
  name: text,
  /** A word by which notes about it can be known. */
  said: text,
  on: day,
  reference: text,
  what: text,
});

/** Somebody who acts for a manager, from the first day to the last, both included. */
const deputy = z.strictObject({ person: slug, from: day, until: day });

const person = z.strictObject({
  slug,
  /** In full, as the person writes it. */
  name: text,
  /** What colleagues say and write, where that is no part of the name's beginning. */
  knownAs: maybe(text),
  pronouns: maybe(text),
  email: z.string().regex(/^[a-z.-]+@tirrick\.example$/, 'An address at tirrick.example.'),
  staffNumber: z.string().regex(/^TL-\d{4}$/, 'A number such as TL-0126.'),
  team: text,
  site: text,
  timeZone: text,
  /** Left out for those who answer to somebody outside the department. */
  manager: maybe(slug),
  joined: day,
  /** The last day. */
  left: maybe(day),
  /** Id of a level of frameworks/operations: what they hold today. */
  level: text,
  /** Every level they held here, oldest first; the last one is `level`. */
  levelHistory: z.array(z.strictObject({ level: text, from: day })).min(1),
  /** Only where the manager changed; oldest first, the last one is `manager`. */
  managerHistory: maybe(z.array(z.strictObject({ manager: slug, from: day })).min(2)),
  /** Only where the team changed; oldest first, the last one is `team`. */
  teamHistory: maybe(z.array(z.strictObject({ team: text, from: day })).min(2)),
  /** Who acts for them as a manager, and when: past, running and planned. */
  deputies: maybe(z.array(deputy).min(1)),
  /** What they are head of operations over: everything, or one team and so the line below them. */
  headOf: maybe(text),
  /** Id of the framework whose stewards they are among. */
  stewardOf: maybe(z.literal('operations')),
  administrator: maybe(z.literal(true)),
  hiringManager: maybe(z.literal(true)),
});

/** Whom a visitor of the demo may be, and what to try first. */
const castMember = z.strictObject({
  person: slug,
  role: z.enum([
    'engineer',
    'line manager',
    'deputy',
    'colleague',
    'hiring manager',
    'head of operations',
    'head of a part',
    'steward',
    'panel member',
    'administrator',
    'newcomer',
  ]),
  try: text,
});

/** `organisation.yaml` */
export const organisationFile = z.strictObject({
  organisation,
  /** The last day of the world. Only plans, such as a deputy over New Year, lie after it. */
  today: day,
  sites: z.array(site),
  teams: z.array(team),
  services: z.array(named),
  suppliers: z.array(named),
  events: z.array(event),
  people: z.array(person),
  cast: z.array(castMember),
});

/** What kind of thing happened. Left out where nobody chose one. */
const kind = z.enum([
  'incident led',
  'incident handled',
  'update to stakeholders',
  'review written',
  'problem closed',
  'runbook or guide written',
  'change run',
  'service onboarded',
  'toil removed',
  'session given',
  'cover taken',
  'vendor handled',
  'something else',
]);

/** Ids of expectations, or of a point where the note speaks to one only. Own level of that day, the next, or earlier. */
const speaksTo = z.array(text).min(1);
const links = z.array(z.url({ hostname: /\.example$/ })).min(1);

const helped = z.union([
  z.strictObject({ person: slug }),
  z.strictObject({ team: text }),
  /** Anybody else, in words: "the night desk in Manila". */
  z.strictObject({ others: text }),
]);

const note = z.strictObject({
  /** When it happened. Notes of a person are in this order. */
  on: day,
  /** What happened, in the person's own words. */
  text,
  kind: maybe(kind),
  speaksTo: maybe(speaksTo),
  helped: maybe(z.array(helped).min(1)),
  links: maybe(links),
  /** Since when the line manager can read it. Left out: private. */
  shared: maybe(day),
  /** A colleague was asked whether it was so, and said what they saw. At most one of these three. */
  confirmed: maybe(z.strictObject({ by: slug, asked: day, on: day, sentence: text })),
  declined: maybe(z.strictObject({ by: slug, asked: day, on: day, sentence: maybe(text) })),
  waiting: maybe(z.strictObject({ by: slug, asked: day })),
  /** When the text was changed, and what stood there before. */
  edited: maybe(z.array(z.strictObject({ on: day, before: text })).min(1)),
});

/** `evidence/SLUG.yaml` */
export const evidenceFile = z.strictObject({ notes: z.array(note) });

const offer = z.strictObject({
  from: slug,
  to: slug,
  offered: day,
  /** When it happened. */
  on: day,
  text,
  kind: maybe(kind),
  speaksTo: maybe(speaksTo),
  links: maybe(links),
  /** It became a note of theirs, in their own words where `text` is given. */
  accepted: maybe(z.strictObject({ on: day, text: maybe(text) })),
  declined: maybe(z.strictObject({ on: day, sentence: maybe(text) })),
});

/** `offers.yaml` */
export const offersFile = z.strictObject({ offers: z.array(offer) });

const question = z.strictObject({
  on: day,
  asker: slug,
  /** Id of the expectation whose wording it is about. */
  expectation: text,
  text,
  visibleTo: z.enum(['stewards', 'everybody']),
  /** In order. Left out while nobody has answered. */
  answers: maybe(z.array(z.strictObject({ by: slug, on: day, text })).min(1)),
});

/** `questions.yaml` */
export const questionsFile = z.strictObject({ questions: z.array(question) });

export type OrganisationFile = z.infer<typeof organisationFile>;
export type Person = z.infer<typeof person>;
export type Note = z.infer<typeof note>;
export type Helped = z.infer<typeof helped>;
export type Offer = z.infer<typeof offer>;
export type Question = z.infer<typeof question>;
