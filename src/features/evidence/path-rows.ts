/** The rows of My path: what the own level and the next one expect of each competency, side by side. */
import type { Framework, Level } from '../../domain/framework.ts';
import { levelSheet, type SheetCell } from '../framework/index.ts';

export interface PathRow {
  /** The competency's id; of a cell without one, the cell's. */
  key: string;
  /** Heading of the theme where a new one begins that is not itself the competency. */
  theme?: string;
  own: SheetCell[];
  next: SheetCell[];
}

/** In the framework's own order. @param next absent at the top of the ladder */
export function pathRows(framework: Framework, own: Level, next: Level | undefined): PathRow[] {
  const rows = new Map<string, PathRow>();
  const themes = new Map<string, string>();
  const take = (level: Level | undefined, side: 'own' | 'next') => {
    if (level === undefined) return;
    for (const { theme, themeIsCompetency, cells } of levelSheet(framework, level.id).sections) {
      for (const cell of cells) {
        const key = cell.competency?.id ?? cell.expectation.id;
        const row = rows.get(key) ?? { key, own: [], next: [] };
        row[side].push(cell);
        rows.set(key, row);
        if (theme !== undefined && !themeIsCompetency) themes.set(key, theme.name);
      }
    }
  };
  take(own, 'own');
  take(next, 'next');
  return withThemes(inOrder(framework, rows), themes);
}

function inOrder({ themes, competencies }: Framework, rows: ReadonlyMap<string, PathRow>): PathRow[] {
  const place = new Map(themes.map(({ id }, index) => [id, index]));
  const themeOf = ({ theme }: { theme: string }) => place.get(theme) ?? themes.length;
  const known = competencies.toSorted((one, other) => themeOf(one) - themeOf(other)).map(({ id }) => id);
  const unknown = [...rows.keys()].filter((key) => !known.includes(key));
  return [...known, ...unknown].flatMap((key) => rows.get(key) ?? []);
}

function withThemes(rows: readonly PathRow[], themes: ReadonlyMap<string, string>): PathRow[] {
  let last: string | undefined;
  return rows.map((row) => {
    const theme = themes.get(row.key);
    const begins = theme !== undefined && theme !== last;
    last = theme;
    return begins ? { ...row, theme } : row;
  });
}
