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

/** Markdown of the authors: tags show as text, links that run something are none, an open code block is closed. */
export function markdown(text: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of visible(text).split(/\r\n|\r|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const inCode = fence !== undefined;
    if (
      mark !== undefined &&
      !inCode &&
      !(mark.startsWith('`') && line.slice(line.indexOf(mark) + mark.length).includes('`'))
    )
      fence = mark;
    else if (
      inCode &&
      mark !== undefined &&
      mark[0] === fence?.[0] &&
      mark.length >= (fence?.length ?? 0) &&
      line.trim() === mark
    )
      fence = undefined;
    lines.push(inCode ? line : withoutHtml(line));
  }
  if (fence !== undefined) lines.push(fence);
  return lines.join('\n').replace(/^\n+|\n+$/g, '');
}

/** In a line with code in it `<` stays inside the code, where it is text anyway. */
function withoutHtml(line: string): string {
  const parts = line.includes('\\`') ? [line] : line.split(/((?<!`)`+(?!`)[^`]*(?<!`)`+(?!`))/);
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/<(?=[a-z/!?])/gi, '&lt;')
            .replace(/\](?=\(\s*<?\s*(?:javascript|vbscript|data):)/gi, '\\]'),
    )
    .join('');
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
