import type { Guide, GuideSection, SourceStatus } from '../../domain/framework.ts';
import type { TextFile } from '../format.ts';
import { IdMint } from '../ids.ts';
import { isBlank, type Line, linesOf, textOf } from '../lines.ts';
import { sentencesOf } from '../sentences.ts';
import { statusClaimed } from '../source-status.ts';
import { gapsOf } from './gaps.ts';
import type { Paragraph } from './paragraph.ts';
import { proposalsOf } from './proposals.ts';
import { speaksOf } from './speaks-of.ts';

/** Longest line that is taken for a question, in UTF-16 code units. The longest known one has 79. */
const LONGEST_QUESTION = 250;

/** Whether a line is the heading of an FAQ. */
export function isTitle({ text }: Line): boolean {
  return text.length < 60 && /^\s*(?:FAQs?|frequently asked questions)\s*:?\s*$/i.test(text);
}

/** Whether a line is a question: one sentence that ends in a question mark. */
export function isQuestion({ text }: Line): boolean {
  return text.length <= LONGEST_QUESTION && /\?\s*$/.test(text) && sentencesOf(text.trim()).length === 1;
}

/** Reads an FAQ as a guide: sections to the letter, what it says about policy as proposals, what it lacks as gaps. */
export function readFaq(file: TextFile, ids: IdMint): Guide {
  const lines = linesOf(file.text);
  const title = lines.findIndex(isTitle);
  const questions = questionsBelow(lines, title);
  const { status, rest } = statusesOf(file, lines.slice(0, Math.max(title, 0)));
  const introduction = textOf([...rest, ...lines.slice(title + 1, questions[0] ?? lines.length)]);
  const sectionIds = new IdMint();
  const sections: GuideSection[] = questions.map((at, index) => ({
    id: sectionIds.mint(lines[at]?.text ?? '', 'question'),
    heading: lines[at]?.text.trim() ?? '',
    body: textOf(lines.slice(at + 1, questions[index + 1] ?? lines.length)) ?? '',
    origin: { file: file.name, line: lines[at]?.number ?? 1 },
  }));
  const paragraphs = questions.flatMap((at, index) => {
    const question = lines[at]?.text.trim() ?? '';
    return paragraphsOf(lines.slice(at + 1, questions[index + 1] ?? lines.length), question);
  });
  const heading = lines[title]?.text.trim() ?? 'FAQ';
  const about = speaksOf([
    heading,
    ...sections.map((section) => section.heading),
    ...paragraphs.map(({ text }) => text),
  ]);
  return {
    id: ids.mint(heading, 'faq'),
    title: heading,
    kind: 'faq',
    textFormat: 'plain',
    ...(introduction === undefined ? {} : { introduction }),
    sections,
    proposals: proposalsOf(file.name, paragraphs),
    gaps: gapsOf(file.name, paragraphs),
    sourceStatus: status,
    ...(about === undefined ? {} : { speaksOf: about }),
    origin: { file: file.name, line: lines[title]?.number ?? 1 },
  };
}

/** A question is a paragraph by itself: above it stands a blank line or the title, or the page has no blank lines. */
function questionsBelow(lines: readonly Line[], title: number): number[] {
  const hasBlankLines = lines.some(isBlank);
  return lines.flatMap((line, at) => {
    const above = lines[at - 1];
    const byItself = !hasBlankLines || at - 1 === title || above === undefined || isBlank(above);
    return at > title && byItself && isQuestion(line) ? [at] : [];
  });
}

/** What the lines above the title say of the source's status, and the lines that say something else. */
function statusesOf(file: TextFile, head: readonly Line[]): { status: SourceStatus[]; rest: Line[] } {
  const status: SourceStatus[] = [];
  const rest: Line[] = [];
  for (const line of head) {
    const claimed = statusClaimed(line.text);
    if (claimed === undefined) rest.push(line);
    else status.push({ status: claimed, quote: line.text, origin: { file: file.name, line: line.number } });
  }
  return { status, rest };
}

function paragraphsOf(lines: readonly Line[], question: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | undefined;
  for (const line of lines) {
    const item = /^\s*(?:[•◦▪‣·●]\s*|[-*–]\s+|\d{1,3}[.)]\s+)/u.exec(line.text);
    if (isBlank(line)) open = undefined;
    else if (open === undefined || item !== null) {
      open = {
        text: line.text.slice(item?.[0].length ?? 0).trim(),
        line: line.number,
        question,
        item: item !== null,
      };
      paragraphs.push(open);
    } else open.text += `\n${line.text}`;
  }
  return paragraphs;
}
