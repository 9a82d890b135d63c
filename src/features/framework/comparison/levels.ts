/** Two levels, of one framework or of two, row by row. */
import type { Competency, Framework } from '../../../domain/framework.ts';
import { levelSheet, type SheetCell } from '../views/level-sheet.ts';
import { type CellChange, compareCells } from './cells.ts';
import { type Budget, pageBudget } from './words.ts';

export interface Side {
  framework: Framework;
  /** Id of the level. */
  level: string;
}

export interface LevelComparison {
  /** Rows of both levels that differ, in the later side's own order. */
  differing: RowChange[];
  /** Rows without a partner, each side in its own order. */
  onlyBefore: Row[];
  onlyAfter: Row[];
  /** Rows that are equal to the letter. */
  same: RowChange[];
}

export interface Row {
  /** Stable within the comparison; fit to be an anchor. */
  id: string;
  name: string;
  cells: SheetCell[];
}

export interface RowChange {
  id: string;
  name: string;
  /** What the other side calls the row, where that differs. */
  nameBefore?: string;
  /** How the partner was found: the same id or, where none has it, the same name. */
  matchedBy: 'id' | 'name';
  pairs: CellChange[];
  /** Cells of a row that has more of them at one level than at the other. */
  onlyBefore: SheetCell[];
  onlyAfter: SheetCell[];
}

interface RowOfLevel extends Row {
  competency: string;
}

/**
 * Compares rows by competency: its id counts first, then its name. Rows of one framework that share only a name, as an
 * import leaves them, are compared and not joined: whether they are one competency is for a person to confirm.
 */
export function compareLevels(before: Side, after: Side): LevelComparison {
  const [old, recent] = [rowsOf(before), rowsOf(after)];
  const partners = matchRows(old, recent);
  const budget = pageBudget();
  const comparison: LevelComparison = { differing: [], onlyBefore: [], onlyAfter: [], same: [] };
  for (const row of recent) {
    const partner = partners.get(row);
    if (partner === undefined) {
      comparison.onlyAfter.push(row);
      continue;
    }
    const change = compareRow(before, after, partner, row, budget);
    const equal = change.pairs.every(({ differs }) => !differs) && change.nameBefore === undefined;
    const complete = change.onlyBefore.length + change.onlyAfter.length === 0;
    (equal && complete ? comparison.same : comparison.differing).push(change);
  }
  const matched = new Set([...partners.values()].map(({ row }) => row));
  comparison.onlyBefore = old.filter((row) => !matched.has(row));
  return comparison;
}

interface Partner {
  row: RowOfLevel;
  by: RowChange['matchedBy'];
}

function matchRows(before: readonly RowOfLevel[], after: readonly RowOfLevel[]): Map<RowOfLevel, Partner> {
  const partners = new Map<RowOfLevel, Partner>();
  const free = new Set(before);
  const match = (by: Partner['by'], key: (row: RowOfLevel) => string) => {
    const rows = Map.groupBy(free, key);
    for (const row of after) {
      const partner = partners.has(row) ? undefined : rows.get(key(row))?.find((other) => free.has(other));
      if (partner === undefined) continue;
      partners.set(row, { row: partner, by });
      free.delete(partner);
    }
  };
  match('id', ({ competency }) => competency);
  match('name', ({ name }) => comparableName(name));
  return partners;
}

function compareRow(
  before: Side,
  after: Side,
  { row: old, by }: Partner,
  row: RowOfLevel,
  budget: Budget,
): RowChange {
  const { pairs, onlyBefore, onlyAfter } = pairCells(old.cells, row.cells);
  return {
    id: row.id,
    name: row.name,
    ...(old.name === row.name ? {} : { nameBefore: old.name }),
    matchedBy: by,
    pairs: pairs.map(([one, other]) =>
      compareCells(
        { cell: one, framework: before.framework },
        { cell: other, framework: after.framework },
        budget,
      ),
    ),
    onlyBefore,
    onlyAfter,
  };
}

/** Pairs the cells of a row: those of the same heading first, then in their order. */
export function pairCells(
  before: readonly SheetCell[],
  after: readonly SheetCell[],
): { pairs: [SheetCell, SheetCell][]; onlyBefore: SheetCell[]; onlyAfter: SheetCell[] } {
  const free = new Set(before);
  const found = new Map<SheetCell, SheetCell>();
  for (const fits of [(a: SheetCell, b: SheetCell) => a.heading === b.heading, () => true]) {
    for (const cell of after) {
      if (found.has(cell)) continue;
      const partner = free.values().find((candidate) => fits(candidate, cell));
      if (partner === undefined) continue;
      found.set(cell, partner);
      free.delete(partner);
    }
  }
  return {
    pairs: after.flatMap((cell): [SheetCell, SheetCell][] => {
      const partner = found.get(cell);
      return partner === undefined ? [] : [[partner, cell]];
    }),
    onlyBefore: [...free],
    onlyAfter: after.filter((cell) => !found.has(cell)),
  };
}

function rowsOf({ framework, level }: Side): RowOfLevel[] {
  const cells = levelSheet(framework, level).sections.flatMap((section) => section.cells);
  const rows = Map.groupBy(cells, ({ expectation }) => expectation.competency);
  return [...rows].map(([competency, own]): RowOfLevel => {
    const known: Competency | undefined = own[0]?.competency;
    return {
      id: own[0]?.anchor ?? competency,
      competency,
      name: known?.name ?? own[0]?.heading ?? competency,
      cells: own,
    };
  });
}

function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
