import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { AgreedRecord } from '../../../domain/agreed-record.ts';
import { titleOf } from '../../../domain/evidence-title.ts';
import type { Talk } from '../talk.ts';

/** What lies beside a view while it is prepared, as far as the viewer may read it. */
export interface Material {
  evidence: Piece[];
  /** Earlier agreed records, newest first. None for a manager whose own view is not in. */
  records: AgreedRecord[];
}

/** A piece of evidence beside one of the expectations that it speaks to. */
export interface Piece {
  id: string;
  expectation: string;
  /** One of its points, where it speaks to that alone. */
  point?: string;
  /** The first sentence. */
  title: string;
  /** ISO 8601 day. */
  happenedOn: string;
  /** Whom it helped, in words. */
  helped?: string;
  shared: boolean;
}

/** How many records back the last word on a competency is looked for. */
const RECORDS_BACK = 12;

/** How much of a text its first sentence is looked for in. */
const FOR_A_TITLE = 400;

export async function findMaterial(
  db: Executor,
  talk: Talk,
  expectations: readonly string[],
): Promise<Material> {
  const { rows } = await sql<{ evidence: PieceRow[] | null; records: string[] }>`
    select
      (
        select json_agg(json_build_object(
          'id', evidence.id, 'expectation', tie.expectation_id, 'point', tie.point_id,
          'text', left(evidence.text, ${sql.lit(FOR_A_TITLE)}), 'happenedOn', evidence.happened_on,
          'shared', evidence.shared_at is not null, 'helped', ${HELPED}
        ) order by evidence.happened_on desc, evidence.id desc)
        from evidence_tie tie
        join evidence on evidence.id = tie.evidence_id
        where tie.person_id = ${talk.person.id ?? null}
          and tie.framework_id = ${talk.framework}
          and tie.expectation_id = any(${[...expectations]})
      ) as evidence,
      array(
        select document
        from agreed_record record
        where record.person_id = ${talk.person.id ?? null}
          and record.conversation_id <> ${talk.id}
          and not exists (
            select from agreed_record later
            where later.conversation_id = record.conversation_id and later.edition > record.edition
          )
        order by record.agreed_at desc
        limit ${sql.lit(RECORDS_BACK)}
      ) as records
  `.execute(db);
  const { evidence, records } = rows[0] ?? { evidence: null, records: [] };
  return {
    evidence: (evidence ?? []).map(pieceOf),
    records: records.map((document) => JSON.parse(document) as AgreedRecord),
  };
}

interface PieceRow extends Omit<Piece, 'title' | 'point' | 'helped'> {
  point: string;
  text: string;
  helped: string | null;
}

/** Whom a piece of evidence helped, in words. Belongs to a query on `evidence`. */
export const HELPED = sql`(
  select string_agg(coalesce(helped_person.name, helped_team.name, helped.words), ', ' order by helped.place)
  from evidence_helped helped
  left join person helped_person on helped_person.id = helped.helped_person_id
  left join team helped_team on helped_team.id = helped.helped_team_id
  where helped.evidence_id = evidence.id
)`;

function pieceOf({ text, point, helped, ...piece }: PieceRow): Piece {
  return {
    ...piece,
    title: titleOf(text),
    ...(point === '' ? {} : { point }),
    ...(helped === null ? {} : { helped }),
  };
}
