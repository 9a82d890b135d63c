import { type RawBuilder, sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type {
  Evidence,
  EvidenceFile,
  EvidenceLink,
  Helped,
  Kind,
  Tie,
  Way,
} from '../../../domain/evidence.ts';
import { withoutNulls } from './without-nulls.ts';

interface Row {
  id: string;
  owner: string;
  text: string;
  happenedOn: string;
  kind: Kind | null;
  notedAt: Date;
  changedAt: Date;
  version: number;
  sharedAt: Date | null;
  cameBy: Way;
  framework: string | null;
  release: string | null;
  ties: Tie[];
  links: EvidenceLink[];
  helped: Helped[];
  files: EvidenceFile[];
}

/**
 * Pieces of evidence with everything that hangs on them, in one query.
 *
 * @param where which ones, and in which order: what follows `from evidence`
 */
export async function selectEvidence(db: Executor, where: RawBuilder<unknown>): Promise<Evidence[]> {
  const { rows } = await sql<Row>`
    select
      evidence.id,
      evidence.person_id as owner,
      evidence.text,
      evidence.happened_on as "happenedOn",
      evidence.kind,
      evidence.noted_at as "notedAt",
      evidence.changed_at as "changedAt",
      evidence.version,
      evidence.shared_at as "sharedAt",
      evidence.came_by as "cameBy",
      evidence.framework_id as framework,
      evidence.release_version as release,
      ${TIES} as ties,
      ${LINKS} as links,
      ${HELPED} as helped,
      ${FILES} as files
    from evidence
    ${where}
  `.execute(db);
  return rows.map(evidenceOfRow);
}

const TIES = sql`(
  select coalesce(json_agg(json_build_object(
    'framework', tie.framework_id,
    'release', tie.release_version,
    'expectation', tie.expectation_id,
    'point', nullif(tie.point_id, '')
  ) order by tie.tied_at, tie.expectation_id, tie.point_id), '[]')
  from evidence_tie tie
  where tie.evidence_id = evidence.id
)`;

const LINKS = sql`(
  select coalesce(json_agg(json_build_object(
    'place', link.place,
    'url', link.url,
    'title', link.title
  ) order by link.place), '[]')
  from evidence_link link
  where link.evidence_id = evidence.id
)`;

const HELPED = sql`(
  select coalesce(json_agg(json_build_object(
    'place', helped.place,
    'person', case when person.id is not null then json_build_object('id', person.id, 'name', person.name) end,
    'team', case when team.id is not null then json_build_object('id', team.id, 'name', team.name) end,
    'words', helped.words
  ) order by helped.place), '[]')
  from evidence_helped helped
  left join person on person.id = helped.helped_person_id
  left join team on team.id = helped.helped_team_id
  where helped.evidence_id = evidence.id
)`;

const FILES = sql`(
  select coalesce(json_agg(json_build_object(
    'id', file.id,
    'name', file.name,
    'type', file.type,
    'size', file.size
  ) order by file.added_at, file.id), '[]')
  from evidence_file file
  where file.evidence_id = evidence.id
)`;

function evidenceOfRow(row: Row): Evidence {
  const { kind, notedAt, changedAt, sharedAt, framework, release, ties, links, helped, ...rest } = row;
  return {
    ...rest,
    ...(kind === null ? {} : { kind }),
    notedAt: notedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    ...(sharedAt === null ? {} : { sharedAt: sharedAt.toISOString() }),
    ...(framework === null || release === null ? {} : { release: { framework, version: release } }),
    ties: ties.map(withoutNulls),
    links: links.map(withoutNulls),
    helped: helped.map(withoutNulls),
  };
}
