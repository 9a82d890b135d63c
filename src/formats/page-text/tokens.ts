import { isBlank, type Line } from '../lines.ts';

/** A line of a page by what it looks like. `text` is to the letter but for indentation and the marker of a list. */
export interface Token {
  kind: 'plain' | 'item' | 'examples' | 'proficiency';
  text: string;
  line: number;
  /** Whether it stands directly under the line before it, with no blank line between. */
  follows: boolean;
}

const BULLET = /^\s*(?:[•◦▪‣·●]\s*|[-*–]\s+)(.*)$/su;
const NUMBER = /^\s*\d{1,3}[.)]\s+(.*)$/su;
const EXAMPLES = /^\s*examples?\s*:\s*$/iu;
const PROFICIENCY = /^\s*proficiency\s*:(.*)$/isu;

/** The lines of a page as tokens; an indented line directly under an item belongs to the item. */
export function tokensOf(lines: readonly Line[]): Token[] {
  const tokens: Token[] = [];
  let follows = false;
  for (const line of lines) {
    if (isBlank(line)) {
      follows = false;
      continue;
    }
    const token = tokenOf(line, follows);
    const last = tokens.at(-1);
    const continues = follows && token.kind === 'plain' && last?.kind === 'item' && /^\s/u.test(line.text);
    if (continues) last.text += `\n${token.text}`;
    else tokens.push(token);
    follows = true;
  }
  return tokens;
}

function tokenOf({ text, number }: Line, follows: boolean): Token {
  const proficiency = PROFICIENCY.exec(text);
  if (proficiency !== null) return { kind: 'proficiency', text: proficiency[1] ?? '', line: number, follows };
  if (EXAMPLES.test(text)) return { kind: 'examples', text: text.trim(), line: number, follows };
  const item = BULLET.exec(text) ?? NUMBER.exec(text);
  if (item !== null) return { kind: 'item', text: item[1] ?? '', line: number, follows };
  return { kind: 'plain', text: text.trimStart(), line: number, follows };
}

/** Longest line that is taken for a heading, in UTF-16 code units. The longest known one has 59. */
const LONGEST_HEADING = 120;

/** Whether a line can be a heading: short, and not a sentence. */
export function looksLikeHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[.!?:;,]["”’)]?\s*$/u.test(text);
}
