/** What an import would do: every row compared with the directory, before anything is written. */
import { NEEDS_A_NAME_OF_ITS_OWN } from '../../../domain/person.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { digest } from '../../../formats/index.ts';
import type { ColumnKey } from './columns.ts';
import { matchRows } from './match.ts';
import { planLevels } from './plan-levels.ts';
import { checkLines, resolveManagers } from './plan-managers.ts';
import type { After, Draft, PlannedChange, PlannedPerson } from './planned.ts';
import { type ImportProblem, ProblemList } from './problems.ts';
import type { ImportedFile, ImportedRow } from './read-file.ts';
import { type DirectoryRow, heldNow } from './snapshot.ts';

export interface ImportPlan {
  added: PlannedPerson[];
  changed: PlannedPerson[];
  /** How many rows are as the directory has them. */
  unchanged: number;
  /** In the directory, and not in the file: they are left alone. */
  absent: DirectoryRow[];
  newTeams: string[];
  /** Of everything that would be written: what was looked at is what is applied. */
  digest: string;
}

export interface PlanningFrom {
  file: ImportedFile;
  directory: readonly DirectoryRow[];
  /** Names of all teams, those of nobody included. */
  teams: readonly string[];
  published: PublishedFrameworks;
  /** ISO 8601 day. */
  today: string;
}

export function planImport(from: PlanningFrom): { plan: ImportPlan } | { problems: ImportProblem[] } {
  const { file, directory, published, today } = from;
  const problems = new ProblemList(file.columns);
  const drafts = matchRows(file, directory, problems).map(
    ({ row, before }): Draft => ({
      row: row.number,
      id: before?.id ?? `row:${row.number}`,
      before,
      after: afterOf(row, before, today, problems),
      level: undefined,
      imported: row,
    }),
  );
  resolveManagers(drafts, directory, problems);
  checkLines(drafts, directory, problems);
  planLevels(drafts, published, today, problems);
  refuseNoAdministrator(drafts, directory, problems);
  if (problems.problems.length > 0) return { problems: problems.inOrder() };
  return { plan: planOf(drafts, directory, from.teams) };
}

function afterOf(
  { number, values }: ImportedRow,
  before: DirectoryRow | undefined,
  today: string,
  problems: ProblemList,
): After {
  const value = (key: keyof After & ColumnKey): string | null =>
    values[key] === undefined ? (before?.[key] ?? null) : values[key];
  const name = value('name');
  if (name === null) problems.at(number, 'name', null, 'Write the name of this new person');
  const leftOn = value('leftOn');
  if (leftOn !== null && leftOn > today) {
    problems.at(number, 'leftOn', leftOn, 'Write a day that has come: leaving takes effect at once');
  }
  const [email, staffNumber] = [value('email'), value('staffNumber')];
  if (email === null && staffNumber === null) problems.at(number, 'email', null, NEEDS_A_NAME_OF_ITS_OWN);
  return {
    name: name ?? '',
    email,
    staffNumber,
    pronouns: value('pronouns'),
    site: value('site'),
    timeZone: value('timeZone'),
    joinedOn: value('joinedOn'),
    // Whoever has left is in no team and reports to nobody.
    team: leftOn === null ? value('team') : null,
    manager: null,
    leftOn,
  };
}

function refuseNoAdministrator(
  drafts: readonly Draft[],
  directory: readonly DirectoryRow[],
  problems: ProblemList,
): void {
  const leaving = drafts.filter(({ before, after }) => before?.administrator && after.leftOn !== null);
  const gone = new Set(leaving.map(({ id }) => id));
  const [first] = leaving;
  if (first === undefined || directory.some(({ id, administrator }) => administrator && !gone.has(id)))
    return;
  problems.at(
    first.row,
    'leftOn',
    first.after.leftOn,
    'Make somebody else administrator first: this is the last one',
  );
}

const COMPARED = [
  'name',
  'email',
  'staffNumber',
  'pronouns',
  'team',
  'manager',
  'site',
  'timeZone',
  'joinedOn',
  'leftOn',
] as const satisfies readonly (keyof After & keyof DirectoryRow)[];

function planOf(
  drafts: readonly Draft[],
  directory: readonly DirectoryRow[],
  teams: readonly string[],
): ImportPlan {
  const named = new Map(directory.map((person) => [person.id, inWords(person)]));
  for (const { id, after } of drafts) named.set(id, inWords(after));
  const people = drafts.map(
    ({ imported: _, ...draft }): PlannedPerson => ({ ...draft, changes: changesOf(draft, named) }),
  );
  const added = people.filter(({ before }) => before === undefined);
  const changed = people.filter(({ before, changes }) => before !== undefined && changes.length > 0);
  const inFile = new Set(drafts.map(({ id }) => id));
  const known = new Set(teams.map((team) => team.toLowerCase()));
  const wanted = new Map(
    [...added, ...changed].flatMap(({ after: { team } }) =>
      team === null ? [] : [[team.toLowerCase(), team]],
    ),
  );
  const written = [...added, ...changed].map(({ id, after, level }) => ({ id, after, level }));
  return {
    added,
    changed,
    unchanged: people.length - added.length - changed.length,
    absent: directory.filter(({ id, leftOn }) => !inFile.has(id) && leftOn === null),
    newTeams: [...wanted].filter(([key]) => !known.has(key)).map(([, team]) => team),
    digest: digest(JSON.stringify(written)),
  };
}

function inWords({ name, email }: { name: string; email: string | null }): string {
  return email === null ? name : `${name} <${email}>`;
}

function changesOf(
  { before, after, level }: Omit<PlannedPerson, 'changes'>,
  named: ReadonlyMap<string, string>,
): PlannedChange[] {
  const changes = COMPARED.flatMap((key): PlannedChange[] => {
    const from = before?.[key] ?? null;
    const to = after[key];
    const same = key === 'team' ? from?.toLowerCase() === to?.toLowerCase() : from === to;
    if (same) return [];
    const shown = (value: string | null) =>
      key === 'manager' && value !== null ? (named.get(value) ?? value) : value;
    return [{ key, from: shown(from), to: shown(to) }];
  });
  if (level === undefined) return changes;
  const held = before && heldNow(before);
  return [
    ...changes,
    {
      key: 'level',
      from: held === undefined ? null : `${level.heldName ?? held.level} since ${held.since}`,
      to: `${level.name} since ${level.since}`,
    },
  ];
}
