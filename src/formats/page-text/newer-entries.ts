import { reportNoProficiency } from './legacy-entries.ts';
import type { EntriesRead, Entry, Report } from './page-model.ts';
import { looksLikeHeading, type Token } from './tokens.ts';

/**
 * Reads the entries of a newer page: theme, definition, statement and/or numbered points, "Proficiency:". The first
 * paragraph after the theme is its definition, the rest is what the level is expected to show.
 */
export function readNewerEntries(tokens: readonly Token[], report: Report): EntriesRead {
  const paragraphs = joinWrapped(tokens);
  const reader = new NewerReader(report);
  for (const [index, token] of paragraphs.entries()) reader.part(token, paragraphs[index + 1]);
  return { entries: reader.finish(), head: [] };
}

/**
 * Joins lines that stand directly under each other to one paragraph. Where the page has no blank lines at all each
 * line is a paragraph; the first line of an entry is always by itself.
 */
function joinWrapped(tokens: readonly Token[]): Token[] {
  const hasBlankLines = tokens.some(({ kind, follows }, index) => index > 0 && kind === 'plain' && !follows);
  if (!hasBlankLines) return [...tokens];
  const joined: Token[] = [];
  let lastIsHeading = false;
  for (const token of tokens) {
    const last = joined.at(-1);
    if (token.kind === 'plain' && token.follows && last?.kind === 'plain' && !lastIsHeading) {
      last.text += `\n${token.text}`;
      continue;
    }
    lastIsHeading = token.kind === 'plain' && (last === undefined || last.kind === 'proficiency');
    joined.push({ ...token });
  }
  return joined;
}

class NewerReader {
  readonly #report: Report;
  readonly #entries: Entry[] = [];
  #open: Entry | undefined;
  #inExamples = false;

  constructor(report: Report) {
    this.#report = report;
  }

  part(token: Token, next: Token | undefined): void {
    if (token.kind === 'plain') this.#plain(token, next);
    else if (this.#open === undefined) this.#unexpected(token);
    else if (token.kind === 'item') this.#list(this.#open).push(token.text);
    else if (token.kind === 'examples') this.#inExamples = true;
    else {
      this.#open.proficiency = { text: token.text.trim(), line: token.line };
      this.#close();
    }
  }

  finish(): Entry[] {
    this.#close();
    return this.#entries;
  }

  #plain(token: Token, next: Token | undefined): void {
    if (this.#startsEntry(token, next)) {
      this.#close();
      this.#start(token);
    } else if (this.#open === undefined) this.#unexpected(token);
    else if (this.#inExamples) this.#open.examples.push(token.text);
    else if (this.#open.definition === undefined && this.#open.points.length === 0)
      this.#open.definition = token.text;
    else this.#addToStatement(this.#open, token);
  }

  /** Every entry starts after the one before it ended. One that lacks its "Proficiency:" line ends where, after at
   * least a definition and a statement, a heading with a paragraph below it stands. */
  #startsEntry(token: Token, next: Token | undefined): boolean {
    if (this.#open === undefined) return next !== undefined;
    const isComplete = this.#open.statement.length > 0 || this.#open.points.length > 0;
    const isHeading =
      looksLikeHeading(token.text) && /^\p{Lu}/u.test(token.text) && !token.text.includes('\n');
    return isComplete && isHeading && next?.kind === 'plain';
  }

  #start({ text, line }: Token): void {
    const name = { text, line };
    this.#open = { theme: name, name, statement: [], points: [], examples: [] };
    this.#inExamples = false;
  }

  #addToStatement(entry: Entry, token: Token): void {
    entry.statement.push(token.text);
    if (entry.points.length === 0) return;
    this.#report(
      token,
      'This paragraph stands after the numbered points and is shown before them.',
      'Check that it reads well there, or make it a point.',
    );
  }

  #list(entry: Entry): string[] {
    return this.#inExamples ? entry.examples : entry.points;
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
