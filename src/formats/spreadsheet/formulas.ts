/** First characters that make a spreadsheet program take a text for a formula, their full-width twins included. */
const FORMULA = '=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20';
/** A text whose first character is one of them, or nothing, behind any number of apostrophes. */
const RISKY = new RegExp(`^'*(?:[${FORMULA}]|$)`);
const ESCAPED = new RegExp(`^'+(?:[${FORMULA}]|$)`);

/**
 * The text as a cell holds it. A text that would be a formula gets an apostrophe in front, which spreadsheet programs
 * know as "this is text"; one that already stands behind apostrophes gets one more, so that nothing is ambiguous.
 * The empty text becomes a lone apostrophe: an empty cell means that there is no text at all.
 */
export function escapeFormula(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** What `escapeFormula` was given. An apostrophe that begins a word ('tis) stays. */
export function unescapeFormula(cell: string): string {
  return ESCAPED.test(cell) ? cell.slice(1) : cell;
}
