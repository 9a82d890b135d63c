/** SQL about evidence that comes from trackers and goes into them. The executor comes first. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import { selectEvidence } from '../queries/select-evidence.ts';

/** Those of the texts that somebody's evidence says, or said before it was edited, alone or with more below. */
export async function textsThere(
  db: Executor,
  owner: string,
  texts: readonly string[],
): Promise<ReadonlySet<string>> {
  if (texts.length === 0) return new Set();
  const { rows } = await sql<{ text: string }>`
    with own as (
      select text from evidence where person_id = ${owner}
      union
      select earlier.text
      from evidence_version earlier
      join evidence on evidence.id = earlier.evidence_id
      where evidence.person_id = ${owner}
    )
    select sent.text
    from (select distinct jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) as text) sent
    where exists (
      select from own where own.text = sent.text or starts_with(own.text, sent.text || E'\\n\\n')
    )
  `.execute(db);
  return new Set(rows.map(({ text }) => text));
}

/** Everything that somebody noted, oldest first. */
export async function allEvidence(db: Executor, owner: string): Promise<Evidence[]> {
  return selectEvidence(
    db,
    sql`where evidence.person_id = ${owner} order by evidence.happened_on, evidence.id`,
  );
}
