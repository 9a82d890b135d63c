/** What the retext libraries say about a passage: passive voice, inconsiderate wording, repeated words. */
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextPassive from 'retext-passive';
import retextRepeatedWords from 'retext-repeated-words';
import { unified } from 'unified';
import { VFile } from 'vfile';

/** Something retext found. */
export interface ProseRemark {
  rule: 'passive' | 'inconsiderate' | 'repeated-word';
  /** The words it is about, to the letter. */
  words: string;
  /** Where they begin and end, in UTF-16 code units. */
  start: number;
  end: number;
  /** What could be said instead; empty where retext proposes nothing. */
  instead: string[];
}

/**
 * Words of retext-equality that are right in this field or that it minds for another reason than people: condescending
 * ones ("simple incidents" is a category here), roles of ours (steward), words with an everyday second meaning.
 */
const FINE_HERE = (
  'actually,basically,clearly,easy,easily,everyone knows,just,obvious,obviously,of course,simple,simply,straightforward,' +
  'special,add,invalid,hang,host,hosts,steward,stewards,master,masters,mastery,masterful,masterfully,master plan,' +
  'master the art,mastermind,masterpiece,mental,ombudsman,sophisticated technology,binge,king,kings,queen,bi,native,' +
  'paternity,maternity,paternal,maternal,hero,heroes,fellowship,totem,bony,barren,depressed,moan,moaning,spade,savage'
).split(',');

/** Names its phrases one by one, by asking of each whether to ignore it: retext-equality shows its list in no other way. */
class Ignored extends Array<string> {
  readonly firstWords = new Set<string>();

  override includes(phrase: string): boolean {
    this.firstWords.add(normal(phrase.split(' ', 1)[0] ?? ''));
    return super.includes(phrase);
  }
}

const ignored = Ignored.from(FINE_HERE) as Ignored;
const english = unified().use(retextEnglish).freeze();

const passive = english().use(retextPassive).freeze();
type Prose = typeof passive;

/** One processor a rule, each asked only where a quick look finds a word that it could mind: retext takes 0.5 ms a sentence. */
const RULES: readonly {
  rule: ProseRemark['rule'];
  processor: Prose;
  couldMind: (prose: string) => boolean;
}[] = [
  {
    rule: 'inconsiderate',
    processor: english().use(retextEquality, { ignore: ignored }).freeze(),
    couldMind: (prose) =>
      ignored.firstWords.size === 0 || wordsFor(prose).some((word) => ignored.firstWords.has(word)),
  },
  {
    rule: 'passive',
    processor: passive,
    couldMind: (prose) => /\b(?:am|are|were|being|is|been|was|be)\b/i.test(prose),
  },
  {
    rule: 'repeated-word',
    processor: english().use(retextRepeatedWords).freeze(),
    couldMind: (prose) => /(?<!\p{L})(\p{L}{1,40})\s{1,9}\1(?!\p{L})/iu.test(prose),
  },
];

/** As retext compares words: in lower case, without apostrophes and hyphens. */
function normal(word: string): string {
  return word.toLowerCase().replace(/['’-]/g, '');
}

function wordsFor(prose: string): string[] {
  const words = prose.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  return words.flatMap((word) =>
    word.includes('-') ? [normal(word), ...word.split('-').map(normal)] : [normal(word)],
  );
}

/** Longest text that is given to retext, in UTF-16 code units: beyond it a passage is data, not prose. */
const LONGEST = 20_000;
/** How many texts are remembered. A framework that is edited is linted again with most texts unchanged. */
const REMEMBERED = 20_000;
const remembered = new Map<string, ProseRemark[]>();

/** Everything retext has to say about a text. */
export function proseRemarks(prose: string): ProseRemark[] {
  const before = remembered.get(prose);
  if (before !== undefined) return before;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const asked = prose.length > LONGEST ? [] : RULES.filter(({ couldMind }) => couldMind(prose));
  const remarks = asked.flatMap(({ rule, processor }) => remarksOf(rule, processor, prose));
  remembered.set(prose, remarks);
  return remarks;
}

function remarksOf(rule: ProseRemark['rule'], processor: Prose, prose: string): ProseRemark[] {
  const file = new VFile(prose);
  processor.runSync(processor.parse(file), file);
  const remarks = file.messages.flatMap((message) => {
    const place = message.place;
    if (place === undefined || !('start' in place)) return [];
    const start = place.start.offset ?? 0;
    const end = place.end.offset ?? start;
    return [{ rule, words: prose.slice(start, end), start, end, instead: message.expected ?? [] }];
  });
  // "man" within "man hours" says nothing more.
  return remarks.filter(
    (one) => !remarks.some((other) => other !== one && other.start <= one.start && other.end >= one.end),
  );
}
