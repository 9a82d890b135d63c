/** One row of every kind in every table about people, and who may read and change it: the reading table as data. */
import { sql } from 'kysely';
import type { Database } from '../../src/db/connect.ts';
import { DEPUTY_SPAN, day, idOf, type Name, NEWEST } from '../world.ts';
import { CONVERSATION_RECORDS, CONVERSATION_TEXTS, fillConversations } from './conversation.ts';
import { EVERYBODY, id, type Kept, type Looker, MANAGING, SIGNED_IN } from './kept.ts';
import { fillPlan, PLAN_RECORDS, PLAN_TEXTS } from './plan.ts';

export const PRIVATE = id('e0e0', 1);
export const SHARED = id('e0e0', 2);
const PRIVATE_ASKED = id('c0c0', 1);
const SHARED_ASKED = id('c0c0', 2);
const OFFERED = id('0ffe', 1);
const OFFER_ANSWERED = id('0ffe', 2);
const ASKED_STEWARDS = id('a5c0', 1);
const ASKED_EVERYBODY = id('a5c0', 2);

/** What addresses name. `nothing` is an id of nothing. */
export const RECORD_IDS = {
  asked: PRIVATE_ASKED,
  answered: SHARED_ASKED,
  offered: OFFERED,
  askedStewards: ASKED_STEWARDS,
  askedEverybody: ASKED_EVERYBODY,
  deputy: DEPUTY_SPAN,
  nothing: id('0000', 0),
};

/** Texts of the engineer's record, and who reads each anywhere at all: on a page, in data, in a file. */
export const TEXTS: readonly { text: string; readers: readonly Looker[]; byMailOnly?: true }[] = [
  // The colleague is asked to confirm it.
  { text: 'Rang the wrong supplier', readers: ['engineer', 'colleague'] },
  // The former manager was asked to confirm it.
  { text: 'Brought the tide gauges back', readers: ['engineer', 'formerManager', ...MANAGING] },
  { text: 'Earlier words', readers: ['engineer'] },
  { text: 'I was there, and so was the fog', readers: ['engineer', 'formerManager', ...MANAGING] },
  { text: 'talked the night desk through it', readers: ['engineer', 'colleague'] },
  { text: 'Whose plan, for stewards', readers: ['engineer', 'steward'] },
  { text: 'H-0017', readers: ['engineer', 'administrator'] },
  { text: 'The telephone fell into the harbour', readers: ['engineer', 'administrator'], byMailOnly: true },
  { text: 'A reason that is long enough', readers: ['engineer', 'administrator'] },
  ...PLAN_TEXTS,
  ...CONVERSATION_TEXTS,
];

const about = (name: Name) => `person_id = '${idOf(name)}'`;
const of = (piece: string) => `evidence_id = '${piece}'`;

/** Rows that hang on one piece of evidence and are read by whoever may read it. */
function hangingOn(table: string): Kept[] {
  return [
    {
      table,
      row: 'of evidence kept private',
      where: of(PRIVATE),
      readers: ['engineer'],
      writers: ['engineer'],
    },
    {
      table,
      row: 'of shared evidence',
      where: of(SHARED),
      readers: ['engineer', ...MANAGING],
      writers: ['engineer'],
    },
  ];
}

export const RECORDS: readonly Kept[] = [
  {
    table: 'evidence',
    row: 'kept private',
    where: `id = '${PRIVATE}'`,
    readers: ['engineer'],
    writers: ['engineer'],
  },
  {
    table: 'evidence',
    row: 'shared with the manager',
    where: `id = '${SHARED}'`,
    readers: ['engineer', ...MANAGING],
    writers: ['engineer'],
  },
  {
    table: 'evidence_version',
    row: 'of private evidence',
    where: of(PRIVATE),
    readers: ['engineer'],
    adders: ['engineer'],
  },
  {
    table: 'evidence_version',
    row: 'of shared evidence',
    where: of(SHARED),
    readers: ['engineer'],
    adders: ['engineer'],
  },
  ...['evidence_tie', 'evidence_link', 'evidence_helped', 'evidence_file'].flatMap(hangingOn),
  {
    table: 'confirmation',
    row: 'asked about private evidence',
    where: `id = '${PRIVATE_ASKED}'`,
    readers: ['engineer', 'colleague'],
    writers: ['engineer'],
  },
  {
    table: 'confirmation',
    row: 'answered about shared evidence',
    where: `id = '${SHARED_ASKED}'`,
    readers: ['engineer', 'formerManager', ...MANAGING],
  },
  {
    table: 'offer',
    row: 'from the colleague',
    where: `id = '${OFFERED}'`,
    readers: ['engineer', 'colleague'],
    writers: ['colleague', 'engineer'],
    adders: ['colleague'],
  },
  {
    table: 'offer',
    row: 'that was answered',
    where: `id = '${OFFER_ANSWERED}'`,
    readers: ['engineer', 'colleague'],
  },
  {
    table: 'wording_question',
    row: 'for stewards',
    where: `id = '${ASKED_STEWARDS}'`,
    readers: ['engineer', 'steward'],
    writers: ['engineer'],
  },
  {
    table: 'wording_question',
    row: 'for everybody',
    where: `id = '${ASKED_EVERYBODY}'`,
    readers: SIGNED_IN,
    writers: ['engineer'],
  },
  {
    table: 'wording_answer',
    row: 'to a question for stewards',
    where: `question_id = '${ASKED_STEWARDS}'`,
    readers: ['engineer', 'steward'],
    adders: ['steward'],
  },
  {
    table: 'wording_answer',
    row: 'to a question for everybody',
    where: `question_id = '${ASKED_EVERYBODY}'`,
    readers: SIGNED_IN,
    adders: ['steward'],
  },
  {
    table: 'person',
    row: 'the engineer',
    where: `id = '${idOf('engineer')}'`,
    readers: SIGNED_IN,
    writers: ['engineer', 'administrator'],
    adders: ['administrator'],
  },
  {
    table: 'staff_number',
    row: 'the engineer’s',
    where: about('engineer'),
    readers: ['engineer', 'administrator'],
    writers: ['administrator'],
  },
  {
    table: 'team',
    row: 'any',
    where: `name = 'Night watch'`,
    readers: SIGNED_IN,
    writers: ['administrator'],
  },
  {
    table: 'team',
    row: 'that nobody was ever in',
    where: `name = 'Empty quay'`,
    readers: SIGNED_IN,
    writers: ['administrator'],
  },
  {
    table: 'team_member',
    row: 'of today',
    where: `${about('engineer')} and until is null`,
    readers: SIGNED_IN,
    writers: ['administrator'],
  },
  {
    table: 'team_member',
    row: 'of the past',
    where: `${about('engineer')} and until is not null`,
    readers: ['engineer', 'administrator'],
    writers: ['administrator'],
  },
  {
    table: 'reporting_line',
    row: 'of today',
    where: `${about('engineer')} and until is null`,
    readers: SIGNED_IN,
    writers: ['administrator'],
  },
  {
    table: 'reporting_line',
    row: 'of the past',
    where: `${about('engineer')} and until is not null`,
    readers: ['engineer', 'formerManager', 'administrator'],
    writers: ['administrator'],
  },
  {
    table: 'level_held',
    row: 'the engineer’s',
    where: about('engineer'),
    readers: ['engineer', 'administrator', ...MANAGING],
    writers: ['administrator', ...MANAGING],
  },
  {
    table: 'deputy',
    row: 'of the line manager',
    where: `manager_id = '${idOf('lineManager')}'`,
    readers: ['lineManager', 'deputy', 'engineer', 'colleague'],
    writers: ['lineManager'],
  },
  {
    table: 'headship',
    row: 'of the head',
    where: about('head'),
    readers: SIGNED_IN,
    writers: ['administrator'],
  },
  {
    table: 'stewardship',
    row: 'of the steward',
    where: about('steward'),
    readers: SIGNED_IN,
    writers: ['administrator'],
  },
  {
    table: 'administrator',
    row: 'the administrator',
    where: about('administrator'),
    readers: SIGNED_IN,
    writers: ['administrator'],
  },
  {
    table: 'framework_reach',
    row: 'of harbour',
    where: `framework_id = 'harbour'`,
    readers: SIGNED_IN,
    writers: ['administrator'],
  },
  {
    table: 'framework_chosen',
    row: 'by the engineer',
    where: about('engineer'),
    readers: ['engineer', 'administrator', ...MANAGING],
    writers: ['engineer'],
  },
  {
    table: 'setting',
    row: 'any',
    where: `key = 'for a test'`,
    readers: EVERYBODY,
    writers: ['administrator'],
  },
  ...[
    'account',
    'session',
    'credential',
    'verification',
    'passkey',
    'two_factor',
    'rate_limit',
    'set_up_key',
  ].map((table): Kept => ({ table, row: 'any', where: 'true', readers: [] })),
  {
    table: 'invitation',
    row: 'of the stranger',
    where: about('stranger'),
    readers: ['administrator'],
    adders: ['administrator'],
  },
  { table: 'sign_up', row: 'any', where: 'true', readers: [] },
  {
    table: 'second_factor_removal',
    row: 'of the engineer',
    where: about('engineer'),
    readers: ['engineer', 'administrator'],
    adders: ['administrator'],
  },
  {
    table: 'personal_token',
    row: 'of the engineer',
    where: about('engineer'),
    readers: ['engineer'],
    writers: ['engineer'],
  },
  { table: 'mail', row: 'to the engineer', where: about('engineer'), readers: [], adders: SIGNED_IN },
  {
    table: 'event',
    row: 'in the engineer’s record',
    where: `verb = 'evidence.opened'`,
    readers: ['engineer'],
    adders: ['lineManager'],
  },
  {
    table: 'event',
    row: 'about the engineer’s account',
    where: `verb = 'person.changed'`,
    readers: ['engineer', 'administrator'],
    // Whoever did it, and nobody in their name.
    adders: ['lineManager'],
  },
  {
    table: 'event',
    row: 'about a framework',
    where: `verb = 'release.created'`,
    readers: EVERYBODY,
    adders: EVERYBODY,
  },
  {
    table: 'people_import',
    row: 'waiting',
    where: 'true',
    readers: ['administrator'],
    writers: ['administrator'],
  },
  {
    table: 'break_glass',
    row: 'over the engineer’s record',
    where: `owner_id = '${idOf('engineer')}'`,
    readers: ['engineer', 'administrator'],
  },
  {
    table: 'erasure_wish',
    row: 'of the engineer',
    where: about('engineer'),
    readers: ['engineer', 'administrator'],
    writers: ['engineer'],
  },
  { table: 'erasure', row: 'of somebody', where: 'true', readers: EVERYBODY },
  ...PLAN_RECORDS,
  ...CONVERSATION_RECORDS,
];

/** Writes all of it, as whoever owns the tables. */
export async function fillRecords({ owner }: Database): Promise<void> {
  const now = new Date();
  const earlier = new Date(now.getTime() - 60 * 86_400_000);
  const later = new Date(now.getTime() + 60 * 86_400_000);
  const engineer = idOf('engineer');
  const release = { framework_id: 'harbour', release_version: NEWEST };
  await owner.transaction().execute(async (db) => {
    for (const [piece, text, shared_at] of [
      [PRIVATE, 'Rang the wrong supplier at four in the morning and said so', null],
      [SHARED, 'Brought the tide gauges back before the first ferry', now],
    ] as const) {
      const noted = { person_id: engineer, happened_on: day(-3), noted_at: now, changed_at: now, version: 2 };
      await db
        .insertInto('evidence')
        .values({ id: piece, text, ...noted, kind: null, shared_at, ...release, came_by: 'page' })
        .execute();
      const version = { version: 1, text: 'Earlier words', happened_on: day(-3), kind: null };
      await db
        .insertInto('evidence_version')
        .values({ evidence_id: piece, ...version, replaced_at: now })
        .execute();
      const tie = { person_id: engineer, expectation_id: 'incidents-watch', tied_at: now };
      await db
        .insertInto('evidence_tie')
        .values({ evidence_id: piece, ...release, ...tie })
        .execute();
      await db
        .insertInto('evidence_link')
        .values({ evidence_id: piece, place: 1, url: 'https://harbour.example/log', title: null })
        .execute();
      const helped = { helped_person_id: idOf('colleague'), helped_team_id: null, words: null };
      await db
        .insertInto('evidence_helped')
        .values({ evidence_id: piece, place: 1, ...helped })
        .execute();
      const file = { name: 'log.txt', type: 'text/plain', size: 3, digest: 'sha256:x', added_at: now };
      await db
        .insertInto('evidence_file')
        .values({ id: piece, evidence_id: piece, ...file, bytes: new Uint8Array([1, 2, 3]) })
        .execute();
    }
    const asked = { evidence_version: 2, asked_at: now, expires_at: later };
    const open = { answered_at: null, answer: null, sentence: null };
    const answered = {
      answered_at: now,
      answer: 'confirmed',
      sentence: 'I was there, and so was the fog.',
    } as const;
    await db
      .insertInto('confirmation')
      .values([
        {
          id: PRIVATE_ASKED,
          evidence_id: PRIVATE,
          colleague_id: idOf('colleague'),
          digest: '1',
          ...asked,
          ...open,
        },
        {
          id: SHARED_ASKED,
          evidence_id: SHARED,
          colleague_id: idOf('formerManager'),
          digest: '2',
          ...asked,
          ...answered,
        },
      ])
      .execute();
    await db
      .insertInto('offer')
      .values({
        id: OFFERED,
        from_id: idOf('colleague'),
        to_id: engineer,
        text: 'You talked the night desk through it',
        happened_on: day(-2),
        offered_at: now,
        answered_at: null,
        answer: null,
        evidence_id: null,
      })
      .execute();
    await db
      .insertInto('offer')
      .values({
        id: OFFER_ANSWERED,
        from_id: idOf('colleague'),
        to_id: engineer,
        text: 'You kept the log',
        happened_on: day(-2),
        offered_at: now,
        answered_at: now,
        answer: 'declined',
        evidence_id: null,
      })
      .execute();
    for (const [question, visible_to] of [
      [ASKED_STEWARDS, 'stewards'],
      [ASKED_EVERYBODY, 'everybody'],
    ] as const) {
      const asks = {
        expectation_id: 'incidents-watch',
        asker_id: engineer,
        text: `Whose plan, for ${visible_to}?`,
        asked_at: now,
      };
      await db
        .insertInto('wording_question')
        .values({ id: question, ...release, ...asks, visible_to })
        .execute();
      const answer = { steward_id: idOf('steward'), text: 'The harbour’s.', answered_at: now };
      await db
        .insertInto('wording_answer')
        .values({ id: question, question_id: question, ...answer })
        .execute();
    }
    await db.insertInto('staff_number').values({ person_id: engineer, number: 'H-0017' }).execute();
    const team = await db
      .selectFrom('team')
      .select('id')
      .where('name', '=', 'Day watch')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('team_member')
      .values({ person_id: engineer, team_id: team.id, since: new Date(0), until: earlier })
      .execute();
    await db
      .insertInto('team')
      .values({ id: id('7ea0', 1), name: 'Empty quay', created_at: now })
      .execute();
    await db
      .insertInto('framework_reach')
      .values({ framework_id: 'harbour', root_id: idOf('head'), set_at: now })
      .execute();
    await db
      .insertInto('framework_chosen')
      .values({ person_id: engineer, framework_id: 'harbour', chosen_at: now })
      .execute();
    await db.insertInto('setting').values({ key: 'for a test', value: 'yes', changed_at: now }).execute();
    await db.insertInto('rate_limit').values({ key: 'k', points: 1, expire: 1 }).execute();
    await db.insertInto('set_up_key').values({ digest: 'd', created_at: now, expires_at: later }).execute();
    await db
      .insertInto('invitation')
      .values({
        id: id('1717', 1),
        person_id: idOf('stranger'),
        email: 'stranger@harbour.example',
        digest: 'd',
        created_at: now,
        expires_at: later,
        accepted_at: null,
      })
      .execute();
    await db
      .insertInto('sign_up')
      .values({ digest: 'd', name: 'n', email: 'n@harbour.example', created_at: now, expires_at: later })
      .execute();
    await db
      .insertInto('second_factor_removal')
      .values({
        id: id('2fa0', 1),
        person_id: engineer,
        administrator_id: idOf('administrator'),
        reason: 'The telephone fell into the harbour',
        removed_at: now,
      })
      .execute();
    await db
      .insertInto('personal_token')
      .values({
        id: id('7070', 1),
        person_id: engineer,
        name: 'Laptop',
        digest: 'd',
        created_at: now,
        last_used_at: null,
        expires_at: later,
      })
      .execute();
    await db
      .insertInto('mail')
      .values({
        id: id('3a11', 1),
        person_id: engineer,
        address: 'engineer@harbour.example',
        kind: 'test',
        subject: 's',
        body: 'b',
        created_at: now,
        next_try_at: later,
        failure: null,
        sent_at: null,
        given_up_at: null,
      })
      .execute();
    const opened = { at: now, actor: idOf('lineManager'), subject: `evidence:${SHARED}` };
    await db
      .insertInto('event')
      .values([
        { id: id('0e00', 1), ...opened, verb: 'evidence.opened', kind: 'record', about: engineer },
        { id: id('0e00', 2), ...opened, verb: 'person.changed', kind: 'settings', about: engineer },
        { id: id('0e00', 3), ...opened, verb: 'release.created', kind: 'publication', about: null },
      ])
      .execute();
    await db
      .insertInto('break_glass')
      .values({
        id: id('b9b9', 1),
        administrator_id: idOf('administrator'),
        owner_id: engineer,
        record_kind: 'evidence',
        record_id: PRIVATE,
        reason: 'A reason that is long enough',
        opened_at: earlier,
        // Over, so that it opens nothing in this test.
        until: earlier,
      })
      .execute();
    await db
      .insertInto('people_import')
      .values({
        id: id('a9a9', 1),
        administrator_id: idOf('administrator'),
        name: 'people.csv',
        bytes: new Uint8Array([1]),
        ignores_unknown: false,
        read_at: now,
      })
      .execute();
    await db.insertInto('erasure_wish').values({ person_id: engineer, wished_at: now }).execute();
    await db
      .insertInto('erasure')
      .values({ person_id: id('9090', 1), erased_at: now })
      .execute();
    await fillPlan(db);
    await fillConversations(db);
    await sql`analyze`.execute(db);
  });
}
