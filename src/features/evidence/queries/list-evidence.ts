import { type RawBuilder, sql } from 'kysely';
import { isId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { Evidence, Kind, TieTarget } from '../../../domain/evidence.ts';
import type { InShort } from './recent.ts';
import { selectEvidence } from './select-evidence.ts';
import { withoutNulls } from './without-nulls.ts';

/** Which pieces of evidence; everything of a filter must hold. */
export interface Filter {
  /** Words that the text holds, as people search: quotes, "or", and a minus before what it must not hold. */
  words?: string | undefined;
  kind?: Kind | undefined;
  /** Whether it is tied to anything. */
  tied?: boolean | undefined;
  shared?: boolean | undefined;
  /** Ids of expectations of one framework, one of which it speaks to. */
  speaksTo?: { framework: string; expectations: readonly string[] } | undefined;
  year?: number | undefined;
}

/** A line of the timeline. */
export interface Listed extends InShort {
  ties: TieTarget[];
  /** The places where the words were found, each between `FOUND` marks; absent where nothing was searched for. */
  found?: string;
}

/** Where a list goes on: after the line with this day and id. */
export interface Place {
  day: string;
  id: string;
}

/** What stands around a word that was found: characters that nobody types, and that are taken out of the text before. */
export const FOUND = { start: '\u0002', end: '\u0003' } as const;

/** Newest first by when it happened, whatever is searched for. */
export async function listEvidence(
  db: Executor,
  owner: string,
  filter: Filter,
  { after, most }: { after?: Place | undefined; most: number },
): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    with page as (
      select *
      from evidence
      where ${matching(owner, filter)} ${goingOn(after)}
      order by happened_on desc, id desc
      limit ${most}
    )
    select
      page.id,
      left(page.text, 400) as text,
      page.happened_on as "happenedOn",
      page.kind,
      page.shared_at as "sharedAt",
      (
        select coalesce(json_agg(json_build_object(
          'framework', tie.framework_id,
          'expectation', tie.expectation_id,
          'point', nullif(tie.point_id, '')
        ) order by tie.tied_at, tie.expectation_id, tie.point_id), '[]')
        from evidence_tie tie
        where tie.evidence_id = page.id
      ) as ties,
      ${headline(filter.words)} as found
    from page
    order by page.happened_on desc, page.id desc
  `.execute(db);
  return rows.map(({ ties, ...row }) => ({ ...withoutNulls(row), ties: ties.map(withoutNulls) }));
}

/** The same with everything that hangs on each. */
export function listWhole(
  db: Executor,
  owner: string,
  filter: Filter,
  { after, most }: { after?: Place | undefined; most: number },
): Promise<Evidence[]> {
  return selectEvidence(
    db,
    sql`
      where ${matching(owner, filter)} ${goingOn(after)}
      order by evidence.happened_on desc, evidence.id desc
      limit ${most}
    `,
  );
}

export interface Counts {
  /** How many pieces the filter lets through. */
  found: number;
  /** How many there are. */
  pieces: number;
  /** Years in which something happened, newest first. */
  years: number[];
}

export async function countEvidence(db: Executor, owner: string, filter: Filter): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select
      (select count(*) from evidence where ${matching(owner, filter)}) as found,
      count(*) as pieces,
      coalesce(
        array_agg(distinct extract(year from happened_on)::int order by extract(year from happened_on)::int desc),
        '{}'
      ) as years
    from evidence
    where person_id = ${owner}
  `.execute(db);
  return rows[0] ?? { found: 0, pieces: 0, years: [] };
}

function matching(owner: string, filter: Filter): RawBuilder<unknown> {
  const { words, kind, tied, shared, speaksTo, year } = filter;
  const tie = sql`select from evidence_tie tie where tie.evidence_id = evidence.id`;
  const conditions = [
    sql`evidence.person_id = ${owner}`,
    ...(words === undefined ? [] : [sql`evidence.search @@ ${queryOf(words)}`]),
    ...(kind === undefined ? [] : [sql`evidence.kind = ${kind}`]),
    ...(tied === undefined ? [] : [tied ? sql`exists (${tie})` : sql`not exists (${tie})`]),
    ...(shared === undefined ? [] : [shared ? sql`shared_at is not null` : sql`shared_at is null`]),
    ...(year === undefined
      ? []
      : [sql`happened_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)`]),
    ...(speaksTo === undefined
      ? []
      : [
          sql`exists (
            ${tie} and tie.framework_id = ${speaksTo.framework}
              and tie.expectation_id in (select jsonb_array_elements_text(${JSON.stringify(speaksTo.expectations)}::jsonb))
          )`,
        ]),
  ];
  return sql.join(conditions, sql` and `);
}

function goingOn(after: Place | undefined): RawBuilder<unknown> {
  if (after === undefined || !isId(after.id)) return sql``;
  return sql`and (evidence.happened_on, evidence.id) < (${after.day}::date, ${after.id}::uuid)`;
}

/** The text around what was found. The database makes no HTML: its marks are ours, and we escape what is between. */
function headline(words: string | undefined): RawBuilder<unknown> {
  if (words === undefined) return sql`null::text`;
  const options = `StartSel=${FOUND.start}, StopSel=${FOUND.end}, MaxFragments=3, MaxWords=24, MinWords=8, FragmentDelimiter=" … "`;
  const plain = sql`translate(page.text, ${FOUND.start + FOUND.end}, '')`;
  return sql`ts_headline('english', ${plain}, ${queryOf(words)}, ${options})`;
}

function queryOf(words: string): RawBuilder<unknown> {
  return sql`websearch_to_tsquery('english', ${words})`;
}
