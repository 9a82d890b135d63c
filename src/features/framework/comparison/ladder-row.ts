/** One competency through the levels of its ladder: what each says, and what changed since the level before. */
import type { Framework, Level } from '../../../domain/framework.ts';
import { expectationsByCompetency } from '../look-ups.ts';
import { levelSheet, type SheetCell } from '../views/level-sheet.ts';
import { type CellChange, compareCells } from './cells.ts';
import { pairCells } from './levels.ts';
import { pageBudget } from './words.ts';

export interface LadderStep {
  level: Level;
  /** None where the framework says nothing at this level; several where it says two things. */
  cells: SheetCell[];
  /** The nearest earlier levels that say something: one on a simple ladder, several where tracks join, none at the
   * foot. */
  since: StepSince[];
}

export interface StepSince {
  level: Level;
  /** Whether the ladder leads straight from that level to this one. */
  directly: boolean;
  pairs: CellChange[];
  onlyBefore: SheetCell[];
  onlyAfter: SheetCell[];
}

/** Every level of the ladder in its own order, with its cells of the row. */
export function ladderRow(framework: Framework, competency: string): LadderStep[] {
  const row = expectationsByCompetency(framework.expectations).get(competency) ?? [];
  const byLevel = Map.groupBy(row, ({ level }) => level);
  const cells = new Map(
    [...byLevel].map(([level, expectations]) => {
      const { sections } = levelSheet({ ...framework, expectations }, level);
      return [level, sections.flatMap((section) => section.cells)];
    }),
  );
  const before = levelsBefore(framework.levels);
  const budget = pageBudget();
  return framework.levels.map((level): LadderStep => {
    const own = cells.get(level.id) ?? [];
    if (own.length === 0) return { level, cells: own, since: [] };
    const since = nearestWithCells(level, before, cells).map((earlier): StepSince => {
      const { pairs, ...rest } = pairCells(cells.get(earlier.id) ?? [], own);
      return {
        level: earlier,
        directly: earlier.next.includes(level.id),
        pairs: pairs.map(([one, other]) =>
          compareCells({ cell: one, framework }, { cell: other, framework }, budget),
        ),
        ...rest,
      };
    });
    return { level, cells: own, since };
  });
}

function levelsBefore(levels: readonly Level[]): Map<string, Level[]> {
  const before = new Map<string, Level[]>();
  for (const level of levels) {
    for (const next of level.next) {
      const known = before.get(next);
      if (known === undefined) before.set(next, [level]);
      else known.push(level);
    }
  }
  return before;
}

/** How many levels back a step looks for the last one that says something. */
const FARTHEST = 50;

/** Walks down every way that leads here, past levels that say nothing, until one says something. */
function nearestWithCells(
  level: Level,
  before: ReadonlyMap<string, Level[]>,
  cells: ReadonlyMap<string, SheetCell[]>,
): Level[] {
  const found: Level[] = [];
  const seen = new Set([level.id]);
  const open = [...(before.get(level.id) ?? [])];
  for (let at = open.shift(); at !== undefined && seen.size <= FARTHEST; at = open.shift()) {
    if (seen.has(at.id)) continue;
    seen.add(at.id);
    if (cells.has(at.id)) found.push(at);
    else open.push(...(before.get(at.id) ?? []));
  }
  return found;
}
