/** Two cells of a row: what their texts share and what differs. */
import type { Expectation, Framework } from '../../../domain/framework.ts';
import { markdownToPassages } from '../../../web/markdown.ts';
import type { SheetCell } from '../views/level-sheet.ts';
import { comparePassages, type PassageChange } from './passages.ts';
import type { Budget } from './words.ts';

export interface CellChange {
  before: SheetCell;
  after: SheetCell;
  /** Whether anything that a reader sees differs: name, text, examples, proficiency, links or state. */
  differs: boolean;
  /** `marked`: the texts share enough to be read as one with its changes; else both are to be read whole. */
  reading: 'marked' | 'whole';
  text: PassageChange[];
  examples: PassageChange[];
  /** Whether any example is in both, changed or not. Two lists that share none are illustrations of their own. */
  examplesShared: boolean;
  /** Names of the proficiencies, where there are any. */
  proficiency: { before: string | undefined; after: string | undefined };
}

/** A cell with the framework whose words it uses. */
export interface CellInFramework {
  cell: SheetCell;
  framework: Framework;
}

export function compareCells(before: CellInFramework, after: CellInFramework, budget: Budget): CellChange {
  const [old, recent] = [before.cell.expectation, after.cell.expectation];
  const proficiency = { before: proficiencyName(before), after: proficiencyName(after) };
  const differs = seenBy(before) !== seenBy(after);
  const text = comparePassages(passages(before), passages(after), budget);
  const examples = comparePassages(old.examples, recent.examples, budget);
  const examplesShared = examples.some(isShared);
  const marked =
    differs &&
    (examplesShared || text.some(isShared)) &&
    old.state === 'present' &&
    recent.state === 'present';
  return {
    before: before.cell,
    after: after.cell,
    differs,
    reading: marked ? 'marked' : 'whole',
    text,
    examples,
    examplesShared,
    proficiency,
  };
}

function isShared({ kind }: PassageChange): boolean {
  return kind === 'kept' || kind === 'changed';
}

/** The name of the step that the cell asks for; the bare id where the scale does not know it. */
export function proficiencyName({ cell, framework }: CellInFramework): string | undefined {
  const { proficiency } = cell.expectation;
  if (proficiency === undefined || cell.expectation.state !== 'present') return undefined;
  return framework.scale.steps.find(({ id }) => id === proficiency)?.name ?? proficiency;
}

/** Everything that a reader sees of a cell. Two cells with the same are the same, whatever their ids. */
function seenBy(place: CellInFramework): string {
  const { cell } = place;
  const { statement, points, examples, links, state } = cell.expectation;
  const texts = points.map(({ text }) => text);
  return JSON.stringify([cell.heading, statement, texts, examples, links, state, proficiencyName(place)]);
}

/** The texts of a cell without their layout: paragraphs, then points. */
function passages({ cell, framework }: CellInFramework): string[] {
  const { statement, points }: Expectation = cell.expectation;
  const split = (text: string) =>
    framework.textFormat === 'markdown'
      ? markdownToPassages(text)
      : text.split(/(?:\r?\n[ \t]*){2,}/).filter((paragraph) => paragraph.trim() !== '');
  return [...(statement === undefined ? [] : split(statement)), ...points.flatMap(({ text }) => split(text))];
}
