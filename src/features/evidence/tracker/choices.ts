/** What somebody decided about a tracker so far: carried by the preview's form, nothing is kept before it is brought. */
import { SPLITS, type Split } from '../../../formats/index.ts';
import type { SentForm } from '../../../web/form-guard.ts';
import type { AboutLevel } from './match.ts';

export interface Choices {
  /** The level that rows are about which name none. */
  about: AboutLevel | undefined;
  split: Split;
  /** Headers of other columns that are not to be kept. */
  leftOut: ReadonlySet<string>;
  /** The day of pieces that have none of their own, as an ISO 8601 day. */
  day: string;
  /** What was chosen for a piece, by its key; absent before anything was. */
  pieces: ReadonlyMap<string, PieceChoice>;
}

export interface PieceChoice {
  /** Whether it is brought at all. */
  take: boolean;
  /** The value of an expectation, `UNTIED`, or `BY_HAND`. */
  tie: string;
  /** A day of its own; empty for none. */
  day: string;
}

export const UNTIED = '';
export const BY_HAND = 'by hand';

export function choicesOf(about: AboutLevel | undefined, today: string): Choices {
  return { about, split: 'items', leftOut: new Set(), day: today, pieces: new Map() };
}

/** @param extra headers of the file's other columns */
export function choicesIn(form: SentForm, extra: readonly string[]): Choices {
  const kept = new Set(form.all('keep'));
  // Cut otherwise, or about another level, the pieces are others than those that were decided about.
  const same = (field: string) => form.text(field) === form.text(`seen-${field}`);
  return {
    about: levelOf(form.text('about')),
    split: SPLITS.find((split) => split === form.text('split')) ?? 'items',
    leftOut: new Set(extra.filter((header) => !kept.has(header))),
    day: form.text('day').trim(),
    pieces: same('split') && same('about') ? piecesIn(form) : new Map(),
  };
}

function piecesIn(form: SentForm): Map<string, PieceChoice> {
  const taken = new Set(form.all('take'));
  return new Map(
    form
      .all('piece')
      .map((key) => [
        key,
        { take: taken.has(key), tie: form.text(`tie-${key}`), day: form.text(`day-${key}`).trim() },
      ]),
  );
}

/** A level as one value of a form. */
export function levelValue({ framework, level }: AboutLevel): string {
  return `${encodeURIComponent(framework)}/${encodeURIComponent(level)}`;
}

function levelOf(value: string): AboutLevel | undefined {
  try {
    const [framework, level] = value.split('/').map(decodeURIComponent);
    return framework && level ? { framework, level } : undefined;
  } catch {
    return undefined;
  }
}
