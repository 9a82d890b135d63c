import type { Gap } from '../../domain/framework.ts';
import { IdMint } from '../ids.ts';
import { sentencesOf } from '../sentences.ts';
import type { Paragraph } from './paragraph.ts';

/** A guide named in quotes, or by what it is about: the “how to plan a voyage” guide. */
const GUIDE_IN_QUOTES = /[“"]([^“”"]{3,80})[”"] (?:guide|page|document)\b/u;
const GUIDE_IN_WORDS = /\b(how to use [^.“”"]{3,60}?) guide\b/iu;

/** A step from one level to another, named in quotes: “Mid to Senior 1”. */
const TRANSITION = /[“"]([^“”"]{1,40}?) to ([^“”"]{1,40}?)[”"]/gu;

/** Where an FAQ is silent: lists that lost their items, guides it refers to, levels that it names only in passing. */
export function gapsOf(file: string, paragraphs: readonly Paragraph[]): Gap[] {
  const ids = new IdMint();
  const gaps = [...emptyLists(paragraphs), ...missingGuides(paragraphs), ...missingLevels(paragraphs)];
  return gaps
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, ...gap }) => ({ id: ids.mint(gap.kind, 'gap'), ...gap, origin: { file, line } }));
}

type Found = Omit<Gap, 'id' | 'origin'> & { line: number };

function emptyLists(paragraphs: readonly Paragraph[]): Found[] {
  return paragraphs.flatMap(({ text, line, question }, index) => {
    const next = paragraphs[index + 1];
    const hasItems = next?.item === true && next.question === question;
    if (!text.trimEnd().endsWith(':') || hasItems) return [];
    const quote = sentencesOf(text).at(-1) ?? text;
    return [
      { kind: 'empty list', quote, line, explanation: 'The list that this sentence announces has no items.' },
    ];
  });
}

function missingGuides(paragraphs: readonly Paragraph[]): Found[] {
  const found = new Map<string, Found>();
  for (const { text, line } of paragraphs) {
    for (const quote of sentencesOf(text)) {
      const name = (GUIDE_IN_QUOTES.exec(quote) ?? GUIDE_IN_WORDS.exec(quote))?.[1];
      if (name === undefined || found.has(name.toLowerCase())) continue;
      const explanation = `The text refers to a guide, “${name}”, and does not contain it.`;
      found.set(name.toLowerCase(), { kind: 'missing guide', quote, line, explanation });
    }
  }
  return [...found.values()];
}

/** A level that only ever is where a step begins, and that nothing else in the text names. */
function missingLevels(paragraphs: readonly Paragraph[]): Found[] {
  const origins = new Map<string, Found>();
  const targets = new Set<string>();
  let rest = '';
  for (const { text, line, question } of paragraphs) {
    for (const quote of sentencesOf(text)) {
      for (const [transition, from = '', to = ''] of quote.matchAll(TRANSITION)) {
        const explanation = `The level “${from}” is named only in ${transition}, and nothing says what it is.`;
        if (!/^\p{Lu}/u.test(from) || !/^\p{Lu}/u.test(to)) continue;
        targets.add(to);
        if (!origins.has(from)) origins.set(from, { kind: 'missing level', quote, line, explanation });
      }
    }
    rest += ` ${question} ${text.replace(TRANSITION, ' ')}`;
  }
  const words = new Set(rest.split(/[^\p{L}\p{N}]+/u));
  return [...origins].filter(([name]) => !targets.has(name) && !words.has(name)).map(([, gap]) => gap);
}
