/** Objectives, actions, learning, qualifications, and a manager's own notes. */
import type { Executor } from '../../src/db/schema.ts';
import { day, idOf, NEWEST } from '../world.ts';
import { id, type Kept, type Looker, MANAGING } from './kept.ts';

export const OBJECTIVE = id('0b1e', 1);
export const ACTION = id('ac71', 1);
export const WANTED = id('1ea4', 1);
export const LEARNT = id('1ea4', 2);
export const KEPT_CARD = id('ca4d', 1);
export const SHOWN_CARD = id('ca4d', 2);
export const NOTE = id('40fe', 1);

const BOTH: readonly Looker[] = ['engineer', ...MANAGING];
const OWN: readonly Looker[] = ['engineer'];

/** Texts of the engineer's plan, and who reads each anywhere at all. */
export const PLAN_TEXTS: readonly { text: string; readers: readonly Looker[] }[] = [
  { text: 'Lead a night with more than one fault', readers: BOTH },
  { text: 'Find a night that Rosa can lead', readers: BOTH },
  { text: 'Reading radar logs alone', readers: OWN },
  { text: 'Reading radar logs with others', readers: BOTH },
  { text: 'Harbour radio, for oneself', readers: OWN },
  { text: 'Harbour radio, for the rota', readers: BOTH },
  // Its subject finds it in "everything about me".
  { text: 'Asked about radar twice', readers: ['lineManager'] },
];

export const PLAN_RECORDS: readonly Kept[] = [
  { table: 'objective', row: 'the engineer’s', where: `id = '${OBJECTIVE}'`, readers: BOTH, writers: BOTH },
  {
    table: 'objective_state',
    row: 'the engineer’s',
    where: `objective_id = '${OBJECTIVE}'`,
    readers: BOTH,
    // In nobody else's name.
    adders: OWN,
  },
  {
    table: 'objective_tie',
    row: 'the engineer’s',
    where: `objective_id = '${OBJECTIVE}'`,
    readers: BOTH,
    writers: BOTH,
  },
  { table: 'action', row: 'for the engineer', where: `id = '${ACTION}'`, readers: BOTH, writers: BOTH },
  {
    table: 'action_change',
    row: 'for the engineer',
    where: `action_id = '${ACTION}'`,
    readers: BOTH,
    adders: OWN,
  },
  { table: 'learning', row: 'kept private', where: `id = '${WANTED}'`, readers: OWN, writers: OWN },
  { table: 'learning', row: 'shared', where: `id = '${LEARNT}'`, readers: BOTH, writers: OWN },
  {
    table: 'learning_tie',
    row: 'of private',
    where: `learning_id = '${WANTED}'`,
    readers: OWN,
    writers: OWN,
  },
  {
    table: 'learning_tie',
    row: 'of shared',
    where: `learning_id = '${LEARNT}'`,
    readers: BOTH,
    writers: OWN,
  },
  { table: 'qualification', row: 'kept private', where: `id = '${KEPT_CARD}'`, readers: OWN, writers: OWN },
  { table: 'qualification', row: 'shared', where: `id = '${SHOWN_CARD}'`, readers: BOTH, writers: OWN },
  {
    table: 'manager_note',
    row: 'of the line manager on the engineer',
    where: `person_id = '${idOf('engineer')}'`,
    readers: ['lineManager'],
    writers: ['lineManager'],
  },
  {
    table: 'preference',
    row: 'the engineer’s',
    where: `person_id = '${idOf('engineer')}'`,
    readers: OWN,
    writers: OWN,
  },
  {
    table: 'calendar_feed',
    row: 'the engineer’s',
    where: `person_id = '${idOf('engineer')}'`,
    readers: OWN,
    writers: OWN,
  },
  { table: 'reminder', row: 'to the engineer', where: `person_id = '${idOf('engineer')}'`, readers: [] },
];

export async function fillPlan(db: Executor): Promise<void> {
  const now = new Date();
  const engineer = idOf('engineer');
  const tie = { framework_id: 'harbour', release_version: NEWEST, expectation_id: 'incidents-lead' };
  await db
    .insertInto('objective')
    .values({
      id: OBJECTIVE,
      person_id: engineer,
      text: 'Lead a night with more than one fault',
      why: null,
      how_known: null,
      until: day(90),
      proposed_by: engineer,
      proposed_at: now,
      state: 'proposed',
    })
    .execute();
  await db
    .insertInto('objective_state')
    .values({
      objective_id: OBJECTIVE,
      state: 'proposed',
      by_id: engineer,
      at: now,
      why: null,
      said_text: 'Lead a night with more than one fault',
      said_how_known: null,
      said_until: day(90),
    })
    .execute();
  await db
    .insertInto('objective_tie')
    .values({ objective_id: OBJECTIVE, ...tie })
    .execute();
  await db
    .insertInto('action')
    .values({
      id: ACTION,
      person_id: engineer,
      owner_id: idOf('lineManager'),
      text: 'Find a night that Rosa can lead',
      kind: 'opportunity',
      due_on: day(30),
      ...tie,
      conversation_id: null,
      created_by: engineer,
      created_at: now,
      closed_at: null,
    })
    .execute();
  await db
    .insertInto('action_change')
    .values({
      action_id: ACTION,
      change: 'moved',
      due_on: day(30),
      to_id: null,
      reason: 'Fog',
      by_id: engineer,
      at: now,
    })
    .execute();
  for (const [learning, text, shared_at] of [
    [WANTED, 'Reading radar logs alone', null],
    [LEARNT, 'Reading radar logs with others', now],
  ] as const) {
    await db
      .insertInto('learning')
      .values({
        id: learning,
        person_id: engineer,
        text,
        kind: null,
        learnt_on: null,
        wanted_by: null,
        shared_at,
        evidence_id: null,
        created_at: now,
      })
      .execute();
    await db
      .insertInto('learning_tie')
      .values({ learning_id: learning, ...tie })
      .execute();
  }
  for (const [card, name, shared_at] of [
    [KEPT_CARD, 'Harbour radio, for oneself', null],
    [SHOWN_CARD, 'Harbour radio, for the rota', now],
  ] as const) {
    await db
      .insertInto('qualification')
      .values({
        id: card,
        person_id: engineer,
        name,
        body: null,
        number: null,
        valid_from: null,
        valid_until: null,
        shared_at,
        file_name: null,
        file_type: null,
        file_bytes: null,
        created_at: now,
      })
      .execute();
  }
  await db
    .insertInto('manager_note')
    .values({
      id: NOTE,
      manager_id: idOf('lineManager'),
      person_id: engineer,
      text: 'Asked about radar twice',
      noted_at: now,
    })
    .execute();
  await db
    .insertInto('preference')
    .values({
      person_id: engineer,
      monday_mail: true,
      reminder_mail: true,
      quiet_from: 18,
      quiet_until: 8,
      changed_at: now,
    })
    .execute();
  await db
    .insertInto('calendar_feed')
    .values({ person_id: engineer, digest: 'd', created_at: now })
    .execute();
  await db
    .insertInto('reminder')
    .values({ person_id: engineer, kind: 'action', subject_id: ACTION, sent_at: now })
    .execute();
}
