import { headerOf } from './columns.ts';
import type { Planned } from './import.ts';
import type { ImportPlan } from './plan.ts';
import type { PlannedPerson } from './planned.ts';
import { problemInWords } from './problems.ts';

/** A plan, or what stands in its way, as lines for a terminal. */
export function planInWords(planned: Planned): string[] {
  if ('problems' in planned) return planned.problems.map(problemInWords);
  const { added, changed, unchanged, absent, newTeams } = planned.plan;
  return [
    ...added.flatMap((person) => personInWords('+', person)),
    ...changed.flatMap((person) => personInWords('~', person)),
    ...absent.map(({ name }) => `  ${name} is not in the file, and is left alone`),
    ...newTeams.map((team) => `+ team ${team}`),
    `${added.length} added, ${changed.length} changed, ${unchanged} unchanged, ${absent.length} not in the file.`,
  ];
}

function personInWords(sign: string, { row, after, changes }: PlannedPerson): string[] {
  const shown = changes.map(({ key, from, to }) =>
    sign === '+'
      ? `    ${headerOf(key)}: ${to ?? ''}`
      : `    ${headerOf(key)}: ${from ?? 'none'} -> ${to ?? 'none'}`,
  );
  return [`${sign} ${after.name} (row ${row})`, ...shown];
}

/** Whether a plan changes anything. */
export function changesAnything({ added, changed }: ImportPlan): boolean {
  return added.length + changed.length > 0;
}
