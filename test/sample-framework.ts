/**
 * A small family in the project's own words that has everything a page can meet: both shapes of source, tracks that
 * branch and join, every state of a cell, a row with two cells at a level, gaps, guides, role profiles and editions of
 * every status. Names and texts also carry what breaks careless pages.
 */
import type { Competency, Expectation, Framework, Level, RoleProfile } from '../src/domain/framework.ts';
import { DEFAULT_POLICY } from '../src/domain/policy.ts';
import { releaseDocument } from '../src/domain/release.ts';
import type { Catalogue, Edition } from '../src/features/framework/catalogue.ts';
import { digest } from '../src/formats/digest.ts';

export const LONG_NAME = 'Unterseekabelverlegungsbetriebsbereitschaftskoordinationsverantwortungsübergabe8';

/** Text that turns the direction of what follows it, if a page lets it. */
export const TURNING = 'Keeps \u202Ethe log\u202C and never closes\u2067 it';

const NOTHING: Omit<Framework, 'id' | 'name' | 'textFormat' | 'levels'> = {
  scale: { ordered: false, steps: [] },
  themes: [],
  competencies: [],
  expectations: [],
  roleProfiles: [],
  guides: [],
  policy: DEFAULT_POLICY,
  proposals: [],
  lineage: [],
  confirmed: { rows: [], policy: [] },
  accepted: [],
  gaps: [],
  notices: [],
  sourceStatus: [],
  source: { format: 'folder', key: 'sample', files: [] },
};

function level(id: string, name: string, next: string[], more: Partial<Level> = {}): Level {
  return { id, name, aliases: [], next, ...more };
}

function cell(competency: string, at: string, more: Partial<Expectation>): Expectation {
  const id = `${competency}-${at}`;
  return { id, competency, level: at, points: [], examples: [], links: [], state: 'present', ...more };
}

const HARBOUR_LEVELS = [
  level('watch', 'Watch Engineer', ['lead'], { summary: 'Keeps services running through a watch.' }),
  level('lead', 'Lead Engineer', ['principal', 'manager'], { route: 'process', aliases: ['Watch to Lead'] }),
  level('principal', 'Principal Engineer', ['head'], { track: 'Engineering', route: 'process' }),
  level('manager', 'Watch Manager', ['head'], { track: 'People', route: 'vacancy and interview' }),
  level('head', 'Head of Harbour', [], { route: 'vacancy and interview' }),
];

const SAME_NAME: [string, string, string][] = [
  [
    'incidents',
    'Handling incidents',
    'Restores service, tells people what is known, and sees that it does not happen twice.',
  ],
  ['records', 'Written records', 'Leaves notes that the next watch can act on without asking.'],
  ['suppliers', 'Working with suppliers', 'Gets what was agreed, and knows early when it will not come.'],
];

const HARBOUR_CELLS: Expectation[] = [
  cell('incidents', 'watch', {
    statement: 'Follows the harbour plan for a known fault and asks for help before the tide turns.',
    proficiency: 'working',
    examples: [
      'Brought the mooring sensors back by the plan and wrote down the two steps that were out of date.',
    ],
  }),
  cell('incidents', 'lead', {
    statement:
      'Leads a fault that several teams feel, from the first call to the close.\n\nHands the lead over without losing a thread.',
    points: [
      { id: 'p1', text: 'Names **one person** who speaks to the outside.' },
      { id: 'p2', text: 'Says every half hour what is known, even if that is nothing new.' },
      { id: 'p3', text: 'Closes with a review whose actions have owners.' },
    ],
    proficiency: 'practised',
    examples: [
      'Took over the crane control outage at shift change and closed it with three teams.',
      'Turned five loose ideas of a review into owned work, and told everybody a month later what came of them.',
    ],
    links: [
      { label: 'How reviews are held here', url: 'https://harbour.example/reviews' },
      { label: 'Old handbook', url: 'javascript:alert(1)' },
    ],
  }),
  cell('incidents', 'principal', {
    statement: 'Finds the faults that several incidents share.',
    proficiency: 'practised',
  }),
  cell('incidents', 'manager', {
    statement: 'Sees that nobody leads two nights in a row.',
    proficiency: 'working',
  }),
  cell('incidents', 'head', {
    statement: 'Answers for how the harbour meets its worst day.',
    proficiency: 'practised',
  }),
  cell('records', 'watch', { statement: TURNING, proficiency: 'aware' }),
  cell('records', 'lead', {
    statement: 'Finds the holes in the log and closes them unasked.',
    proficiency: 'working',
  }),
  cell('records', 'principal', { state: 'not assessed' }),
  cell('records', 'manager', { state: 'to do' }),
  cell('records', 'head', { state: 'not in use' }),
  cell('suppliers', 'lead', {
    statement: 'Agrees delivery dates with suppliers and <b>chases</b> them.  Twice if need be.',
    proficiency: 'working',
  }),
];

const PROFILE: RoleProfile = {
  id: 'watch-manager',
  title: 'Watch manager',
  aliases: ['Shift lead', 'Duty manager'],
  introduction: 'This profile is for whoever runs a *watch*.',
  purpose:
    'Keeps a watch of six people and forty services in good order.\n\nAnswers to the head of the harbour.',
  responsibilities: ['Plans the rota', 'Speaks for the watch'],
  skillsIntroduction: 'Somebody in this post has kept a watch before.',
  skills: [
    { name: '**Planning**', abilities: ['**Plan a rota that survives a week of fog**', 'Say no early'] },
    { name: 'Listening', abilities: ['Hear what a tired person is not saying'] },
  ],
  qualifications: [
    { name: 'Harbour<sup>®</sup> 2: Basics', url: 'https://harbour.example/basics' },
    { name: 'First aid' },
  ],
  sections: [{ id: 'hours', heading: 'Hours', body: 'Two nights in eight.' }],
  draft: false,
  date: '2026-02-03T00:00:00-06:00',
  level: 'manager',
};

/** Newer shape: each theme is itself the competency. Markdown, a defined scale, tracks. */
export const HARBOUR: Framework = {
  ...NOTHING,
  id: 'harbour',
  name: 'Harbour Operations',
  summary:
    'What is expected of the people who keep the harbour’s services running, from the first watch to its head.',
  textFormat: 'markdown',
  scale: {
    ordered: true,
    steps: [
      { id: 'aware', name: 'Aware', definition: 'Knows that it exists and whom to ask.' },
      { id: 'working', name: 'Working', definition: 'Does it alone on a usual day.' },
      { id: 'practised', name: 'Practised', definition: 'Does it on an unusual day and teaches it.' },
    ],
  },
  levels: HARBOUR_LEVELS,
  themes: SAME_NAME.map(([id, name]) => ({ id, name })),
  competencies: SAME_NAME.map(([id, name, definition]): Competency => ({ id, theme: id, name, definition })),
  expectations: HARBOUR_CELLS,
  roleProfiles: [PROFILE, { ...PROFILE, id: 'pilot', title: 'Pilot on call', aliases: [], draft: true }],
  guides: [
    {
      id: 'how-to-use',
      title: 'How to use these competencies',
      kind: 'how-to-use',
      textFormat: 'markdown',
      introduction: 'Read your own level first.',
      sections: [
        {
          id: 'before-a-talk',
          heading: 'Before a talk',
          body: '#### Bring notes\n\nThree things that happened.\n\n## Leave room\n\n| What | When |\n|:--|--:|\n| Notes | before |\n\n<script>alert(1)</script> ![a picture](https://harbour.example/p.png) [ask](mailto:watch@harbour.example)',
        },
        { id: 'after-a-talk', heading: 'After a talk', body: 'Write down what was agreed.' },
      ],
      proposals: [],
      gaps: [],
      sourceStatus: [],
    },
  ],
  policy: {
    ...DEFAULT_POLICY,
    steward: 'Harbour working group',
    reviewBy: '2027-03-31',
    appliesTo: 'Everybody who keeps a watch',
    exempt: 'unknown',
  },
  gaps: [
    {
      id: 'exempt-teams',
      kind: 'empty list',
      quote: 'Teams that are exempt:',
      explanation: 'The list of exempt teams is empty.',
    },
  ],
};

const QUAY_LEVELS = [
  level('hand', 'Quay Hand', ['senior-hand']),
  level('senior-hand', 'Senior Quay Hand', []),
];

/** Legacy shape: themes with several competencies, plain text, examples only, an undefined scale. */
export const QUAY: Framework = {
  ...NOTHING,
  id: 'quay',
  name: 'Quay Support',
  textFormat: 'plain',
  scale: { ordered: false, steps: [{ id: 'working', name: 'Working knowledge' }] },
  levels: QUAY_LEVELS,
  themes: [
    { id: 'technical', name: 'Technical' },
    { id: 'talking', name: 'Talking to people' },
  ],
  competencies: [
    { id: 'ropes', theme: 'technical', name: 'Handling ropes' },
    { id: 'lights', theme: 'technical', name: LONG_NAME },
    { id: 'callers', theme: 'talking', name: 'Answering callers' },
  ],
  expectations: [
    cell('ropes', 'hand', {
      examples: ['Ties off  with two spaces and a <tag>', 'Checks the knots'],
      proficiency: 'working',
    }),
    cell('ropes', 'senior-hand', {
      name: 'Handling ropes (in a storm)',
      examples: ['Does so in a storm'],
      proficiency: 'working',
    }),
    {
      ...cell('ropes', 'senior-hand', { examples: ['Teaches it'], proficiency: 'unheard of' }),
      id: 'ropes second',
    },
    cell('lights', 'hand', { examples: [], proficiency: 'working' }),
    cell('callers', 'senior-hand', {
      examples: ['שלום, answers in the caller’s language'],
      proficiency: 'working',
    }),
  ],
  notices: [
    {
      text: 'Crane competencies v2: a new set can be read now.',
      about: 'other framework',
      level: 'senior-hand',
    },
  ],
  sourceStatus: [
    { status: 'legacy', quote: 'These are old competencies, kept for reference.', level: 'hand' },
  ],
  proposals: [
    {
      key: 'earlierLevels',
      value: 'assumed',
      quote: 'Yes. We expect seniors to still show what came before.',
    },
  ],
};

const edition = (framework: Framework, more: Partial<Edition>): Edition => ({
  framework,
  status: 'published',
  since: '2026-03-12T14:02:00.000Z',
  statuses: [],
  ...more,
});

/** A release whose digest is that of its document. */
const released = (framework: Framework, more: Partial<Edition>): Edition => {
  const document = releaseDocument(framework);
  return edition(framework, { document, digest: digest(document), ...more });
};

/** Harbour: 1.1.0 beta over 1.0.0 legacy, and a draft. Quay: a legacy release. Night: only a draft. */
export function sampleCatalogue(): Catalogue {
  const draft = { ...HARBOUR, name: 'Harbour Operations, next', proposals: QUAY.proposals };
  return {
    revision: 'sample-1',
    frameworks: [
      {
        id: 'harbour',
        releases: [
          released(HARBOUR, { version: '1.1.0', status: 'beta' }),
          released(HARBOUR, {
            version: '1.0.0',
            status: 'legacy',
            since: '2025-06-01T08:00:00.000Z',
            statuses: [
              { status: 'published', since: '2024-02-01T08:00:00.000Z', by: 'steward' },
              { status: 'legacy', since: '2025-06-01T08:00:00.000Z', by: 'steward' },
            ],
          }),
        ],
        draft: edition(draft, { status: 'draft' }),
      },
      { id: 'quay', releases: [released(QUAY, { version: '0.9.0', status: 'legacy' })] },
      {
        id: 'night',
        releases: [],
        draft: edition({ ...QUAY, id: 'night', name: 'Night Desk' }, { status: 'draft' }),
      },
    ],
    guides: [
      {
        id: 'questions',
        title: 'Questions people ask',
        kind: 'faq',
        textFormat: 'plain',
        sections: [
          { id: 'who', heading: 'Who is it for?', body: 'For everybody.\n\nTeams that are exempt:' },
        ],
        proposals: QUAY.proposals,
        gaps: HARBOUR.gaps,
        sourceStatus: [],
        speaksOf: 'Harbour Support',
      },
    ],
    roleProfiles: [{ ...PROFILE, id: 'stoker', title: 'Stoker', draft: true }],
  };
}
