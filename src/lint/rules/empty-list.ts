import { quoted } from '../../domain/finding.ts';
import type { Framework, Gap } from '../../domain/framework.ts';
import { type Passage, passagesOf } from '../passages.ts';
import { findingAt, type Place, type Rule, wholeFramework } from '../rule.ts';

export const emptyList: Rule = {
  id: 'empty-list',
  severity: 'warning',
  about:
    'A sentence announces a list and none follows: the source lost its items, and readers cannot know them.',
  forDocuments: true,
  check: (framework) => {
    const told = emptyLists(framework);
    const explained = new Set(told.map(({ gap }) => gap.quote.trim()));
    const points = new Map(
      framework.expectations.map(({ id, points, examples }) => [id, points.length + examples.length]),
    );
    return [
      ...told.map(({ gap, place }) => finding(place, gap.quote)),
      ...passagesOf(framework).flatMap((passage) => {
        if (passage.part === 'statement' && (points.get(passage.of.id) ?? 0) > 0) return [];
        return lonelyAnnouncements(passage)
          .filter((sentence) => !explained.has(sentence))
          .map((sentence) => finding(passage.of, sentence));
      }),
    ];
  },
};

function emptyLists(framework: Framework): { gap: Gap; place: Place }[] {
  const whole = wholeFramework(framework);
  const from = (gaps: readonly Gap[], owner: Place) =>
    gaps
      .filter(({ kind }) => kind === 'empty list')
      .map((gap) => ({ gap, place: { id: owner.id, origin: gap.origin ?? owner.origin } }));
  return [...from(framework.gaps, whole), ...framework.guides.flatMap((guide) => from(guide.gaps, guide))];
}

function finding(place: Place, sentence: string) {
  return findingAt(emptyList, place, {
    quote: quoted(sentence),
    message: `“${quoted(sentence)}” announces a list, and no items follow. Readers cannot know what belonged there.`,
    remedy: 'Ask the authors for the items and add them, or reword the sentence.',
  });
}

/** A line that can be what a colon announces: a list, a quotation, a table, code, or an indented or emphasised line. */
const ANNOUNCED = /^(?:\s{2,}\S|\t|[-*+•‣▪–]\s|\(?\w{1,3}[.)]\s|>|\||```|~~~|\*\*|__|!?\[|<)/;
const PARTS_THAT_END = new Set(['statement', 'definition', 'summary', 'section', 'introduction']);

/** The last sentences of paragraphs that end with a colon and are followed by nothing a colon could announce. */
function lonelyAnnouncements({ text, part }: Passage): string[] {
  if (!PARTS_THAT_END.has(part) || !text.includes(':')) return [];
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    if (!/\p{L}["”’)*_]*:["”*_]*\s*$/u.test(line) || ANNOUNCED.test(line) || /^#{1,6}\s/.test(line))
      return [];
    const next = lines.slice(index + 1).find((other) => other.trim() !== '');
    // What an introduction announces at its end follows outside it.
    if (next === undefined && part === 'introduction') return [];
    const sameParagraph = (lines[index + 1] ?? '').trim() !== '';
    if (next !== undefined && (sameParagraph || ANNOUNCED.test(next))) return [];
    const sentence =
      line
        .trim()
        .split(/(?<=[.!?])\s+/)
        .at(-1) ?? line.trim();
    return [sentence];
  });
}
