/**
 * Conversations in every phase. The line manager is preparing to see the engineer anew, so what was agreed with the
 * engineer earlier is not there for them; with the colleague nothing is being prepared.
 */
import type { Executor } from '../../src/db/schema.ts';
import { type AgreedRecord, RECORD_FORMAT, recordText } from '../../src/domain/agreed-record.ts';
import { day, idOf, type Name, NEWEST } from '../world.ts';
import { id, type Kept, type Looker, MANAGING } from './kept.ts';

export const PREPARING = id('7a1c', 1);
export const EARLIER = id('7a1c', 2);
export const WITH_FORMER = id('7a1c', 3);
export const TALKING = id('7a1c', 4);
export const AGREED = id('7a1c', 5);
const BROKEN_OFF = id('7a1c', 6);
const SUBMITTED = id('7a1c', 7);
const HALF_SIGNED = id('7a1c', 8);
export const ASKED_BEFORE = id('feed', 1);
export const ASKED_AFTER = id('feed', 2);

const BOTH: readonly Looker[] = ['engineer', ...MANAGING];
const OTHERS: readonly Looker[] = ['colleague', ...MANAGING];

const of = (talk: string) => `conversation_id = '${talk}'`;
const side = (talk: string, whose: 'person' | 'manager') => `${of(talk)} and side = '${whose}'`;

export const CONVERSATION_RECORDS: readonly Kept[] = [
  {
    table: 'conversation',
    row: 'being prepared',
    where: `id = '${PREPARING}'`,
    readers: BOTH,
    writers: BOTH,
    // In nobody else's name.
    adders: ['engineer'],
  },
  {
    table: 'conversation',
    row: 'with a former manager',
    where: `id = '${WITH_FORMER}'`,
    readers: ['formerManager', ...BOTH],
    writers: ['engineer'],
    adders: [],
  },
  {
    table: 'conversation_row',
    row: 'being prepared',
    where: of(PREPARING),
    readers: BOTH,
    adders: ['engineer', 'lineManager'],
  },
  {
    table: 'conversation_date',
    row: 'being prepared',
    where: of(PREPARING),
    readers: BOTH,
    adders: ['engineer'],
  },
  {
    table: 'view_answer',
    row: 'the person’s, before the reveal',
    where: side(PREPARING, 'person'),
    readers: ['engineer'],
    writers: ['engineer'],
  },
  {
    table: 'view_answer',
    row: 'the manager’s, before the reveal',
    where: side(PREPARING, 'manager'),
    readers: ['lineManager'],
    writers: ['lineManager'],
  },
  {
    table: 'view_answer',
    row: 'of an earlier talk, while the manager prepares the next',
    where: of(EARLIER),
    readers: ['engineer'],
  },
  { table: 'view_answer', row: 'both, after the reveal', where: of(TALKING), readers: OTHERS },
  {
    table: 'view_raise',
    row: 'the person’s, before the reveal',
    where: side(PREPARING, 'person'),
    readers: ['engineer'],
    writers: ['engineer'],
  },
  { table: 'view_raise', row: 'after the reveal', where: of(TALKING), readers: OTHERS },
  { table: 'view_submission', row: 'that the person submitted', where: of(TALKING), readers: OTHERS },
  {
    table: 'view_submission',
    row: 'that can be taken back',
    where: of(SUBMITTED),
    readers: ['deputy', 'managersManager'],
    writers: ['deputy'],
    // Once is enough.
    adders: [],
  },
  {
    table: 'reveal',
    row: 'of a talk',
    where: of(TALKING),
    readers: OTHERS,
    adders: ['colleague', 'lineManager'],
  },
  {
    table: 'conversation_evidence',
    row: 'before the reveal',
    where: of(PREPARING),
    readers: ['engineer'],
    writers: ['engineer'],
  },
  { table: 'conversation_evidence', row: 'after the reveal', where: of(TALKING), readers: OTHERS },
  { table: 'agreed_row', row: 'being written', where: of(TALKING), readers: OTHERS, writers: OTHERS },
  {
    table: 'agreed_row',
    row: 'of an earlier talk, while the manager prepares the next',
    where: of(EARLIER),
    readers: ['engineer'],
  },
  { table: 'signature', row: 'under an agreed record', where: of(AGREED), readers: OTHERS },
  {
    table: 'signature',
    row: 'that the other’s is missing to',
    where: of(HALF_SIGNED),
    readers: ['deputy', 'managersManager'],
    writers: ['deputy'],
  },
  {
    table: 'agreed_record',
    row: 'while the manager prepares the next',
    where: of(EARLIER),
    readers: ['engineer'],
    // Either side, once both have signed.
    adders: BOTH,
  },
  {
    table: 'agreed_record',
    row: 'signed by a former manager',
    where: of(WITH_FORMER),
    readers: ['engineer', 'formerManager'],
    adders: ['engineer'],
  },
  { table: 'agreed_record', row: 'of a report', where: of(AGREED), readers: OTHERS, adders: OTHERS },
  {
    table: 'reopening',
    row: 'asked by the person',
    where: `${of(AGREED)} and answered_at is null`,
    // Answered by the other side, once, and never changed otherwise.
    readers: OTHERS,
    adders: ['colleague'],
  },
  {
    table: 'reopening',
    row: 'that was answered',
    where: `${of(AGREED)} and answered_at is not null`,
    readers: OTHERS,
  },
  {
    table: 'conversation_end',
    row: 'by a change of manager',
    where: of(BROKEN_OFF),
    readers: ['formerManager', ...BOTH],
  },
  {
    table: 'feedback_request',
    row: 'asked of the colleague',
    where: `id = '${ASKED_BEFORE}'`,
    readers: ['colleague', ...BOTH],
  },
  {
    table: 'feedback',
    row: 'before the reveal',
    where: `request_id = '${ASKED_BEFORE}'`,
    readers: ['colleague'],
  },
  {
    table: 'feedback',
    row: 'after the reveal',
    where: `request_id = '${ASKED_AFTER}'`,
    readers: ['formerManager', ...OTHERS],
  },
];

/** Texts of conversations, and who reads each anywhere at all. The colleague's stand for what is revealed. */
export const CONVERSATION_TEXTS: readonly { text: string; readers: readonly Looker[] }[] = [
  { text: noteIn(PREPARING, 'person'), readers: ['engineer'] },
  { text: noteIn(PREPARING, 'manager'), readers: ['lineManager'] },
  { text: raisedIn(PREPARING, 'person'), readers: ['engineer'] },
  { text: raisedIn(PREPARING, 'manager'), readers: ['lineManager'] },
  // While the line manager prepares anew, what was agreed before is not there for them.
  { text: noteIn(EARLIER, 'person'), readers: ['engineer'] },
  { text: noteIn(EARLIER, 'manager'), readers: ['engineer'] },
  { text: agreedIn(EARLIER), readers: ['engineer'] },
  { text: agreedIn(WITH_FORMER), readers: ['engineer', 'formerManager'] },
  { text: noteIn(TALKING, 'person'), readers: OTHERS },
  { text: noteIn(TALKING, 'manager'), readers: OTHERS },
  { text: agreedIn(AGREED), readers: OTHERS },
  { text: 'A date is wrong', readers: OTHERS },
  { text: saidIn(ASKED_BEFORE), readers: ['colleague'] },
  { text: saidIn(ASKED_AFTER), readers: ['formerManager', ...OTHERS] },
];

function noteIn(talk: string, whose: 'person' | 'manager'): string {
  return `Mostly at night, says the ${whose} of ${talk.slice(-2)}`;
}

function raisedIn(talk: string, whose: 'person' | 'manager'): string {
  return `The log has holes, says the ${whose} of ${talk.slice(-2)}`;
}

function agreedIn(talk: string): string {
  return `Both saw the same storm in ${talk.slice(-2)}`;
}

function saidIn(request: string): string {
  return `Calm at three in the morning, as asked in ${request.slice(-2)}`;
}

interface Talk {
  talk: string;
  person: Name;
  manager: Name;
  revealed?: boolean;
  /** Before the reveal: the person alone has submitted. */
  submitted?: boolean;
  /** Both have signed; or the person alone has. */
  agreed?: boolean;
  signed?: boolean;
}

const TALKS: readonly Talk[] = [
  { talk: PREPARING, person: 'engineer', manager: 'lineManager' },
  { talk: EARLIER, person: 'engineer', manager: 'lineManager', revealed: true, agreed: true },
  { talk: WITH_FORMER, person: 'engineer', manager: 'formerManager', revealed: true, agreed: true },
  { talk: TALKING, person: 'colleague', manager: 'lineManager', revealed: true },
  { talk: AGREED, person: 'colleague', manager: 'lineManager', revealed: true, agreed: true },
  { talk: BROKEN_OFF, person: 'engineer', manager: 'formerManager' },
  { talk: SUBMITTED, person: 'deputy', manager: 'managersManager', submitted: true },
  { talk: HALF_SIGNED, person: 'deputy', manager: 'managersManager', revealed: true, signed: true },
];

export async function fillConversations(db: Executor): Promise<void> {
  for (const talk of TALKS) await fillTalk(db, talk);
  const now = new Date();
  await db
    .insertInto('conversation_end')
    .values({ conversation_id: BROKEN_OFF, ended_at: now, ended_by: null, reason: 'the manager changed' })
    .execute();
  const asked = {
    conversation_id: AGREED,
    edition: 1,
    asked_side: 'person',
    asked_by: idOf('colleague'),
  } as const;
  const before = new Date(now.getTime() - 86_400_000);
  await db
    .insertInto('reopening')
    .values([
      { ...asked, reason: 'A date is wrong', asked_at: now, answered_at: null, agreed: null },
      { ...asked, reason: 'A name is wrong', asked_at: before, answered_at: now, agreed: false },
    ])
    .execute();
  await fillFeedback(db, ASKED_BEFORE, PREPARING, 'engineer', 'colleague');
  await fillFeedback(db, ASKED_AFTER, TALKING, 'colleague', 'formerManager');
}

async function fillTalk(db: Executor, given: Talk): Promise<void> {
  const { talk, person, manager, revealed, submitted, agreed, signed } = given;
  const now = new Date();
  const conversation_id = talk;
  const person_id = idOf(person);
  await db
    .insertInto('conversation')
    .values({
      id: talk,
      person_id,
      manager_id: idOf(manager),
      in_place_of: null,
      started_by: person_id,
      started_at: now,
      framework_id: 'harbour',
      release_version: NEWEST,
      level_id: 'watch',
      touched_at: now,
    })
    .execute();
  const expectation_id = 'incidents-watch';
  await db.insertInto('conversation_row').values({ conversation_id, expectation_id, place: 1 }).execute();
  const when = { starts_at: now, minutes: 45, place: null, cancelled: false, set_by: person_id, set_at: now };
  await db
    .insertInto('conversation_date')
    .values({ conversation_id, sequence: 0, ...when })
    .execute();
  for (const [whose, author] of [
    ['person', person],
    ['manager', manager],
  ] as const) {
    const of = { conversation_id, side: whose, expectation_id, person_id, author_id: idOf(author) };
    await db
      .insertInto('view_answer')
      .values({ ...of, stance: 'sometimes', note: noteIn(talk, whose), version: 1, changed_at: now })
      .execute();
    await db
      .insertInto('view_raise')
      .values({ ...of, expectation_id: 'records-watch', why: raisedIn(talk, whose), raised_at: now })
      .execute();
    if (revealed || (submitted && whose === 'person')) {
      await db
        .insertInto('view_submission')
        .values({ conversation_id, side: whose, submitted_at: now, taken_back_at: null })
        .execute();
    }
  }
  const leaned = { evidence_id: talk, expectation_id, person_id, text: 'As it was', happened_on: day(-9) };
  await db
    .insertInto('conversation_evidence')
    .values({ conversation_id, ...leaned, helped: null })
    .execute();
  if (!revealed) return;
  await db.insertInto('reveal').values({ conversation_id, revealed_at: now }).execute();
  const row = { edition: 1, expectation_id, person_id, outcome: 'sometimes', version: 1 } as const;
  await db
    .insertInto('agreed_row')
    .values({ conversation_id, ...row, sentence: agreedIn(talk), changed_by: person_id, changed_at: now })
    .execute();
  if (!agreed && !signed) return;
  for (const [whose, signer] of [
    ['person', person],
    ['manager', manager],
  ] as const) {
    if (signed && whose === 'manager') continue;
    await db
      .insertInto('signature')
      .values({
        conversation_id,
        edition: 1,
        side: whose,
        person_id: idOf(signer),
        in_place_of: null,
        signed_at: now,
      })
      .execute();
  }
  if (!agreed) return;
  await db
    .insertInto('agreed_record')
    .values({
      conversation_id,
      edition: 1,
      person_id,
      manager_id: idOf(manager),
      document: recordText(recordOf(talk, person, manager, now.toISOString())),
      digest: 'sha256:x',
      agreed_at: now,
    })
    .execute();
}

function recordOf(talk: string, person: Name, manager: Name, at: string): AgreedRecord {
  const view = (whose: 'person' | 'manager') => ({
    stance: 'sometimes' as const,
    note: noteIn(talk, whose),
    points: {},
  });
  return {
    format: RECORD_FORMAT,
    conversation: talk,
    edition: 1,
    person: idOf(person),
    manager: idOf(manager),
    framework: { id: 'harbour', name: 'Harbour Operations', release: NEWEST, textFormat: 'markdown' },
    level: { id: 'watch', name: 'Watch Engineer' },
    startedAt: at,
    revealedAt: at,
    agreedAt: at,
    signatures: [
      { side: 'person', person: idOf(person), at },
      { side: 'manager', person: idOf(manager), at },
    ],
    rows: [
      {
        expectation: 'incidents-watch',
        competency: { id: 'incidents', name: 'Handling incidents' },
        level: { id: 'watch', name: 'Watch Engineer' },
        heading: 'Handling incidents',
        points: [],
        raised: [],
        views: { person: view('person'), manager: view('manager') },
        evidence: [],
        agreed: { outcome: 'sometimes', sentence: agreedIn(talk) },
      },
    ],
    helped: [],
    actions: [],
  };
}

async function fillFeedback(db: Executor, request: string, talk: string, person: Name, colleague: Name) {
  const now = new Date();
  await db
    .insertInto('feedback_request')
    .values({
      id: request,
      conversation_id: talk,
      person_id: idOf(person),
      asked_by: idOf(person),
      colleague_id: idOf(colleague),
      expectation_ids: ['incidents-watch'],
      question: null,
      digest: request,
      asked_at: now,
      until: day(14),
      answered_at: now,
      declined_at: null,
    })
    .execute();
  await db
    .insertInto('feedback')
    .values({
      request_id: request,
      expectation_id: 'incidents-watch',
      person_id: idOf(person),
      text: saidIn(request),
    })
    .execute();
}
