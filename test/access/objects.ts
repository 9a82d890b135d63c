/** Whose pages the addresses with a parameter lead to, in the world of records.ts, and who finds something there. */
import { idOf, NAMES } from '../world.ts';
import { AGREED, EARLIER, PREPARING, TALKING, WITH_FORMER } from './conversation.ts';
import { FEEDBACK_PLACES } from './feedback.ts';
import { type Looker, MANAGING, SIGNED_IN } from './kept.ts';
import { ACTION, KEPT_CARD, LEARNT, NOTE, OBJECTIVE, SHOWN_CARD, WANTED } from './plan.ts';
import { PRIVATE, RECORD_IDS, SHARED } from './records.ts';

export interface Place {
  /** As it is mounted. */
  path: string;
  /** The same with its parameters filled in. */
  address: string;
  /** Who finds something there; to everybody else it is an address that leads nowhere. */
  finders: readonly Looker[];
}

const OWNER: readonly Looker[] = ['engineer'];
const ADMINISTRATOR: readonly Looker[] = ['administrator'];
const SHARED_WITH: readonly Looker[] = ['engineer', ...MANAGING];

/** Fills the parameters of a path in order. */
function at(path: string, finders: readonly Looker[], ...values: string[]): Place {
  const left = [...values];
  const address = path.replace(/:[a-z]+(\{[^}]*\})?/gi, () => {
    const value = left.shift();
    if (value === undefined) throw new Error(`${path} has more parameters than values`);
    return value;
  });
  return { path, address, finders };
}

const engineer = idOf('engineer');
const stranger = idOf('stranger');
const { asked, answered, offered, askedStewards, askedEverybody } = RECORD_IDS;

/** Addresses of things that this world has none of: they lead nowhere, whoever asks. */
const NOTHING_THERE = [
  '/you/sign-in/passkeys/:id',
  '/you/sign-in/passkeys/:id/removal',
  '/administration/mail/:id/tries',
  '/administration/teams/:id/name',
  '/administration/teams/:id/removal',
  '/administration/roles/administrators/:id/end',
  '/administration/roles/heads/:id/end',
  '/administration/roles/stewards/:id/end',
  '/administration/imports/:id',
  '/administration/imports/:id/changes.csv',
  '/administration/imports/:id/application',
  '/administration/imports/:id/removal',
  '/administration/break-glass/:id/end',
];

export const PLACES: readonly Place[] = [
  at('/people/:id', SIGNED_IN, engineer),
  at('/people/:id/level', ['administrator', ...MANAGING], engineer),
  at('/people/:id/levels', ['administrator', ...MANAGING], engineer),
  at('/people/:id/evidence', MANAGING, engineer),
  at('/people/:id/offers/new', others('engineer'), engineer),
  at('/people/:id/offers', others('engineer'), engineer),
  at('/you/deputies/:id/end', ['lineManager'], RECORD_IDS.deputy),
  ...['', '/leaving'].map((end) => at(`/administration/people/:id${end}`, ADMINISTRATOR, engineer)),
  ...['details', 'team', 'manager', 'return'].map((part) =>
    at(`/administration/people/:id/${part}`, ADMINISTRATOR, engineer),
  ),
  at('/administration/accounts/:person', ADMINISTRATOR, engineer),
  // The engineer has none that could be removed.
  at('/administration/accounts/:person/second-factor', [], engineer),
  ...['ended-sessions', 'password-links'].map((part) =>
    at(`/administration/accounts/:person/${part}`, ADMINISTRATOR, engineer),
  ),
  ...NOTHING_THERE.map((path) => at(path, [], RECORD_IDS.nothing)),
  at('/administration/erasures/:id', ADMINISTRATOR, engineer),
  ...PIECE_PATHS().flatMap((path) => [at(path, OWNER, PRIVATE), at(path, OWNER, SHARED)]),
  at('/evidence/:id', OWNER, PRIVATE),
  at('/evidence/:id', SHARED_WITH, SHARED),
  at('/api/evidence/:id', OWNER, PRIVATE),
  at('/api/evidence/:id', SHARED_WITH, SHARED),
  at('/evidence/:id/files/:file', OWNER, PRIVATE, PRIVATE),
  at('/evidence/:id/files/:file', SHARED_WITH, SHARED, SHARED),
  at('/evidence/:id/confirmations/:ask/withdrawal', OWNER, PRIVATE, asked),
  at('/confirmations/:ask', ['colleague'], asked),
  at('/confirmations/:ask', ['formerManager'], answered),
  at('/confirmations/:ask/answer', ['colleague'], asked),
  at('/offers/:id', ['engineer', 'colleague'], offered),
  at('/offers/:id/acceptance', OWNER, offered),
  at('/offers/:id/refusal', OWNER, offered),
  at('/offers/:id/withdrawal', ['colleague'], offered),
  at('/questions/:id', ['engineer', 'steward'], askedStewards),
  at('/questions/:id', SIGNED_IN, askedEverybody),
  at('/questions/:id/answers', ['steward'], askedStewards),
  at('/questions/:id/visibility', OWNER, askedStewards),
  {
    path: '/questions/new',
    address: '/questions/new?framework=harbour&expectation=incidents-watch',
    finders: SIGNED_IN,
  },
  at('/people/:id', [], stranger.replace(/.$/, '0')),
  ...planPlaces(),
  ...conversationPlaces(),
  ...FEEDBACK_PLACES,
];

/** What only the owner of a piece of evidence opens and changes. */
function PIECE_PATHS(): string[] {
  const parts = [
    'edit',
    'versions',
    'shares',
    'shares/withdrawal',
    'deletion',
    'links',
    'links/removal',
    'helped',
    'helped/removal',
    'files',
    'files/removal',
    'ties',
    'ties/wordings',
    'confirmations',
    'confirmations/new',
  ];
  return [
    ...parts.map((part) => `/evidence/:id/${part}`),
    '/api/evidence/:id/ties',
    '/api/evidence/:id/shares',
  ];
}

function planPlaces(): Place[] {
  const own = ['edit', 'wordings', 'shares', 'shares/withdrawal', 'deletion'];
  const things: [list: string, kept: string, shown: string, parts: string[]][] = [
    ['learning', WANTED, LEARNT, [...own, 'completion', 'evidence']],
    ['qualifications', KEPT_CARD, SHOWN_CARD, [...own, 'file/removal']],
  ];
  return [
    at('/actions/:id', SHARED_WITH, ACTION),
    at('/actions/:id/changes', SHARED_WITH, ACTION),
    at('/api/actions/:id', SHARED_WITH, ACTION),
    ...['', '/edit', '/wordings', '/states'].map((part) =>
      at(`/objectives/:id${part}`, SHARED_WITH, OBJECTIVE),
    ),
    ...things.flatMap(([list, kept, shown, parts]) => [
      at(`/${list}/:id`, OWNER, kept),
      // Managers read what is shared on one page, below.
      at(`/${list}/:id`, OWNER, shown),
      ...parts.flatMap((part) => [
        at(`/${list}/:id/${part}`, OWNER, kept),
        at(`/${list}/:id/${part}`, OWNER, shown),
      ]),
    ]),
    // None has a file.
    at('/qualifications/:id/file', [], SHOWN_CARD),
    at('/people/:id/plan', SHARED_WITH, engineer),
    at('/people/:id/learning', SHARED_WITH, engineer),
    at('/team/:person/notes', MANAGING, engineer),
    at('/team/:person/notes/:note/edit', ['lineManager'], engineer, NOTE),
    at('/team/:person/notes/:note/deletion', ['lineManager'], engineer, NOTE),
  ];
}

function conversationPlaces(): Place[] {
  // Nobody stands in while views are prepared: they are their authors'.
  const preparing: readonly Looker[] = ['engineer', 'lineManager'];
  const talking: readonly Looker[] = ['colleague', ...MANAGING];
  const talk = (parts: string[], finders: readonly Looker[], id: string) =>
    parts.map((part) => at(`/conversations/:id${part}`, finders, id));
  const expectation = 'incidents-watch';
  return [
    at('/conversations/of/:person', ['formerManager', ...SHARED_WITH], engineer),
    ...[
      [engineer, ['engineer', 'formerManager'] as const],
      [idOf('colleague'), talking],
    ].map(([person, finders]) =>
      at(
        '/conversations/of/:person/competencies/:framework/:competency',
        finders as readonly Looker[],
        person as string,
        'harbour',
        'incidents',
      ),
    ),
    ...talk([''], SHARED_WITH, PREPARING),
    ...talk([''], ['formerManager', ...SHARED_WITH], WITH_FORMER),
    ...talk([''], talking, TALKING),
    ...talk(['/date', '/dates', '/dates/cancellations', '/end', '/ends'], preparing, PREPARING),
    ...talk(['/calendar.ics'], preparing, PREPARING),
    ...talk(
      ['/prepare', '/prepare/check', '/answers', '/raises', '/raises/withdrawals'],
      preparing,
      PREPARING,
    ),
    ...talk(['/submissions', '/withdrawals'], preparing, PREPARING),
    at('/conversations/:id/prepare/:place{[0-9]+}', preparing, PREPARING, '1'),
    at('/api/conversations/:id/answers/:expectation', preparing, PREPARING, expectation),
    at('/api/conversations/:id/answers/:expectation/:point', preparing, PREPARING, expectation, 'p1'),
    ...talk(
      ['/talk', '/check', '/rows', '/actions', '/signatures', '/signatures/withdrawals'],
      talking,
      TALKING,
    ),
    ...talk(['/talk'], [], PREPARING),
    at('/api/conversations/:id', SHARED_WITH, PREPARING),
    at('/api/conversations/:id/rows', talking, TALKING),
    at('/api/conversations/:id/rows/:expectation', talking, TALKING, expectation),
    ...talk(['/record', '/record.md', '/record.json'], OWNER, EARLIER),
    ...talk(['/record', '/record.md', '/record.json'], ['engineer', 'formerManager'], WITH_FORMER),
    ...talk(['/record', '/record.md', '/record.json'], talking, AGREED),
    ...talk(['/pack'], preparing, PREPARING),
    ...talk(['/pack'], talking, TALKING),
    ...talk(['/reopenings', '/reopenings/answers'], talking, AGREED),
  ];
}

function others(name: (typeof NAMES)[number]): readonly Looker[] {
  return NAMES.filter((other) => other !== name);
}
