import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';

/** What of somebody's evidence speaks to one expectation: a stone for each piece. */
export interface Stones {
  /** Id of the expectation. */
  expectation: string;
  pieces: number;
  /** The newest of them, by when they happened; no more than two. */
  newest: { id: string; text: string }[];
  /** The releases in whose wording they were tied. */
  releases: string[];
}

/** How many pieces are named. */
const NAMED = 2;

/** By expectation, for one framework. A piece that speaks to several points of one expectation is one piece. */
export async function findStones(db: Executor, owner: string, framework: string): Promise<Stones[]> {
  const { rows } = await sql<Stones>`
    with tied as (
      select
        tie.expectation_id,
        tie.evidence_id,
        evidence.happened_on,
        min(tie.release_version) as release
      from evidence_tie tie
      join evidence on evidence.id = tie.evidence_id
      where tie.person_id = ${owner} and tie.framework_id = ${framework}
      group by tie.expectation_id, tie.evidence_id, evidence.happened_on
    ),
    placed as (
      select
        tied.*,
        row_number() over (partition by expectation_id order by happened_on desc, evidence_id desc) as place
      from tied
    )
    select
      placed.expectation_id as expectation,
      count(*) as pieces,
      json_agg(
        json_build_object('id', placed.evidence_id, 'text', left(newest.text, 400)) order by placed.place
      ) filter (where placed.place <= ${NAMED}) as newest,
      array_agg(distinct placed.release) as releases
    from placed
    left join evidence newest on newest.id = placed.evidence_id and placed.place <= ${NAMED}
    group by placed.expectation_id
  `.execute(db);
  return rows;
}
