import type {
  Competency,
  Expectation,
  Framework,
  Level,
  Proficiency,
  Theme,
} from '../../domain/framework.ts';
import type { AnyCompetencyColumn } from './columns.ts';
import { BULLETS, linkText, listCell, NUMBERS } from './lists.ts';

/** A row by what stands in it; what is absent is an empty cell. */
export type Cells<Key extends string> = { [K in Key]?: string };
export type CompetencyRow = Cells<AnyCompetencyColumn>;

/**
 * The rows of a framework: one for each expectation, one for a competency of which nothing is expected yet, one for a
 * theme without competencies. In the framework's own order, so that themes and competencies can be read in it again.
 */
export function competencyRows({
  themes,
  competencies,
  expectations,
  levels,
  scale,
}: Framework): CompetencyRow[] {
  const rowsOf = Map.groupBy(competencies, ({ theme }) => theme);
  const cellsOf = Map.groupBy(expectations, ({ competency }) => competency);
  const level = byId(levels);
  const step = byId(scale.steps);
  return themes.flatMap((theme): CompetencyRow[] => {
    const rows = rowsOf.get(theme.id) ?? [];
    if (rows.length === 0) return [themeCells(theme)];
    return rows.flatMap((row): CompetencyRow[] => {
      const head = { ...themeCells(theme), ...competencyCells(row) };
      const cells = cellsOf.get(row.id) ?? [];
      if (cells.length === 0) return [head];
      return cells.map((cell) => ({
        ...head,
        ...levelCells(level.get(cell.level) ?? { id: cell.level }),
        ...expectationCells(cell),
        ...(cell.proficiency === undefined
          ? {}
          : stepCells(step.get(cell.proficiency) ?? { id: cell.proficiency })),
      }));
    });
  });
}

export function levelCells({ id, name }: Pick<Level, 'id'> & { name?: string }): CompetencyRow {
  return { levelId: id, ...(name === undefined ? {} : { level: name }) };
}

export function stepCells({ id, name }: Pick<Proficiency, 'id'> & { name?: string }): CompetencyRow {
  return { proficiencyId: id, ...(name === undefined ? {} : { proficiency: name }) };
}

function themeCells({ id, name }: Theme): CompetencyRow {
  return { theme: name, themeId: id };
}

function competencyCells({ id, name, definition }: Competency): CompetencyRow {
  return { competency: name, competencyId: id, ...(definition === undefined ? {} : { definition }) };
}

function expectationCells({
  id,
  name,
  statement,
  points,
  examples,
  links,
  state,
}: Expectation): CompetencyRow {
  const lists = {
    points: listCell(
      points.map(({ text }) => text),
      NUMBERS,
    ),
    pointIds: listCell(
      points.map((point) => point.id),
      BULLETS,
    ),
    examples: listCell(examples, BULLETS),
    links: listCell(links.map(linkText), BULLETS),
  };
  return {
    expectationId: id,
    ...(name === undefined ? {} : { name }),
    ...(statement === undefined ? {} : { statement }),
    ...(state === 'present' ? {} : { state }),
    ...Object.fromEntries(Object.entries(lists).filter(([, cell]) => cell !== undefined)),
  };
}

function byId<Entity extends { id: string }>(entities: readonly Entity[]): Map<string, Entity> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}
