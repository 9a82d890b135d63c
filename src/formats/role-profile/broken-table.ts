import { isBlank, type Line } from '../lines.ts';

/**
 * Makes the lines of tables blank that a web editor broke over several lines: cells with headings and lists in them,
 * between lines that hold nothing but pipes. Markdown parsers see no table there, so pipes and the header row are
 * layout. Tables that stand in proper rows, and texts without such a table, come back as they are.
 */
export function withoutBrokenTables(lines: readonly Line[]): readonly Line[] {
  const separators = lines.flatMap((line, at) =>
    isSeparator(line) && endsBrokenHeader(lines[at - 1]) ? [at] : [],
  );
  if (separators.length === 0) return lines;
  const layout = new Set<number>();
  for (const [at, line] of lines.entries()) if (isPipesOnly(line)) layout.add(at);
  for (const separator of separators) for (const at of headerAbove(lines, separator)) layout.add(at);
  return lines.map((line, at) => (layout.has(at) ? { ...line, text: '' } : line));
}

/** The header row: from the first line of pipes above the separator, past headings, emphasis and blank lines only. */
function headerAbove(lines: readonly Line[], separator: number): number[] {
  let top = separator;
  let start = separator;
  while (top > 0) {
    const above = lines[top - 1];
    if (above === undefined || isSeparator(above) || !canBeHeader(above)) break;
    top -= 1;
    if (isPipesOnly(above)) start = top;
  }
  return Array.from({ length: separator - start }, (_, index) => start + index);
}

function canBeHeader(line: Line): boolean {
  return isBlank(line) || isPipesOnly(line) || /^\s*(?:#{1,6}\s|\*\*)/.test(line.text);
}

function isPipesOnly({ text }: Line): boolean {
  return text.includes('|') && /^[\s|:-]*$/.test(text);
}

function isSeparator({ text }: Line): boolean {
  return text.includes('|') && text.includes('---') && /^[\s|:-]*$/.test(text);
}

function endsBrokenHeader(above: Line | undefined): boolean {
  return above !== undefined && isPipesOnly(above) && !isSeparator(above);
}
