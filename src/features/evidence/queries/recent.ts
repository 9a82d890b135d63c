import { type RawBuilder, sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { Kind } from '../../../domain/evidence.ts';
import { withoutNulls } from './without-nulls.ts';

/** A piece of evidence as a line of a short list. */
export interface InShort {
  id: string;
  /** The beginning of the text. */
  text: string;
  happenedOn: string;
  kind?: Kind;
  /** ISO 8601 instant. */
  sharedAt?: string;
}

export interface Recent {
  /** How many pieces there are. */
  pieces: number;
  /** How many of them are tied to nothing. */
  loose: number;
  /** What was noted last, newest first. */
  last: InShort[];
  /** What is tied to nothing, newest first. */
  lastLoose: InShort[];
}

const SHOWN = 5;

export async function findRecent(db: Executor, owner: string): Promise<Recent> {
  const own = sql`evidence.person_id = ${owner}`;
  const loose = sql`${own} and not exists (select from evidence_tie tie where tie.evidence_id = evidence.id)`;
  const { rows } = await sql<Recent>`
    select
      (select count(*) from evidence where ${own}) as pieces,
      (select count(*) from evidence where ${loose}) as loose,
      ${newest(own, sql`noted_at desc, id desc`)} as last,
      ${newest(loose, sql`happened_on desc, id desc`)} as "lastLoose"
  `.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('counting answers with a row');
  return { ...row, last: row.last.map(withoutNulls), lastLoose: row.lastLoose.map(withoutNulls) };
}

function newest(which: RawBuilder<unknown>, order: RawBuilder<unknown>) {
  return sql`(
    select coalesce(json_agg(json_build_object(
      'id', id,
      'text', left(text, 400),
      'happenedOn', happened_on,
      'kind', kind,
      'sharedAt', shared_at
    ) order by ${order}), '[]')
    from (
      select *
      from evidence
      where ${which}
      order by ${order}
      limit ${SHOWN}
    ) as newest
  )`;
}
