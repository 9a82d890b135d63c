/** How a text is written as one YAML scalar. */

/** Texts that YAML, or a tool of its older version, would read as something else than text. */
const NOT_TEXT =
  /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?(?:0x[\da-f]+|0o?[0-7]+|0b[01]+|[\d_]*\.?[\d_]+(?:e[-+]?\d+)?|[\d_]+\.(?:e[-+]?\d+)?|\.inf|\.nan)|\d[\d:_.]*|\d{4}-\d\d?-\d\d?.*|---.*|\.\.\..*)$/i;
const INDICATOR_FIRST = /^(?:[-?:](?:\s|$)|[[\]{},#&*!|>'"%@`])/;
/** Everything that a plain or block scalar cannot hold to the letter: controls, odd line ends, lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that have to be escaped.
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;

/** A text on one line: as it is where YAML allows, else in double quotation marks. */
export function inlineScalar(text: string, style: 'plain' | 'single' | 'double' = 'plain'): string {
  if (style === 'plain' && plainSafe(text)) return text;
  if (style === 'single' && !UNPRINTABLE.test(text) && !text.includes('\n'))
    return `'${text.replaceAll("'", "''")}'`;
  return doubleQuoted(text);
}

/** Whether a text can stand in a block scalar (`|`) to the letter, apart from the final line end. */
export function blockSafe(text: string): boolean {
  return text !== '' && !UNPRINTABLE.test(text) && !/^[ \n]|\n$|\n[ ]+(?:\n|$)|[ ]$/.test(text);
}

/** Whether a text can be folded (`>`): one paragraph with single spaces only. */
export function foldSafe(text: string): boolean {
  return blockSafe(text) && !text.includes('\n') && !text.includes('  ');
}

/** The lines of one paragraph, none longer than the width unless a word is. */
export function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function plainSafe(text: string): boolean {
  return (
    text !== '' &&
    !text.includes('\n') &&
    !UNPRINTABLE.test(text) &&
    !NOT_TEXT.test(text) &&
    !INDICATOR_FIRST.test(text) &&
    !/^\s|\s$|:(?:\s|$)|\s#/.test(text)
  );
}

function doubleQuoted(text: string): string {
  const escaped = JSON.stringify(text);
  return escaped.replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
