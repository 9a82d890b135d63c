import { type Finding, quoted } from '../../domain/finding.ts';
import { placeName, type Sheet } from './table.ts';

/** At most so many findings of a kind in a file are told one by one; a last one says how many more there are. */
const MOST_OF_A_KIND = 20;

/** Where something was found: a sheet, a row and, for a cell, its column (from 0). */
export interface Place {
  sheet: Sheet;
  row: number;
  column?: number | undefined;
}

interface Told {
  rule?: string;
  severity: Finding['severity'];
  message: string;
  remedy: string;
  quote?: string;
  entity?: string;
}

/** Gathers what is to be said about one file, so that one mistake in a thousand rows is not said a thousand times. */
export class FindingList {
  readonly #file: string;
  readonly #kinds = new Map<string, { told: Finding[]; more: number }>();

  constructor(file: string) {
    this.#file = file;
  }

  /** `kind` groups findings of which many may come. */
  tell(kind: string, place: Place, { rule = 'unexpected-part', quote = '', ...told }: Told): void {
    const known = this.#kinds.get(kind) ?? { told: [], more: 0 };
    this.#kinds.set(kind, known);
    if (known.told.length >= MOST_OF_A_KIND) {
      known.more += 1;
      return;
    }
    known.told.push({
      rule,
      file: this.#file,
      line: place.row,
      ...(place.column === undefined ? {} : { column: place.column + 1 }),
      quote: quoted(quote),
      ...told,
    });
  }

  all(): Finding[] {
    return [...this.#kinds.values()].flatMap(({ told, more }) => {
      const last = told.at(-1);
      if (more === 0 || last === undefined) return told;
      const message = `The same holds for ${more} more places of ${this.#file}.`;
      return [...told, { ...last, message, quote: '' }];
    });
  }
}

/** A place in words, at the beginning of a sentence: `Sheet "Levels", row 3, column B`. */
export function where({ sheet, row, column }: Place): string {
  const name = placeName(sheet, row, column);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** Rows in words: `3, 4 and 9`, at most ten of them. */
export function rowNumbers(rows: readonly number[]): string {
  const shown = rows.slice(0, 10);
  if (rows.length > shown.length) return `${shown.join(', ')} and ${rows.length - shown.length} more`;
  const last = shown.at(-1);
  return shown.length < 2 ? `${last}` : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
