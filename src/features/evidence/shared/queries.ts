/** SQL about what people share. The executor comes first; row-level security decides who finds it. */
import { sql } from 'kysely';
import { isId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import { type AskMade, asksAboutAll } from '../confirm/queries.ts';
import { selectEvidence } from '../queries/select-evidence.ts';

/** How many pieces stand on one page. */
const MOST = 50;

/** Pieces that somebody shares, newest first, as whoever looks may see them. */
export interface Shared {
  pieces: SharedPiece[];
  /** How many newer ones were passed over. */
  from: number;
  /** Whether there are earlier ones. */
  more: boolean;
}

export interface SharedPiece {
  evidence: Evidence;
  /** Who confirmed it. */
  asks: AskMade[];
}

/** Somebody whose line manager the viewer is today, or stands in for. */
export interface Report {
  id: string;
  name: string;
  /** The viewer's own, as an IANA name. */
  viewersTimeZone: string | null;
}

export async function findReport(db: Executor, id: string): Promise<Report | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Report>`
    select id, name, (select time_zone from person where id = viewer()) as "viewersTimeZone"
    from person
    where id = ${id} and id in (select people_i_manage())
  `.execute(db);
  return rows[0];
}

/** @param db the transaction of whoever looks: a manager, or the owner in the manager's place */
export async function sharedBy(db: Executor, owner: string, from: number): Promise<Shared> {
  const found = await selectEvidence(
    db,
    sql`
      where evidence.person_id = ${owner} and evidence.shared_at is not null
      order by evidence.happened_on desc, evidence.id desc
      offset ${from}
      limit ${MOST + 1}
    `,
  );
  const shown = found.slice(0, MOST);
  const asks = await asksAboutAll(
    db,
    shown.map(({ id }) => id),
  );
  return {
    pieces: shown.map((evidence) => ({ evidence, asks: asks.get(evidence.id) ?? [] })),
    from,
    more: found.length > MOST,
  };
}
