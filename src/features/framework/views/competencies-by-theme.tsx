import type { Competency, Framework, Level } from '../../../domain/framework.ts';
import { FilterList } from '../../../web/filter-list.tsx';
import { AuthorText, Phrase } from '../../../web/text.tsx';
import { competenciesByTheme } from '../look-ups.ts';
import { competencyAddress, levelAddress } from './addresses.ts';
import { isItsOwnCompetency, levelSheet } from './level-sheet.ts';
import type { Place } from './place.ts';

/** Fewer competencies than this are seen at a glance. */
const WORTH_FILTERING = 10;

/** More levels than this are counted beside a competency rather than linked. */
const MOST_LEVELS_LINKED = 12;

interface Cell {
  level: Level;
  anchor: string;
  heading: string;
}

/** The framework's rows under their themes, each leading to its page and to every level that says something. */
export function CompetenciesByTheme({ place }: { place: Place }) {
  const { framework } = place.edition;
  const cells = cellsByCompetency(framework);
  return (
    <div id="_competency-rows">
      {framework.competencies.length >= WORTH_FILTERING && (
        <FilterList list="_competency-rows" label="Filter the competencies" />
      )}
      {framework.themes.map((theme) => {
        const rows = competenciesByTheme(framework.competencies).get(theme.id) ?? [];
        const single = isItsOwnCompetency(framework, theme);
        return (
          <div key={theme.id} class={single ? 'theme single' : 'theme'} data-filter-group>
            {!single && (
              <h3 dir="auto">
                <Phrase text={theme.name} />
              </h3>
            )}
            {theme.summary !== undefined && (
              <div class="quiet">
                <AuthorText text={theme.summary} format={framework.textFormat} headingsFrom={4} />
              </div>
            )}
            <ul class="rows">
              {rows.map((competency) => (
                <Row
                  key={competency.id}
                  place={place}
                  competency={competency}
                  cells={cells.get(competency.id)}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

function Row(props: { place: Place; competency: Competency; cells: Cell[] | undefined }) {
  const { place, competency, cells = [] } = props;
  const { framework } = place.edition;
  const everywhere =
    cells.length > 1 && new Set(cells.map(({ level }) => level)).size === framework.levels.length;
  return (
    <li data-filter-item>
      <p class="row-name" dir="auto">
        <a href={competencyAddress(framework.id, place.version, competency.id)}>
          <Phrase text={competency.name} />
        </a>
      </p>
      {competency.definition !== undefined && (
        <div class="quiet">
          <AuthorText text={competency.definition} format={framework.textFormat} headingsFrom={4} />
        </div>
      )}
      {everywhere ? (
        <details class="fold row-fold">
          <summary>
            At every level
            <span class="visually-hidden">
              : <Phrase text={competency.name} />
            </span>
          </summary>
          <RowLevels place={place} cells={cells} />
        </details>
      ) : (
        <RowLevels place={place} cells={cells} />
      )}
    </li>
  );
}

function RowLevels({ place, cells }: { place: Place; cells: readonly Cell[] }) {
  return (
    <ul class="row-levels">
      {cells.slice(0, MOST_LEVELS_LINKED).map((cell) => (
        <li key={cell.level.id + cell.anchor}>
          <a href={cellAddress(place, cell)}>
            <Phrase text={cell.level.name} />
            <span class={isAlone(cell, cells) ? 'visually-hidden' : undefined}>
              : <Phrase text={cell.heading} />
            </span>
          </a>
        </li>
      ))}
      {cells.length > MOST_LEVELS_LINKED && <li>{cells.length - MOST_LEVELS_LINKED} more levels</li>}
      {cells.length === 0 && <li>At no level yet</li>}
    </ul>
  );
}

function cellAddress(place: Place, { level, anchor }: Cell): string {
  return levelAddress(place.edition.framework.id, place.version, level.id, anchor);
}

/** Whether the row says only one thing at the cell's level, so that the level's name alone tells its links apart. */
function isAlone(cell: Cell, cells: readonly Cell[]): boolean {
  return cells.every((other) => other === cell || other.level !== cell.level);
}

function cellsByCompetency(framework: Framework): Map<string, Cell[]> {
  const found = new Map<string, Cell[]>();
  for (const level of framework.levels) {
    const sheet = levelSheet(framework, level.id);
    for (const { competency, anchor, heading } of sheet.sections.flatMap(({ cells }) => cells)) {
      if (competency === undefined) continue;
      const cells = found.get(competency.id);
      if (cells === undefined) found.set(competency.id, [{ level, anchor, heading }]);
      else cells.push({ level, anchor, heading });
    }
  }
  return found;
}
