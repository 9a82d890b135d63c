/** SQL about confirmations. The executor comes first; row-level security decides what is found. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { Ask, AskAnswer } from '../../../domain/ask.ts';

/** An ask as the owner of the evidence sees it, and, where it was confirmed, whoever may read the evidence. */
export interface AskMade extends Ask {
  id: string;
  /** Which state of the evidence was shown; it counts edits. */
  version: number;
  /** Absent once they are erased. */
  colleague?: { id: string; name: string };
}

/** An ask as the colleague sees it: this text, and whose it is. Nothing else of the record. */
export interface AskReceived extends Ask {
  id: string;
  /** Id of the evidence, which leads its owner back to it. */
  evidence: string;
  owner: { id: string; name: string };
  /** Markdown, as it stood when they were asked. */
  text: string;
  happenedOn: string;
}

interface Answered {
  answered_at: Date | null;
  answer: AskAnswer | null;
  sentence: string | null;
}

export async function asksAbout(db: Executor, evidence: string): Promise<AskMade[]> {
  return (await asksAboutAll(db, [evidence])).get(evidence) ?? [];
}

/** The asks about each of several pieces, oldest first. */
export async function asksAboutAll(
  db: Executor,
  pieces: readonly string[],
): Promise<ReadonlyMap<string, AskMade[]>> {
  if (pieces.length === 0) return new Map();
  const rows = await db
    .selectFrom('confirmation as ask')
    .leftJoin('person as colleague', 'colleague.id', 'ask.colleague_id')
    .select([
      'ask.id',
      'ask.evidence_id',
      'ask.evidence_version',
      'ask.asked_at',
      'ask.expires_at',
      'ask.answered_at',
      'ask.answer',
      'ask.sentence',
      'colleague.id as colleague_id',
      'colleague.name',
    ])
    .where('ask.evidence_id', 'in', pieces)
    .orderBy('ask.asked_at')
    .orderBy('ask.id')
    .execute();
  const asks = new Map<string, AskMade[]>();
  for (const row of rows) asks.set(row.evidence_id, [...(asks.get(row.evidence_id) ?? []), made(row)]);
  return asks;
}

function made(row: MadeRow): AskMade {
  return {
    id: row.id,
    version: row.evidence_version,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    ...answeredIn(row),
    ...(row.colleague_id === null ? {} : { colleague: { id: row.colleague_id, name: row.name ?? '' } }),
  };
}

/** @returns false where this colleague was asked about this piece before */
export async function insertAsk(
  db: Executor,
  ask: { id: string; evidence: string; version: number; colleague: string; digest: string } & Ask,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('confirmation')
    .values({
      id: ask.id,
      evidence_id: ask.evidence,
      evidence_version: ask.version,
      colleague_id: ask.colleague,
      digest: ask.digest,
      asked_at: ask.askedAt,
      expires_at: ask.expiresAt,
      answered_at: null,
      answer: null,
      sentence: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns false where there is none that waits */
export async function deleteAsk(
  db: Executor,
  { evidence, ask }: { evidence: string; ask: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('confirmation')
    .where('id', '=', ask)
    .where('evidence_id', '=', evidence)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

const RECEIVED = sql`
  select ask.id, ask.evidence_id, shown.*
  from confirmation ask
  cross join lateral evidence_to_confirm(ask.id) shown
  where ask.colleague_id = viewer()
`;

/** What the viewer was asked, newest first. */
export async function asksReceived(db: Executor): Promise<AskReceived[]> {
  const { rows } = await sql<ReceivedRow>`
    ${RECEIVED}
    order by ask.asked_at desc, ask.id desc
  `.execute(db);
  return rows.map(received);
}

/** What the viewer was asked; undefined for what somebody else was. */
export async function findAskReceived(db: Executor, ask: string): Promise<AskReceived | undefined> {
  const { rows } = await sql<ReceivedRow>`${RECEIVED} and ask.id = ${ask}`.execute(db);
  return rows[0] && received(rows[0]);
}

/** @returns false where the answer comes too late, or a second time */
export async function insertAnswer(
  db: Executor,
  given: { ask: string; answer: AskAnswer; sentence: string | undefined; now: Date },
): Promise<boolean> {
  const { ask, answer, sentence = null, now } = given;
  const { rows } = await sql<{ taken: boolean }>`
    select answer_confirmation(${ask}, ${answer}, ${sentence}, ${now}) as taken
  `.execute(db);
  return rows[0]?.taken === true;
}

/** Whose link it is. Asked before anybody looks, so as nobody. */
export async function askOfLink(
  db: Executor,
  digest: string,
): Promise<{ ask: string; colleague: string } | undefined> {
  const { rows } = await sql<{ ask: string; colleague: string | null }>`
    select confirmation_id as ask, asked_id as colleague from confirmation_of_link(${digest})
  `.execute(db);
  const [row] = rows;
  return row === undefined || row.colleague === null ? undefined : { ask: row.ask, colleague: row.colleague };
}

interface MadeRow extends Answered {
  id: string;
  evidence_version: number;
  asked_at: Date;
  expires_at: Date;
  colleague_id: string | null;
  name: string | null;
}

interface ReceivedRow extends Answered {
  id: string;
  evidence_id: string;
  owner_id: string;
  owner_name: string;
  text: string;
  happened_on: string;
  asked_at: Date;
  expires_at: Date;
}

function received(row: ReceivedRow): AskReceived {
  return {
    id: row.id,
    evidence: row.evidence_id,
    owner: { id: row.owner_id, name: row.owner_name },
    text: row.text,
    happenedOn: row.happened_on,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    ...answeredIn(row),
  };
}

function answeredIn({ answered_at: at, answer, sentence }: Answered): Pick<Ask, 'answered'> {
  if (at === null || answer === null) return {};
  return { answered: { at, answer, ...(sentence === null ? {} : { sentence }) } };
}
