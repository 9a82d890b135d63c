/** Longest title, in characters. */
const LONGEST = 90;

/** What a text is called in lists: its first sentence or line, without the marks of Markdown, cut between words. */
export function titleOf(text: string): string {
  return shortened(firstSentence(text).said, LONGEST);
}

/**
 * A text with its first sentence as its heading and the rest below. Where that sentence is long or holds marks of
 * Markdown, it is a heading only in short, and the whole text stands below.
 */
export function withHeading(text: string): { heading: string; rest: string } {
  const { said, written } = firstSentence(text);
  if (said.length > LONGEST || said !== written.replace(/\.$/, '')) {
    return { heading: shortened(said, LONGEST), rest: text };
  }
  return {
    heading: said,
    rest: text
      .trimStart()
      .slice(written.length)
      .replace(/^[ \t]*\n?/, ''),
  };
}

/** A text of at most so many characters, cut between words where it can be, with an ellipsis where it was. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join('');
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${(atWord.length > cut.length / 2 ? atWord : cut).replace(/[\s.,;:!?]+$/, '')}…`;
}

/** The first sentence as it was written, and as it is said without marks and a full stop. */
function firstSentence(text: string): { said: string; written: string } {
  const line = text.trimStart().split('\n', 1)[0]?.trimEnd() ?? '';
  const written = /^(.{12,}?[.!?])(?=\s|$)/.exec(line)?.[1] ?? line;
  const said = written
    .replace(/^(#{1,6}|[-*+>]|\d+[.)])\s+/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/\.$/, '');
  return { said: said === '' ? line : said, written };
}
