import type { Expectation, Framework } from '../../../domain/framework.ts';
import { termsOf } from './terms.ts';
import { wordsOf } from './words.ts';

/** A framework by its words: which competencies and expectations hold them. Made once for a release. */
export interface FrameworkIndex {
  words: ReadonlyMap<string, Entry>;
  /** Stems of the words in names of competencies. */
  names: ReadonlySet<string>;
  /** The expectations that hold any text, by the place of their competency in the framework's order. */
  cellsOfRow: readonly Cell[][];
}

export interface Cell {
  expectation: Expectation;
  row: number;
  /** Its place in the framework's order. */
  place: number;
}

/** Who holds a word, or a pair of words. */
export interface Entry {
  /** 1 for a word that one competency alone holds, towards 0 for one that all hold. */
  rarity: number;
  /** The same among the names of competencies: "change" stands everywhere, and yet only one is named after it. */
  rarityInNames: number;
  /** The competencies that hold it, in their name, their definition or an expectation. */
  rows: RowHolder[];
}

export interface Holder {
  /** From 0 to 1: how plainly the word speaks for its holder, by where it stands. */
  plainness: number;
  /** Id of the numbered point that holds it. */
  point?: string;
}

export interface CellHolder extends Holder {
  cell: Cell;
}

export interface RowHolder extends Holder {
  row: number;
  /** Whether it stands in the name of the competency or of one of its expectations. */
  named: boolean;
  cells: CellHolder[];
}

/** A name says more than a statement, a statement more than an illustration. */
const PLAINNESS = { name: 0.8, definition: 0.6, statement: 0.5, onlyExample: 0.35, example: 0.2 };

/** A passage of more words and pairs than this says less by each of them. */
const MOST_TERMS = 240;

export function indexFramework({ competencies, expectations }: Framework): FrameworkIndex {
  const cellsOfRow = cellsByRow(competencies, expectations);
  const words = new Map<string, Entry>();
  competencies.forEach(({ name, definition = '' }, row) => {
    const heading = [passage(name, PLAINNESS.name), passage(definition, PLAINNESS.definition)];
    const cells = (cellsOfRow[row] ?? []).map((cell) => ({ cell, passages: passagesOf(cell.expectation) }));
    const names = termsOf([name, ...cells.map(({ cell }) => cell.expectation.name ?? '')].join('\n'));
    const holders = new Map<string, RowHolder>();
    for (const [term, holder] of heldBy([...heading, ...cells.flatMap(({ passages }) => passages)])) {
      holders.set(term, { row, named: names.has(term), plainness: holder.plainness, cells: [] });
    }
    for (const { cell, passages } of cells)
      for (const [term, holder] of heldBy(passages)) holders.get(term)?.cells.push({ cell, ...holder });
    for (const [term, holder] of holders) {
      const entry = words.get(term);
      if (entry === undefined) words.set(term, { rarity: 1, rarityInNames: 1, rows: [holder] });
      else entry.rows.push(holder);
    }
  });
  const all = competencies.length + 1;
  const rarity = (holders: number) => Math.log(all / Math.max(1, holders)) / Math.log(all);
  for (const entry of words.values()) {
    entry.rarity = rarity(entry.rows.length);
    entry.rarityInNames = rarity(entry.rows.filter(({ named }) => named).length);
  }
  const cells = cellsOfRow.flat().map(({ expectation }) => expectation);
  return { words, names: stemsOf([...competencies, ...cells]), cellsOfRow };
}

function cellsByRow(competencies: readonly { id: string }[], expectations: readonly Expectation[]): Cell[][] {
  const rows = new Map(competencies.map(({ id }, row) => [id, row]));
  const cells: Cell[][] = competencies.map(() => []);
  expectations.forEach((expectation, place) => {
    const row = rows.get(expectation.competency);
    if (row !== undefined && expectation.state === 'present') cells[row]?.push({ expectation, row, place });
  });
  return cells;
}

interface Passage {
  terms: ReadonlySet<string>;
  plainness: number;
  point?: string;
}

function passagesOf({ name = '', statement = '', points, examples }: Expectation): Passage[] {
  const onlyExamples = statement.trim() === '' && points.length === 0;
  const plainness = onlyExamples ? PLAINNESS.onlyExample : PLAINNESS.example;
  return [
    passage(name, PLAINNESS.name),
    passage(statement, PLAINNESS.statement),
    ...points.map(({ id, text }) => ({ ...passage(text, PLAINNESS.statement), point: id })),
    ...examples.map((text) => passage(text, plainness)),
  ];
}

function passage(text: string, plainness: number): Passage {
  const terms = termsOf(text);
  return { terms, plainness: plainness * Math.min(1, Math.sqrt(MOST_TERMS / terms.size)) };
}

function stemsOf(named: readonly { name?: string }[]): Set<string> {
  return new Set(named.flatMap(({ name = '' }) => wordsOf(name).map(({ stem }) => stem)));
}

/** A word that stands in several passages speaks the more plainly for it, and never more than wholly. */
function heldBy(passages: readonly Passage[]): Map<string, Holder> {
  const held = new Map<string, Holder>();
  for (const { terms, plainness, point } of passages) {
    for (const term of terms) {
      const before = held.get(term);
      const together = 1 - (1 - (before?.plainness ?? 0)) * (1 - plainness);
      const place = before?.point ?? point;
      held.set(term, { plainness: together, ...(place === undefined ? {} : { point: place }) });
    }
  }
  return held;
}
