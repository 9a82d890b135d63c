import type { EntriesRead, Entry, Located, Report } from './page-model.ts';
import { looksLikeHeading, type Token } from './tokens.ts';

/**
 * Reads the entries of a legacy page: theme, competency, "Examples:", items, "Proficiency:". A heading directly
 * followed by another heading is a theme; a single heading before examples is a competency, even where its name is
 * that of its theme.
 */
export function readLegacyEntries(tokens: readonly Token[], report: Report): EntriesRead {
  const reader = new LegacyReader(report);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const end = token.kind === 'plain' ? endOfRun(tokens, at) : at + 1;
    if (token.kind === 'plain') reader.lines(tokens.slice(at, end), tokens[end]);
    else reader.part(token);
    at = end;
  }
  return reader.finish();
}

function endOfRun(tokens: readonly Token[], start: number): number {
  let end = start;
  while (tokens[end]?.kind === 'plain') end += 1;
  return end;
}

class LegacyReader {
  readonly #report: Report;
  readonly #entries: Entry[] = [];
  readonly #head: Token[] = [];
  #theme: Located | undefined;
  #open: Entry | undefined;
  /** Whether the open entry's "Examples:" was met. */
  #inExamples = false;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Plain lines, and what comes after them. */
  lines(run: readonly Token[], next: Token | undefined): void {
    if (
      this.#open !== undefined &&
      this.#inExamples &&
      this.#open.examples.length === 0 &&
      next?.kind !== 'item'
    ) {
      const headings = next?.kind === 'examples' ? Math.min(run.length - 1, 2) : 0;
      const examples = run.slice(0, run.length - headings);
      for (const { text } of examples) this.#open.examples.push(text);
      if (headings > 0) this.lines(run.slice(examples.length), next);
      return;
    }
    this.#close();
    if (next === undefined) for (const token of run) this.#unexpected(token);
    else this.#start(run);
  }

  part(token: Token): void {
    if (this.#open === undefined) this.#unexpected(token);
    else if (token.kind === 'item') this.#open.examples.push(token.text);
    else if (token.kind === 'examples' && this.#inExamples) this.#unexpected(token);
    else if (token.kind === 'examples') this.#inExamples = true;
    else {
      this.#open.proficiency = { text: token.text.trim(), line: token.line };
      this.#close();
    }
  }

  finish(): EntriesRead {
    this.#close();
    return { entries: this.#entries, head: this.#head };
  }

  #start(run: readonly Token[]): void {
    const parts = partsOf(run, this.#theme === undefined);
    const isFirst = this.#entries.length === 0;
    for (const token of parts.extra) {
      if (isFirst) this.#head.push(token);
      else this.#unexpected(token);
    }
    if (parts.theme !== undefined) this.#theme = parts.theme;
    const { text, line } = parts.name;
    if (this.#theme === undefined) {
      this.#report(
        parts.name,
        'This competency stands under no theme, so it is taken for a theme of its own.',
        'Put the heading of its theme in the line above it.',
      );
    }
    const theme = this.#theme ?? parts.name;
    const statement = parts.statement.map((token) => token.text);
    this.#open = { theme, name: { text, line }, statement, points: [], examples: [] };
    this.#inExamples = false;
  }

  #close(): void {
    if (this.#open === undefined) return;
    if (this.#open.proficiency === undefined) reportNoProficiency(this.#open, this.#report);
    this.#entries.push(this.#open);
    this.#open = undefined;
  }

  #unexpected(token: Token): void {
    this.#report(
      token,
      'This line fits no entry of the page, so it is in no competency.',
      'Move it into the entry it belongs to, or take it out.',
    );
  }
}

/** Tells that an entry names no proficiency. */
export function reportNoProficiency(entry: Entry, report: Report): void {
  report(
    entry.name,
    'This entry has no line "Proficiency: ...", so nothing says how deeply it is expected.',
    'Add the line "Proficiency:" with its word at the end of the entry.',
  );
}

interface Parts {
  extra: Token[];
  theme?: Token;
  name: Token;
  statement: Token[];
}

/**
 * The plain lines before an entry's examples: [extra lines] [theme] competency [sentences about it]. Where no theme
 * was met yet, the first of two lines is the theme even if the second reads like a sentence.
 */
function partsOf(run: readonly Token[], needsTheme: boolean): Parts {
  const last = run.findLastIndex(({ text }) => looksLikeHeading(text));
  const sentences = run.length - 1 - last;
  const at = last === -1 || (needsTheme && last === 0 && sentences === 1) ? run.length - 1 : last;
  const above = run[at - 1];
  const name = run[at] as Token;
  const hasTheme = above !== undefined && looksLikeHeading(above.text);
  return {
    extra: run.slice(0, hasTheme ? at - 1 : at),
    ...(hasTheme ? { theme: above } : {}),
    name,
    statement: run.slice(at + 1),
  };
}
