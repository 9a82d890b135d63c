/** Writes about many people at once, in one statement each: an import brings thousands, a form one. */
import { sql } from 'kysely';
import type { NewEvent } from '../../db/events.ts';
import { newId } from '../../db/ids.ts';
import type { Executor } from '../../db/schema.ts';
import type { NewMail } from '../../mail/hand-over.ts';

export interface LineMove {
  person: string;
  /** Null: nobody. */
  manager: string | null;
}

/** Ends the reporting lines of today and begins others. What they were stays as history. */
export async function moveLines(db: Executor, moves: readonly LineMove[], at: Date): Promise<void> {
  if (moves.length === 0) return;
  await endLines(
    db,
    moves.map(({ person }) => person),
    at,
  );
  await sql`
    insert into reporting_line (person_id, manager_id, since)
    select person, manager, ${at}::timestamptz
    from unnest(
      ${moves.map(({ person }) => person)}::text[]::uuid[],
      ${moves.map(({ manager }) => manager)}::text[]::uuid[]
    ) as moved (person, manager)
    on conflict (person_id, since) do update set manager_id = excluded.manager_id, until = null
  `.execute(db);
}

/** Ends the reporting lines of those who leave. */
export async function endLines(db: Executor, people: readonly string[], at: Date): Promise<void> {
  await sql`
    update reporting_line set until = ${at}
    where until is null and person_id = any (${people}::text[]::uuid[])
  `.execute(db);
}

export interface TeamMove {
  person: string;
  /** Id of the team; null: none. */
  team: string | null;
}

/** Ends memberships of today and begins others. */
export async function moveTeams(db: Executor, moves: readonly TeamMove[], at: Date): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    update team_member set until = ${at}
    where until is null and person_id = any (${moves.map(({ person }) => person)}::text[]::uuid[])
  `.execute(db);
  await sql`
    insert into team_member (person_id, team_id, since)
    select person, team, ${at}::timestamptz
    from unnest(
      ${moves.map(({ person }) => person)}::text[]::uuid[],
      ${moves.map(({ team }) => team)}::text[]::uuid[]
    ) as moved (person, team)
    where team is not null
    on conflict (person_id, since) do update set team_id = excluded.team_id, until = null
  `.execute(db);
}

/** Ends everything that somebody who leaves is here: their way in, their roles, their deputies, their line. */
export async function endStanding(db: Executor, people: readonly string[], at: Date): Promise<void> {
  const leavers = sql`any (${people}::text[]::uuid[])`;
  await endLines(db, people, at);
  await moveTeams(
    db,
    people.map((person) => ({ person, team: null })),
    at,
  );
  for (const role of ['administrator', 'stewardship'] as const) {
    await sql`update ${sql.table(role)} set until = ${at} where until is null and person_id = ${leavers}`.execute(
      db,
    );
  }
  await sql`
    update headship set until = ${at} where until is null and (person_id = ${leavers} or root_id = ${leavers})
  `.execute(db);
  await sql`delete from framework_reach where root_id = ${leavers}`.execute(db);
  await sql`
    select end_sign_in(id), end_deputies(id, ${at}::timestamptz)
    from unnest(${people}::text[]::uuid[]) as leaver (id)
  `.execute(db);
}

/** Records many events of one moment, each with the change that it tells of. */
export async function recordEvents(
  db: Executor,
  events: readonly Omit<NewEvent, 'at'>[],
  at: Date,
): Promise<void> {
  if (events.length === 0) return;
  await sql`
    insert into event (id, at, actor, verb, subject, kind, about)
    select id, ${at}::timestamptz, actor, verb, subject, kind, about
    from unnest(
      ${events.map(() => newId())}::text[]::uuid[],
      ${events.map(({ actor }) => actor)}::text[],
      ${events.map(({ verb }) => verb)}::text[],
      ${events.map(({ subject }) => subject)}::text[],
      ${events.map(({ kind = 'publication' }) => kind)}::text[],
      ${events.map(({ about = null }) => about)}::text[]::uuid[]
    ) as happened (id, actor, verb, subject, kind, about)
  `.execute(db);
}

/** Hands over many mails, as `handOverMail` does one. */
export async function handOverMails(
  db: Executor,
  mails: readonly Omit<NewMail, 'now'>[],
  now: Date,
): Promise<void> {
  if (mails.length === 0) return;
  await sql`
    insert into mail (id, person_id, address, kind, subject, body, created_at, next_try_at)
    select id, person, address, kind, subject, body, ${now}::timestamptz, ${now}::timestamptz
    from unnest(
      ${mails.map(() => newId())}::text[]::uuid[],
      ${mails.map(({ person = null }) => person)}::text[]::uuid[],
      ${mails.map(({ address }) => address)}::text[],
      ${mails.map(({ kind }) => kind)}::text[],
      ${mails.map(({ subject }) => subject)}::text[],
      ${mails.map(({ body }) => body)}::text[]
    ) as handed (id, person, address, kind, subject, body)
  `.execute(db);
}
