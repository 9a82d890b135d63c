/** Somebody's evidence as the rows of a tracker, which reads back as it was. */
import type { Evidence, Tie } from '../../../domain/evidence.ts';
import type { Framework } from '../../../domain/framework.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { linksCell, namesCell, type TrackerRow } from '../../../formats/index.ts';
import { nameOf, spokenTo } from '../expectations.ts';
import type { LevelHeld } from '../queries/standing.ts';
import { helpedName } from '../views/helped.tsx';

/**
 * A row for each expectation that a piece speaks to, in the order of the frameworks; what speaks to nothing last. Of the
 * level that somebody holds, expectations without evidence have a row too, to be filled in.
 */
export function trackerRows(
  evidence: readonly Evidence[],
  published: PublishedFrameworks,
  held: LevelHeld | undefined,
): TrackerRow[] {
  const tied = evidence.flatMap((piece) => piece.ties.map((tie) => ({ tie, piece })));
  const open = openRows(tied, published, held);
  const rows = [
    ...tied.map(({ tie, piece }) => ({ place: placeOf(tie, published), row: rowOf(piece, published, tie) })),
    ...open,
  ].sort((a, b) => compare(a.place, b.place));
  const untied = evidence.filter(({ ties }) => ties.length === 0);
  return [...rows.map(({ row }) => row), ...untied.map((piece) => rowOf(piece, published))];
}

type Placed = { place: Place; row: TrackerRow };
type Place = readonly [framework: number, theme: number, competency: number, level: number];

function rowOf(piece: Evidence, published: PublishedFrameworks, tie?: Tie): TrackerRow {
  const links = linksCell(
    piece.links.map(({ url, title }) => ({ url, ...(title === undefined ? {} : { title }) })),
  );
  const helped = namesCell(piece.helped.map(helpedName));
  const files = namesCell(piece.files.map(({ name }) => name));
  return present({
    ...(tie === undefined ? {} : expectationCells(tie, published)),
    evidence: piece.text,
    when: piece.happenedOn,
    kind: piece.kind,
    links,
    helped,
    shared: piece.sharedAt?.slice(0, 10),
    files,
    evidenceId: piece.id,
  });
}

function expectationCells(tie: Tie, published: PublishedFrameworks): TrackerRow {
  const { competency, level, said } = spokenTo(published, tie);
  const framework = said?.framework;
  const row = framework?.competencies.find(({ id }) => id === said?.expectation.competency);
  return present({
    theme: framework?.themes.find(({ id }) => id === row?.theme)?.name,
    competency,
    level,
    proficiency: framework?.scale.steps.find(({ id }) => id === said?.expectation.proficiency)?.name,
    frameworkId: tie.framework,
    release: tie.release,
    expectationId: tie.expectation,
    pointId: tie.point,
  });
}

/** What the held level expects and nothing speaks to yet. */
function openRows(
  tied: readonly { tie: Tie }[],
  published: PublishedFrameworks,
  held: LevelHeld | undefined,
): Placed[] {
  const edition = held && published.find(held.framework);
  if (held === undefined || edition === undefined) return [];
  const { framework, version } = edition;
  const spoken = new Set(
    tied.filter(({ tie }) => tie.framework === framework.id).map(({ tie }) => tie.expectation),
  );
  return framework.expectations
    .filter(({ id, level, state }) => level === held.level && state === 'present' && !spoken.has(id))
    .map((expectation) => {
      const tie = { framework: framework.id, release: version, expectation: expectation.id };
      const cells = { ...expectationCells(tie, published), competency: nameOf(framework, expectation) };
      return { place: placeOf(tie, published), row: cells };
    });
}

/** Where an expectation stands in its framework's own order. What no release has any more comes last. */
function placeOf(tie: Tie, published: PublishedFrameworks): Place {
  const newest = published.newest();
  const framework = (published.find(tie.framework) ?? published.find(tie.framework, tie.release))?.framework;
  const last = Number.MAX_SAFE_INTEGER;
  const at = newest.findIndex((edition) => edition.framework.id === tie.framework);
  if (framework === undefined) return [last, last, last, last];
  return [at < 0 ? last : at, ...placeIn(framework, tie)];
}

function placeIn(
  { expectations, competencies, themes, levels }: Framework,
  { expectation: id }: Tie,
): readonly [number, number, number] {
  const cell = expectations.find((candidate) => candidate.id === id);
  const row = competencies.findIndex((candidate) => candidate.id === cell?.competency);
  const theme = themes.findIndex((candidate) => candidate.id === competencies[row]?.theme);
  const level = levels.findIndex((candidate) => candidate.id === cell?.level);
  const last = Number.MAX_SAFE_INTEGER;
  const known = (place: number) => (place < 0 ? last : place);
  return [known(theme), known(row), known(level)];
}

function compare(a: Place, b: Place): number {
  for (const [index, place] of a.entries()) {
    const difference = place - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function present(cells: { [K in keyof TrackerRow]: TrackerRow[K] | undefined }): TrackerRow {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== undefined && text !== ''));
}
