/** Conversations through the real application: what tests about them start from. */
import { expect } from 'vitest';
import type { Fields, Name, Visitor, World } from '../../../../test/world.ts';
import { day, idOf, NEWEST, openWorld } from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';
import { newId } from '../../../db/ids.ts';
import type { Side } from '../../../domain/conversation.ts';

export { day, idOf, NEWEST } from '../../../../test/world.ts';

/** The level `lead` of the framework `harbour`: its expectations in the framework's own order. */
export const LEAD = ['incidents-lead', 'records-lead', 'suppliers-lead'] as const;

/** What the level before asks for. */
export const WATCH = ['incidents-watch', 'records-watch'] as const;

export interface TalkWorld {
  world: World;
  rosa: Visitor;
  daniel: Visitor;
}

/** The cast, with the engineer Rosa and her line manager Daniel signed in. */
export async function openTalkWorld(database: Database, now?: () => Date): Promise<TalkWorld> {
  const world = await openWorld(database, now === undefined ? {} : { now });
  return { world, rosa: await world.as('engineer'), daniel: await world.as('lineManager') };
}

/** Begins a conversation with somebody about a level. @returns its id */
export async function begin(
  visitor: Visitor,
  other: Name,
  about = 'harbour/lead',
  fields: Fields = {},
): Promise<string> {
  const answer = await visitor.post('/conversations', { with: idOf(other), about, which: 'all', ...fields });
  const location = answer.headers.get('location') ?? '';
  const id = /^\/conversations\/([0-9a-f-]{36})\?done=started$/.exec(location)?.[1];
  if (id === undefined) throw new Error(`not begun: ${answer.status} ${location} ${await answer.text()}`);
  return id;
}

/** Saves an answer as the page's script does. */
export function answer(
  visitor: Visitor,
  talk: string,
  expectation: string,
  mine: { stance?: string; note?: string },
  before: { was?: { stance: string; note: string }; version?: number } = {},
): Promise<Response> {
  const { was = { stance: '', note: '' }, version = 0 } = before;
  const body = { mine: { stance: '', note: '', ...mine }, was, version };
  return visitor.api('PUT', `/api/conversations/${talk}/answers/${expectation}`, body);
}

/** Answers and submits both views, so that they are revealed. */
export async function reveal(
  { rosa, daniel }: Pick<TalkWorld, 'rosa' | 'daniel'>,
  talk: string,
  views: Partial<Record<Side, Record<string, { stance?: string; note?: string }>>> = {},
): Promise<void> {
  for (const [visitor, view] of [
    [rosa, views.person],
    [daniel, views.manager],
  ] as const) {
    for (const [expectation, mine] of Object.entries(view ?? {})) {
      expect((await answer(visitor, talk, expectation, mine)).status).toBe(200);
    }
    await submit(visitor, talk);
  }
}

export async function submit(visitor: Visitor, talk: string, share: readonly string[] = []): Promise<void> {
  const sent = await visitor.post(`/conversations/${talk}/submissions`, { share });
  expect(sent.status).toBe(303);
}

/** Writes a row of the record as the page's script does. */
export function writeRow(
  visitor: Visitor,
  talk: string,
  expectation: string,
  mine: Partial<Record<'outcome' | 'sentence' | 'person' | 'manager', string>>,
  was: Partial<Record<'outcome' | 'sentence' | 'person' | 'manager', string>> = {},
): Promise<Response> {
  const none = { outcome: '', sentence: '', person: '', manager: '' };
  const body = { mine: { ...none, ...mine }, was: { ...none, ...was }, version: 0 };
  return visitor.api('PUT', `/api/conversations/${talk}/rows/${expectation}`, body);
}

/** Signs for both, so that the record is agreed. */
export async function agree(
  { rosa, daniel }: Pick<TalkWorld, 'rosa' | 'daniel'>,
  talk: string,
): Promise<void> {
  for (const visitor of [rosa, daniel]) {
    expect((await visitor.post(`/conversations/${talk}/signatures`)).status).toBe(303);
  }
}

/** A piece of the engineer's evidence that speaks to an expectation. @returns its id */
export async function noteEvidence(
  { owner }: Database,
  piece: { text: string; expectation: string; shared?: boolean; helped?: string; by?: Name },
): Promise<string> {
  const { text, expectation, shared = false, helped, by = 'engineer' } = piece;
  const [id, person_id, now] = [newId(), idOf(by), new Date()];
  const release = { framework_id: 'harbour', release_version: NEWEST };
  await owner
    .insertInto('evidence')
    .values({
      id,
      person_id,
      text,
      happened_on: day(-20),
      kind: null,
      noted_at: now,
      changed_at: now,
      version: 1,
      shared_at: shared ? now : null,
      ...release,
      came_by: 'page',
    })
    .execute();
  await owner
    .insertInto('evidence_tie')
    .values({ evidence_id: id, person_id, ...release, expectation_id: expectation, tied_at: now })
    .execute();
  if (helped !== undefined) {
    await owner
      .insertInto('evidence_helped')
      .values({ evidence_id: id, place: 1, helped_person_id: null, helped_team_id: null, words: helped })
      .execute();
  }
  return id;
}

/** What a page says, without its tags. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&#x27;/g, '’')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

/** The mails that were handed over, in order; those of one moment by their address. */
export function mailsIn({ owner }: Database) {
  return owner
    .selectFrom('mail')
    .select(['address', 'kind', 'subject', 'body', 'calendar', 'person_id'])
    .orderBy('created_at')
    .orderBy('address')
    .execute();
}
