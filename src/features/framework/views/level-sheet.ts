import type { Competency, Expectation, Framework, Theme } from '../../../domain/framework.ts';

/** What one level is expected to show, in the framework's own order. */
export interface LevelSheet {
  sections: SheetSection[];
  /** How many expectations there are. */
  size: number;
}

export interface SheetSection {
  /** Absent for what refers to a theme or competency that the framework does not have. */
  theme?: Theme;
  /** Newer shape: the theme is itself the competency, and the two share one heading. */
  themeIsCompetency: boolean;
  cells: SheetCell[];
}

export interface SheetCell {
  expectation: Expectation;
  competency?: Competency;
  /** What the source calls it at this level. */
  heading: string;
  /** Its id on the level's page: the competency's, or with the expectation's for a second cell of the same row. */
  anchor: string;
}

/** Gathers a level's expectations. Cost grows linearly with the framework. */
export function levelSheet(framework: Framework, level: string): LevelSheet {
  const competencies = new Map(framework.competencies.map((competency) => [competency.id, competency]));
  const themes = new Map(framework.themes.map((theme) => [theme.id, theme]));
  const byTheme = new Map<Theme | undefined, SheetCell[]>();
  const taken = new Set<string>();
  let size = 0;
  for (const expectation of framework.expectations) {
    if (expectation.level !== level) continue;
    size += 1;
    const competency = competencies.get(expectation.competency);
    const theme = competency && themes.get(competency.theme);
    const cell: SheetCell = {
      expectation,
      ...(competency === undefined ? {} : { competency }),
      heading: expectation.name ?? competency?.name ?? expectation.competency,
      anchor: freeAnchor(expectation, taken),
    };
    byTheme.set(theme, [...(byTheme.get(theme) ?? []), cell]);
  }
  const single = singleCompetencyThemes(framework);
  const sections = [...framework.themes, undefined].flatMap((theme): SheetSection[] => {
    const cells = byTheme.get(theme);
    if (cells === undefined) return [];
    if (theme === undefined) return [{ themeIsCompetency: false, cells }];
    return [{ theme, themeIsCompetency: single.has(theme.id), cells }];
  });
  return { sections, size };
}

/** Ids of themes that are themselves their one competency. */
export function singleCompetencyThemes(framework: Pick<Framework, 'themes' | 'competencies'>): Set<string> {
  const names = new Map(framework.themes.map(({ id, name }) => [id, name]));
  const sizes = new Map<string, number>();
  for (const { theme } of framework.competencies) sizes.set(theme, (sizes.get(theme) ?? 0) + 1);
  const same = framework.competencies.filter(
    ({ id, theme, name }) => sizes.get(theme) === 1 && (id === theme || names.get(theme) === name),
  );
  return new Set(same.map(({ theme }) => theme));
}

/** An anchor that no earlier cell of the page has. White space may not stand in an id of HTML. */
function freeAnchor({ id, competency }: Expectation, taken: Set<string>): string {
  const row = competency.replace(/\s/g, '_');
  const own = `${row}-${id.replace(/\s/g, '_')}`;
  let anchor = taken.has(row) ? own : row;
  // Only a draft with the same id twice, which the linter refuses to release, comes this far.
  for (let n = 2; taken.has(anchor); n += 1) anchor = `${own}-${n}`;
  taken.add(anchor);
  return anchor;
}
