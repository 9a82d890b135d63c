import { type RawBuilder, sql } from 'kysely';
import { isId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { Side } from '../../../domain/conversation.ts';
import { somebody, type Talk } from '../talk.ts';

/** @returns undefined where there is none that the viewer may see */
export async function findTalk(db: Executor, id: string): Promise<Talk | undefined> {
  if (!isId(id)) return undefined;
  const [talk] = await selectTalks(db, sql`conversation.id = ${id}`);
  return talk;
}

/** The same, to be changed: whoever else changes where it stands waits until this transaction ends. */
export async function lockTalk(db: Executor, id: string): Promise<Talk | undefined> {
  if (!isId(id)) return undefined;
  await sql`select from conversation where id = ${id} for update`.execute(db);
  return findTalk(db, id);
}

/** What the viewer takes part in or took, what was begun last at the head. */
export function findMyTalks(db: Executor): Promise<Talk[]> {
  return selectTalks(
    db,
    sql`(
      viewer() in (conversation.person_id, conversation.manager_id, conversation.in_place_of)
      or conversation.id in (select talk_id from my_sides())
    )`,
  );
}

/** All conversations of somebody that the viewer may know of. */
export function findTalksOf(db: Executor, person: string): Promise<Talk[]> {
  return selectTalks(db, sql`conversation.person_id = ${person}`);
}

async function selectTalks(db: Executor, where: RawBuilder<unknown>): Promise<Talk[]> {
  const { rows } = await sql<Row>`
    select
      conversation.id,
      conversation.person_id as "personId",
      person.name as "personName",
      conversation.manager_id as "managerId",
      manager.name as "managerName",
      conversation.in_place_of as "insteadId",
      instead.name as "insteadName",
      conversation.started_by as "startedBy",
      conversation.started_at as "startedAt",
      conversation.framework_id as framework,
      conversation.release_version as release,
      conversation.level_id as level,
      conversation.touched_at as "touchedAt",
      standing_of(conversation.id) as standing,
      (select time_zone from person where id = viewer()) as "timeZone"
    from conversation
    join person on person.id = conversation.person_id
    left join person manager on manager.id = conversation.manager_id
    left join person instead on instead.id = conversation.in_place_of
    where ${where}
    order by conversation.started_at desc, conversation.id desc
  `.execute(db);
  return rows.map(talkOf);
}

interface Row {
  id: string;
  personId: string;
  personName: string;
  managerId: string | null;
  managerName: string | null;
  insteadId: string | null;
  insteadName: string | null;
  startedBy: string;
  startedAt: Date;
  framework: string;
  release: string;
  level: string;
  touchedAt: Date;
  timeZone: string | null;
  standing: Standing;
}

/** As `standing_of` tells it. */
interface Standing {
  submitted: Partial<Record<Side, string>> | null;
  revealedAt: string | null;
  edition: number;
  signatures: { edition: number; side: Side; at: string }[] | null;
  reopening: { by: Side; reason: string; at: string } | null;
  ended: NonNullable<Talk['state']['ended']> | null;
  date: (Omit<NonNullable<Talk['date']>, 'place'> & { place: string | null }) | null;
  expectations: string[];
  mySide: Side | null;
  talkSide: Side | null;
}

function talkOf({ standing, ...row }: Row): Talk {
  const { id, startedBy, framework, release, level } = row;
  const { expectations, mySide, talkSide, date, reopening } = standing;
  return {
    id,
    person: { id: row.personId, name: row.personName },
    manager: somebody(row.managerId, row.managerName),
    ...(row.insteadId === null ? {} : { inPlaceOf: somebody(row.insteadId, row.insteadName) }),
    startedBy,
    startedAt: row.startedAt.toISOString(),
    framework,
    release,
    level,
    expectations,
    state: stateOf(standing),
    touchedAt: row.touchedAt.toISOString(),
    ...(mySide === null ? {} : { mySide }),
    ...(talkSide === null ? {} : { talkSide }),
    ...(date === null ? {} : { date: dateOf(date) }),
    ...(reopening === null ? {} : { reopening: { ...reopening, at: instant(reopening.at) } }),
    timeZone: row.timeZone ?? 'UTC',
  };
}

/** Agreed is what both have signed: the record itself may be one that the viewer may not read just now. */
function stateOf({ submitted, revealedAt, edition, signatures, reopening, ended }: Standing): Talk['state'] {
  const signed = Object.fromEntries(
    (signatures ?? []).filter((one) => one.edition === edition).map(({ side, at }) => [side, instant(at)]),
  ) as Partial<Record<Side, string>>;
  const agreed = signed.person !== undefined && signed.manager !== undefined;
  return {
    submitted: Object.fromEntries(
      Object.entries(submitted ?? {}).map(([side, at]) => [side, instant(at)]),
    ) as Partial<Record<Side, string>>,
    ...(revealedAt === null ? {} : { revealedAt: instant(revealedAt) }),
    edition,
    signed,
    ...(agreed ? { agreedAt: [signed.person, signed.manager].toSorted().at(-1) ?? '' } : {}),
    ...(reopening === null ? {} : { reopeningAskedBy: reopening.by }),
    ...(ended === null ? {} : { ended: { ...ended, at: instant(ended.at) } }),
  };
}

function dateOf({ place, startsAt, ...date }: NonNullable<Standing['date']>): NonNullable<Talk['date']> {
  return { ...date, startsAt: instant(startsAt), ...(place === null ? {} : { place }) };
}

/** An instant inside JSON, which the database writes with its own offset. */
function instant(text: string): string {
  return new Date(text).toISOString();
}
