import type { Expectation } from '../../src/domain/framework.ts';
import type { LabelledNote } from './labelled.ts';

/** What people read of a list of suggestions. */
const READ = 3;

export interface Recall {
  /** How many labels there are: a note that speaks to two expectations has two. */
  labels: number;
  /** How many of them are among the first three suggestions. */
  exact: number;
  /** The same where any level of the competency counts. */
  competency: number;
  /** How many suggestions there were for notes that speak to an expectation, and how many such notes. */
  suggestions: number;
  notes: number;
  /** Notes that speak to nothing, and how many of them got a suggestion nevertheless. */
  idle: number;
  disturbed: number;
}

export function recallOf(
  notes: readonly LabelledNote[],
  suggest: (note: LabelledNote) => readonly Expectation[],
): Recall {
  const recall = { labels: 0, exact: 0, competency: 0, suggestions: 0, notes: 0, idle: 0, disturbed: 0 };
  for (const note of notes) {
    const found = suggest(note);
    if (note.speaksTo.length === 0) {
      recall.idle += 1;
      recall.disturbed += found.length > 0 ? 1 : 0;
      continue;
    }
    const read = found.slice(0, READ);
    recall.notes += 1;
    recall.suggestions += found.length;
    recall.labels += note.speaksTo.length;
    recall.exact += note.speaksTo.filter((id) => read.some((one) => one.id === id)).length;
    recall.competency += note.speaksTo.filter((id) =>
      read.some(({ competency }) => id.startsWith(`${competency}.`)),
    ).length;
  }
  return recall;
}
