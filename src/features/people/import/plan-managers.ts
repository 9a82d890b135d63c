/** Who reports to whom once a file is imported: managers are found, nobody reports to whoever has left, no loops. */
import { loopsIn } from '../../../domain/reporting-line.ts';
import type { Draft } from './planned.ts';
import type { ProblemList } from './problems.ts';
import type { DirectoryRow } from './snapshot.ts';

/** Fills in the manager of each row: somebody of the file first, as the file calls them, else of the directory. */
export function resolveManagers(
  drafts: readonly Draft[],
  directory: readonly DirectoryRow[],
  problems: ProblemList,
): void {
  const keys = new Map<string, string>();
  for (const { id, email, staffNumber } of [
    ...directory,
    ...drafts.map(({ id, after: { email, staffNumber } }) => ({ id, email, staffNumber })),
  ]) {
    if (staffNumber !== null) keys.set(staffNumber, id);
    if (email !== null) keys.set(email, id);
  }
  for (const draft of drafts) {
    const named = draft.imported.values.manager;
    if (draft.after.leftOn !== null) continue;
    if (named === undefined) draft.after.manager = draft.before?.manager ?? null;
    if (!named) continue;
    const found = keys.get(named) ?? keys.get(named.toLowerCase());
    draft.after.manager = found ?? null;
    if (found !== undefined) continue;
    const message =
      'Write the e-mail address or staff number of somebody in this file or in the directory: this is nobody’s';
    problems.at(draft.row, 'manager', named, message);
  }
}

export function checkLines(
  drafts: readonly Draft[],
  directory: readonly DirectoryRow[],
  problems: ProblemList,
): void {
  const { managers, names, gone } = lineAfter(drafts, directory);
  const rows = new Map(drafts.map((draft) => [draft.id, draft]));
  for (const loop of loopsIn(managers)) {
    const draft = loop.map((id) => rows.get(id)).find((one) => one !== undefined);
    if (draft === undefined) continue;
    problems.at(
      draft.row,
      'manager',
      draft.imported.values.manager ?? null,
      loopMessage(draft.id, loop, names),
    );
  }
  const leftBehind = new Map<string, string[]>();
  for (const [person, manager] of managers) {
    if (manager === null || !gone.has(manager)) continue;
    const draft = rows.get(person);
    const named = draft?.imported.values.manager;
    if (draft !== undefined && named) {
      const message = `Choose somebody who is here: ${names.get(manager)} has left`;
      problems.at(draft.row, 'manager', named, message);
    } else leftBehind.set(manager, [...(leftBehind.get(manager) ?? []), names.get(person) ?? '']);
  }
  for (const [manager, people] of leftBehind) {
    const draft = rows.get(manager);
    if (draft === undefined) continue;
    const shown = people.slice(0, 5).join(', ') + (people.length > 5 ? ` and ${people.length - 5} more` : '');
    const message = `Give another manager, in this file or before it, to those who report to them: ${shown}`;
    problems.at(draft.row, 'leftOn', draft.after.leftOn, message);
  }
}

/** The whole line as it would be. */
function lineAfter(drafts: readonly Draft[], directory: readonly DirectoryRow[]) {
  const managers = new Map<string, string | null>();
  const names = new Map<string, string>();
  const gone = new Set<string>();
  const all = [
    ...directory,
    ...drafts.map(({ id, after: { name, manager, leftOn } }) => ({ id, name, manager, leftOn })),
  ];
  for (const { id, name, manager, leftOn } of all) {
    names.set(id, name);
    if (leftOn === null) {
      managers.set(id, manager);
      gone.delete(id);
    } else {
      managers.delete(id);
      gone.add(id);
    }
  }
  return { managers, names, gone };
}

/** How many people of a loop are named. */
const MOST_NAMED = 8;

function loopMessage(person: string, loop: readonly string[], names: ReadonlyMap<string, string>): string {
  const round = loop.slice(0, -1);
  if (round.length === 1) return 'Choose somebody else: nobody reports to themselves';
  const from = round.indexOf(person);
  const chain = [...round.slice(from), ...round.slice(0, from + 1)].map((id) => names.get(id) ?? '');
  const shown =
    chain.length > MOST_NAMED ? [...chain.slice(0, MOST_NAMED - 1), '…', chain.at(-1) ?? ''] : chain;
  const [first, ...others] = shown;
  return `Choose somebody else: ${first} would report to ${others.join(', who reports to ')}`;
}
