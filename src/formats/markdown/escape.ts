import MarkdownIt from 'markdown-it';

/** Authors' text in Markdown files: what is plain shows to the letter, what is Markdown keeps its meaning without HTML. */

/** Most leading spaces of a line that are shown; they would otherwise vanish or begin a block of code. */
const MOST_INDENT = 20;

/** Plain text in one line: a heading, a name, a label. Line ends in it become spaces. */
export function inline(text: string): string {
  return escaped(
    visible(text)
      .replace(/\s*[\r\n]+\s*/g, ' ')
      .trim(),
  );
}

/** Plain text of several lines and paragraphs, each line on a line of its own. */
export function paragraphs(text: string): string {
  return visible(text)
    .split(/\r\n|\r|\n/)
    .map((line, index, lines) => {
      if (line.trim() === '') return '';
      const next = lines[index + 1];
      const goesOn = next !== undefined && next.trim() !== '';
      return `${indented(line.trimEnd())}${goesOn ? '\\' : ''}`;
    })
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .replace(/\n{3,}/g, '\n\n');
}

function indented(line: string): string {
  const text = line.trimStart();
  const spaces = Math.min(line.length - text.length, MOST_INDENT);
  return '&nbsp;'.repeat(spaces) + lineStart(escaped(text));
}

/** What has a meaning anywhere in a line, in CommonMark or on the forges. A colon only where it makes an emoji. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&$!]|:(?=[\w+-]+:)/g, '\\$&');
}

/** What has a meaning only at the beginning of a line: list markers, and the lines under a heading. */
function lineStart(text: string): string {
  return text.replace(/^(?:[-+=]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** Control characters are shown as what stands for them; a NUL makes a file no text. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r\x7f-\x9f]/gu, (character) =>
      String.fromCharCode(0x2400 + character.charCodeAt(0)),
    );
}

/**
 * Markdown of the authors: tags show as text, links that run something are none, an open code block is closed. A `<`
 * inside code is text anyway and stays, unless a Markdown parser finds a tag in the result after all: what is code and
 * what is not takes a parser to say, and where the quick answer is wrong every `<` goes.
 */
export function markdown(text: string): string {
  const lines = visible(text).split(/\r\n|\r|\n/);
  const quick = withFences(lines, withoutTags);
  const safe = hasHtml(quick) ? withFences(lines.map(withoutAnyTag), (line) => line) : quick;
  return safe.join('\n').replace(/^\n+|\n+$/g, '');
}

const parser = new MarkdownIt('commonmark');

function hasHtml(lines: readonly string[]): boolean {
  return parser
    .parse(lines.join('\n'), {})
    .some(
      ({ type, children }) =>
        type === 'html_block' || children?.some((child) => child.type === 'html_inline'),
    );
}

/** Changes the lines outside fenced code, and closes code that is still open at the end. */
function withFences(lines: readonly string[], change: (line: string) => string): string[] {
  let open: string | undefined;
  const changed = lines.map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const isCode = open !== undefined;
    if (open === undefined) {
      const isSpan = mark?.startsWith('`') === true && line.trimStart().slice(mark.length).includes('`');
      if (!isSpan) open = mark;
    } else if (mark?.startsWith(open) === true && line.trim() === mark) open = undefined;
    return isCode ? line : change(line);
  });
  return open === undefined ? changed : [...changed, open];
}

const SPAN_OR_TAG = /(?<![`\\])(`+)(?!`)[^`]*(?<!`)\1(?!`)|<(?=[a-z/!?])/gi;
const RUNS_SOMETHING = /\](?=\(\s*<?\s*(?:javascript|vbscript|data):)/gi;

function withoutTags(line: string): string {
  return line
    .replace(SPAN_OR_TAG, (found) => (found === '<' ? '&lt;' : found))
    .replace(RUNS_SOMETHING, '\\]');
}

function withoutAnyTag(line: string): string {
  return line.replace(/<(?=[a-z/!?])/gi, '&lt;').replace(RUNS_SOMETHING, '\\]');
}

/** Text in the way its author meant it. */
export function text(content: string, format: 'plain' | 'markdown'): string {
  return format === 'markdown' ? markdown(content) : paragraphs(content);
}

/** An item of a list: further lines stand below its text. */
export function listItem(marker: string, content: string): string {
  const [first = '', ...rest] = content.split('\n');
  const indent = ' '.repeat(marker.length + 1);
  return [`${marker} ${first}`, ...rest.map((line) => (line === '' ? '' : indent + line))].join('\n');
}
