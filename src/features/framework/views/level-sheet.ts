import type { Competency, Expectation, Framework, Theme } from '../../../domain/framework.ts';
import {
  competenciesById,
  competenciesByTheme,
  expectationsByLevel,
  keptBy,
  themePlaces,
  themesById,
} from '../look-ups.ts';
import { levelAddress, type VersionInAddress } from './addresses.ts';

/** What one level is expected to show, in the framework's own order. */
export interface LevelSheet {
  readonly sections: readonly SheetSection[];
  /** How many expectations there are. */
  size: number;
}

export interface SheetSection {
  /** Absent for what refers to a theme or competency that the framework does not have. */
  theme?: Theme;
  /** Newer shape: the theme is itself the competency, and the two share one heading. */
  themeIsCompetency: boolean;
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  expectation: Expectation;
  competency?: Competency;
  /** What the source calls it at this level. */
  heading: string;
  /** Its id on the level's page: the competency's, or with the expectation's for a second cell of the same row. */
  anchor: string;
}

/** Sheets of each framework that is in memory, by level: pages and every link to an expectation ask for them. */
const sheetsOf = keptBy((_: Framework) => new Map<string, LevelSheet>());

/** Gathers a level's expectations, once for the framework. */
export function levelSheet(framework: Framework, level: string): LevelSheet {
  const sheets = sheetsOf(framework);
  const sheet = sheets.get(level) ?? gather(framework, level);
  sheets.set(level, sheet);
  return sheet;
}

function gather(framework: Framework, level: string): LevelSheet {
  const competencies = competenciesById(framework.competencies);
  const themes = themesById(framework.themes);
  const byTheme = new Map<Theme | undefined, SheetCell[]>();
  const taken = new Set<string>();
  let size = 0;
  for (const expectation of expectationsByLevel(framework.expectations).get(level) ?? []) {
    size += 1;
    const competency = competencies.get(expectation.competency);
    const theme = competency && themes.get(competency.theme);
    const cell: SheetCell = {
      expectation,
      ...(competency === undefined ? {} : { competency }),
      heading: expectation.name ?? competency?.name ?? expectation.competency,
      anchor: freeAnchor(expectation, taken),
    };
    const cells = byTheme.get(theme);
    if (cells === undefined) byTheme.set(theme, [cell]);
    else cells.push(cell);
  }
  const sections = [...byTheme].map(([theme, cells]): SheetSection => {
    if (theme === undefined) return { themeIsCompetency: false, cells };
    return { theme, themeIsCompetency: isItsOwnCompetency(framework, theme), cells };
  });
  const place = themePlaces(framework.themes);
  const placeOf = ({ theme }: SheetSection) => (theme && place.get(theme)) ?? framework.themes.length;
  return { sections: sections.sort((a, b) => placeOf(a) - placeOf(b)), size };
}

/** Where an expectation stands on the page of its level. */
export function expectationAddress(
  framework: Framework,
  version: VersionInAddress,
  { id, level }: Expectation,
): string {
  return levelAddress(framework.id, version, level, anchorsOf(levelSheet(framework, level)).get(id));
}

/** By the id of the expectation; the first cell where a draft has the same id twice. */
const anchorsOf = keptBy(({ sections }: LevelSheet) => {
  const cells = sections.flatMap((section) => section.cells);
  return new Map(cells.toReversed().map(({ expectation, anchor }) => [expectation.id, anchor]));
});

/** Whether a theme is itself its one competency, as in the newer shape of source. */
export function isItsOwnCompetency({ competencies }: Pick<Framework, 'competencies'>, theme: Theme): boolean {
  const [only, second] = competenciesByTheme(competencies).get(theme.id) ?? [];
  return only !== undefined && second === undefined && (only.id === theme.id || only.name === theme.name);
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
