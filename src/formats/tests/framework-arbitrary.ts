/** Generated frameworks, with the texts that trip writers: for the round trip of every format. */
import fc from 'fast-check';
import {
  EXPECTATION_STATES,
  type Expectation,
  FORMATS,
  type Framework,
  type Gap,
  type Guide,
  type GuideSection,
  LEVEL_ROUTES,
  type RoleProfile,
  type SourceStatus,
  STATUSES,
} from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { DEFAULT_POLICY, type PolicyKey, type PolicyProposal } from '../../domain/policy.ts';
import { AWKWARD } from './awkward-texts.ts';

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...AWKWARD) },
  { weight: 3, arbitrary: fc.lorem({ maxCount: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);

/** Any text. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: piece },
  { weight: 1, arbitrary: fc.tuple(piece, piece).map(([a, b]) => `${a}\n\n${b}`) },
);

const anyId: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.uuid() },
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '../../etc/passwd',
      'CON',
      'a/b',
      '..',
      'A',
      'a',
      '1e3',
      'null',
      '9'.repeat(200),
    ),
  },
  { weight: 1, arbitrary: piece.filter((text) => text !== '') },
);

const ids = (maxLength: number) => fc.uniqueArray(anyId, { maxLength });
const texts = fc.array(anyText, { maxLength: 3 });
const optional = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
  fc.option(value).map((some) => (some === null ? {} : { [key]: some }) as { [P in K]?: T });

/** Joins parts of an object. */
function parts<A, B, C, D, E>(
  a: fc.Arbitrary<A>,
  b: fc.Arbitrary<B>,
  c: fc.Arbitrary<C> = fc.constant({} as C),
  d: fc.Arbitrary<D> = fc.constant({} as D),
  e: fc.Arbitrary<E> = fc.constant({} as E),
): fc.Arbitrary<A & B & C & D & E> {
  return fc.tuple(a, b, c, d, e).map((all) => Object.assign({}, ...all) as A & B & C & D & E);
}

const policyKey = fc.constantFrom(
  ...(['earlierLevels', 'exempt', 'voluntaryUse', 'steward', 'reviewBy', 'appliesTo'] as PolicyKey[]),
);
const policyValue = fc.oneof(anyText, fc.boolean(), texts);
const decision = parts(
  fc.record({ by: anyText, on: fc.constantFrom('2026-01-02', '1999-12-31') }),
  optional('why', anyText),
);
const proposal: fc.Arbitrary<PolicyProposal> = fc.record({
  key: policyKey,
  value: policyValue,
  quote: anyText,
});
const sourceStatus: fc.Arbitrary<SourceStatus> = parts(
  fc.record({ status: fc.constantFrom(...STATUSES), quote: anyText }),
  optional('level', anyId),
);
const gap: fc.Arbitrary<Gap> = fc.record({
  id: anyId,
  kind: fc.constantFrom('empty list', 'missing guide', 'missing level', 'undefined scale', 'other'),
  quote: anyText,
  explanation: anyText,
});
const section: fc.Arbitrary<GuideSection> = fc.record({ id: anyId, heading: anyText, body: anyText });

const policy: fc.Arbitrary<Framework['policy']> = parts(
  fc.record({
    earlierLevels: fc.constantFrom('assumed', 'evidenced', 'not considered'),
    everyCompetencyRequired: fc.boolean(),
    individualContributorRoute: fc.constantFrom('none', 'separate'),
    exempt: fc.oneof(texts, fc.constant('unknown' as const)),
    voluntaryUse: fc.boolean(),
  }),
  optional('appliesTo', anyText),
  optional('promotionRounds', anyText),
  optional('steward', anyText),
  optional('reviewBy', fc.constant('2027-02-03')),
).map((some) => ({ ...DEFAULT_POLICY, ...some }));

const confirmed: fc.Arbitrary<Framework['confirmed']> = parts(
  fc.record({
    rows: fc.array(parts(fc.record({ competency: anyId, joins: ids(3) }), decision), { maxLength: 2 }),
    policy: fc.array(
      parts(fc.record({ key: policyKey, value: policyValue }), optional('quote', anyText), decision),
      {
        maxLength: 2,
      },
    ),
  }),
  optional(
    'refused',
    fc.array(parts(fc.record({ competency: anyId, differsFrom: anyId }), decision), {
      minLength: 1,
      maxLength: 2,
    }),
  ),
  optional('scale', parts(fc.record({ order: ids(3) }), decision)),
);

export const anyGuide: fc.Arbitrary<Guide> = parts(
  fc.record({
    id: anyId,
    title: anyText,
    kind: fc.constantFrom('how-to-use', 'faq', 'writing', 'guide'),
    textFormat: fc.constantFrom('plain', 'markdown'),
    sections: fc.array(section, { maxLength: 3 }),
  }),
  fc.record({
    proposals: fc.array(proposal, { maxLength: 2 }),
    gaps: fc.array(gap, { maxLength: 2 }),
    sourceStatus: fc.array(sourceStatus, { maxLength: 2 }),
  }),
  optional('introduction', anyText),
  optional('speaksOf', anyText),
);

export const anyRoleProfile: fc.Arbitrary<RoleProfile> = parts(
  fc.record({
    id: anyId,
    title: anyText,
    aliases: texts,
    responsibilities: texts,
    skills: fc.array(fc.record({ name: anyText, abilities: texts }), { maxLength: 3 }),
    qualifications: fc.array(parts(fc.record({ name: anyText }), optional('url', anyText)), { maxLength: 3 }),
    sections: fc.array(section, { maxLength: 2 }),
    draft: fc.boolean(),
  }),
  optional('introduction', anyText),
  optional('purpose', anyText),
  parts(optional('skillsIntroduction', anyText), optional('date', anyText)),
  parts(optional('weight', fc.integer()), optional('level', anyId)),
);

/** The same without what a Markdown file cannot hold, having no way to escape it: NUL and halves of characters. */
function inMarkdown<T>(page: T): T {
  return JSON.parse(
    JSON.stringify(page, (_, value: unknown) =>
      typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\u2400') : value,
    ),
  ) as T;
}

/** The cells of a framework's rows: each row at each level at most once. */
function cells(levels: string[], rows: string[], steps: string[]): fc.Arbitrary<Expectation[]> {
  const pairs = rows.flatMap((competency) => levels.map((level) => ({ competency, level })));
  const cell = parts(
    fc.record({
      examples: texts,
      points: fc.uniqueArray(fc.record({ id: anyId, text: anyText }), {
        maxLength: 3,
        selector: ({ id }) => id,
      }),
      links: fc.array(fc.record({ label: anyText, url: anyText }), { maxLength: 2 }),
      state: fc.constantFrom(...EXPECTATION_STATES),
    }),
    optional('statement', anyText),
    optional('name', anyText),
    steps.length === 0 ? fc.constant({}) : optional('proficiency', fc.constantFrom(...steps)),
  );
  return fc
    .tuple(fc.subarray(pairs), fc.uniqueArray(anyId, { minLength: pairs.length, maxLength: pairs.length }))
    .chain(([chosen, names]) =>
      fc.tuple(
        ...chosen.map((place, index) => cell.map((rest) => ({ ...place, ...rest, id: names[index] ?? 'x' }))),
      ),
    );
}

interface Skeleton {
  levels: string[];
  themes: string[];
  rows: string[];
  steps: string[];
}

function content({ levels, themes, rows, steps }: Skeleton): fc.Arbitrary<Partial<Framework>> {
  const level = parts(
    fc.record({ name: anyText, aliases: texts, next: fc.subarray(levels) }),
    optional('track', anyText),
    optional('route', fc.constantFrom(...LEVEL_ROUTES)),
    optional('summary', anyText),
  );
  return fc.record({
    levels: fc.tuple(...levels.map((id) => level.map((rest) => ({ id, ...rest })))),
    themes: fc.tuple(
      ...themes.map((id) =>
        parts(fc.record({ name: anyText }), optional('summary', anyText)).map((rest) => ({ id, ...rest })),
      ),
    ),
    competencies: fc.tuple(
      ...(themes.length === 0 ? [] : rows).map((id) =>
        parts(
          fc.record({ name: anyText, theme: fc.constantFrom(...themes) }),
          optional('definition', anyText),
        ).map((rest) => ({ id, ...rest })),
      ),
    ),
    expectations: cells(levels, themes.length === 0 ? [] : rows, steps),
    scale: fc.record({
      ordered: fc.boolean(),
      steps: fc.tuple(
        ...steps.map((id) =>
          parts(fc.record({ name: anyText }), optional('definition', anyText)).map((rest) => ({
            id,
            ...rest,
          })),
        ),
      ),
    }),
  });
}

const source = fc.record({
  format: fc.constantFrom(...FORMATS.filter((format) => format !== 'folder')),
  key: anyText,
  files: fc.array(fc.record({ name: anyText, digest: anyText }), { maxLength: 2 }),
});

/** Any framework whose references lead somewhere, in its own order, imported from another format than the folder. */
export const anyFramework: fc.Arbitrary<Framework> = fc
  .record({ levels: ids(4), themes: ids(3), rows: ids(4), steps: ids(3) })
  .chain((skeleton) =>
    parts(
      parts(
        fc.record({
          id: anyId,
          name: anyText,
          textFormat: fc.constantFrom('plain', 'markdown'),
          policy,
          confirmed,
        }),
        optional('summary', anyText),
        optional('version', fc.constantFrom('1.0.0', '0.3.0-beta.1')),
      ),
      content(skeleton),
      fc.record({
        roleProfiles: fc.uniqueArray(anyRoleProfile.map(inMarkdown), {
          maxLength: 2,
          selector: ({ id }) => id,
        }),
        guides: fc.uniqueArray(anyGuide.map(inMarkdown), { maxLength: 2, selector: ({ id }) => id }),
        proposals: fc.array(proposal, { maxLength: 2 }),
        gaps: fc.array(gap, { maxLength: 2 }),
        sourceStatus: fc.array(sourceStatus, { maxLength: 2 }),
      }),
      fc.record({
        lineage: fc.array(
          fc.record({ kind: fc.constantFrom('same', 'split', 'new'), from: ids(2), to: ids(2) }),
          { maxLength: 2 },
        ),
        accepted: fc.array(
          parts(
            fc.record({ rule: anyId, by: anyText, on: fc.constant('2026-05-06'), why: anyText }),
            optional('entity', anyId),
            optional('quote', anyText),
          ),
          { maxLength: 2 },
        ),
        notices: fc.array(
          parts(
            fc.record({ text: anyText, about: fc.constantFrom('other framework', 'this framework') }),
            optional('level', anyId),
          ),
          { maxLength: 2 },
        ),
        source,
      }),
    ),
  )
  .map((framework) => inOwnOrder(framework as Framework));
