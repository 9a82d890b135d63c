/** Large worlds for benchmarks: made by the database itself, so that two million notes take minutes. Not for reading. */
import { sql } from 'kysely';
import type { Executor } from '../src/db/schema.ts';

export interface GeneratedSize {
  people: number;
  /** Notes of each person. */
  notes: number;
  /** Released framework that people hold levels of, and a release of it. */
  framework: string;
  release: string;
  /** Its levels, lowest first, and the expectations of each. */
  levels: readonly { id: string; expectations: readonly string[] }[];
}

/** Reports of each manager. */
const SPAN = 8;

/** How many people the notes of one statement belong to. */
const PEOPLE_AT_ONCE = 2_000;

/**
 * Fills an empty, migrated database. Person number N has the id that `generatedId` gives, and the address
 * `personN@generated.example`.
 *
 * @param owner whoever owns the tables
 */
export async function generateWorld(
  owner: Executor,
  size: GeneratedSize,
  progress: (line: string) => void = () => {},
): Promise<void> {
  await sql`select setseed(0.42)`.execute(owner);
  await people(owner, size);
  progress(`${size.people} people`);
  for (let from = 1; from <= size.people; from += PEOPLE_AT_ONCE) {
    const to = Math.min(size.people, from + PEOPLE_AT_ONCE - 1);
    await notes(owner, size, from, to);
    progress(`${to * size.notes} notes`);
  }
  await sql`analyze`.execute(owner);
}

/** The id of a generated person. */
export function generatedId(number: number): string {
  return `01930000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

const idOf = sql.raw(`('01930000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`);

async function people(owner: Executor, { people: count, framework, release, levels }: GeneratedSize) {
  const given = [
    'Asha',
    'Bram',
    'Chiara',
    'Dele',
    'Eilidh',
    'Farid',
    'Greta',
    'Hana',
    'Ivo',
    'Jomar',
    'Kirsty',
  ];
  const family = ['Ahmed', 'Berg', 'Campbell', 'Dutta', 'Eze', 'Flores', 'Graham', 'Hansen', 'Ito', 'Jansen'];
  await sql`
    insert into person (id, name, email, site, time_zone, joined_on, created_at)
    select
      ${idOf},
      (${given}::text[])[1 + n % ${sql.lit(given.length)}] || ' ' || (${family}::text[])[1 + (n / 11) % ${sql.lit(family.length)}] || ' ' || n,
      'person' || n || '@generated.example',
      (array['Leith', 'Bergen', 'Manila'])[1 + n % 3],
      (array['Europe/London', 'Europe/Oslo', 'Asia/Manila'])[1 + n % 3],
      date '2022-01-03' + n % 900,
      now()
    from generate_series(1, ${sql.lit(count)}) as n
  `.execute(owner);
  await sql`
    insert into account (id, person_id, name, email, email_verified, two_factor_enabled, created_at, updated_at)
    select gen_random_uuid(), id, name, email, true, false, now(), now()
    from person
  `.execute(owner);
  await sql`
    insert into reporting_line (person_id, manager_id, since)
    select
      ${idOf},
      case when n > 1 then ('01930000-0000-7000-8000-' || lpad(to_hex((n - 2) / ${sql.lit(SPAN)} + 1), 12, '0'))::uuid end,
      now()
    from generate_series(1, ${sql.lit(count)}) as n
  `.execute(owner);
  await sql`
    insert into team (id, name, created_at)
    select gen_random_uuid(), 'Team ' || n, now()
    from generate_series(0, ${sql.lit(Math.ceil(count / SPAN))}) as n
  `.execute(owner);
  await sql`
    insert into team_member (person_id, team_id, since)
    select ${idOf}, team.id, now()
    from generate_series(1, ${sql.lit(count)}) as n
    join team on team.name = 'Team ' || (n - 2 + ${sql.lit(SPAN)}) / ${sql.lit(SPAN)}
  `.execute(owner);
  const ids = levels.map(({ id }) => id);
  await sql`
    insert into level_held (id, person_id, framework_id, level_id, release_version, since, set_at)
    select
      gen_random_uuid(),
      ${idOf},
      ${framework},
      (${ids}::text[])[1 + n % ${sql.lit(Math.max(1, ids.length - 1))}],
      ${release},
      date '2024-03-01',
      now()
    from generate_series(1, ${sql.lit(count)}) as n
  `.execute(owner);
}

const BEGINNINGS = [
  'Restored the booking queue after the certificate ran out',
  'Ran the weekly change for the storage controllers',
  'Wrote down how to fail the link over by hand',
  'Took the night call about the mail relay',
  'Closed the problem behind the slow morning logins',
  'Told the ports every half hour what was known',
  'Showed two new people how the on-call phone works',
  'Scripted the clean-up that took an hour each Friday',
  'Chased the supplier until the spare part had a date',
  'Brought the new timetable service into operations',
];

async function notes(owner: Executor, size: GeneratedSize, from: number, to: number): Promise<void> {
  const { notes: each, framework, release, levels } = size;
  await sql`
    insert into evidence (
      id, person_id, text, happened_on, kind, noted_at, changed_at, version, shared_at, framework_id, release_version,
      came_by
    )
    select
      gen_random_uuid(),
      ${idOf},
      (${BEGINNINGS}::text[])[1 + floor(random() * ${sql.lit(BEGINNINGS.length)})::int] || ', ticket ' || n || '-' || note || '.',
      date '2024-11-22' + floor(random() * 728)::int,
      null,
      now(),
      now(),
      1,
      case when random() < 0.5 then now() end,
      ${framework},
      ${release},
      'page'
    from generate_series(${sql.lit(from)}, ${sql.lit(to)}) as n
    cross join generate_series(1, ${sql.lit(each)}) as note
  `.execute(owner);
  const cells = levels.flatMap(({ id, expectations }) =>
    expectations.map((expectation) => ({ id, expectation })),
  );
  await sql`
    insert into evidence_tie (evidence_id, person_id, framework_id, release_version, expectation_id, tied_at)
    select evidence.id, evidence.person_id, ${framework}, ${release}, chosen.expectation, now()
    from generate_series(${sql.lit(from)}, ${sql.lit(to)}) as n
    join evidence on evidence.person_id = ${idOf}
    join level_held held on held.person_id = evidence.person_id
    join lateral (
      select (array_agg(cell.expectation))[1 + abs(hashtext(evidence.id::text)) % count(*)::int] as expectation
      from unnest(${cells.map(({ id }) => id)}::text[], ${cells.map(({ expectation }) => expectation)}::text[]) as cell (level, expectation)
      where cell.level = held.level_id
    ) chosen on chosen.expectation is not null
    where abs(hashtext(evidence.id::text)) % 5 > 0
  `.execute(owner);
}
