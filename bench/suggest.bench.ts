/**
 * How well expectations are suggested for 120 labelled notes, and how quickly. The reference is a plain match of
 * substrings. Half of the notes were kept out of the tuning: a change of the matcher is made by looking at the other half.
 */
import type { Framework } from '../src/domain/framework.ts';
import { OPERATIONS_WORDS } from '../src/features/evidence/suggest/data/operations-words.ts';
import { buildSuggester } from '../src/features/evidence/suggest/suggester.ts';
import { Vocabulary } from '../src/features/evidence/suggest/vocabulary.ts';
import { wordsOf } from '../src/features/evidence/suggest/words.ts';
import { wideFramework } from './made/wide-framework.ts';
import { type LabelledNote, labelledNotes, shippedFramework } from './suggest/labelled.ts';
import { type Recall, recallOf } from './suggest/recall.ts';
import { substringMatch } from './suggest/substring-match.ts';

const ROUNDS = 25;

const notes = labelledNotes();
const shipped = shippedFramework();

console.log('\nOf the expectations that a note speaks to, how many are among the first three suggestions:\n');
console.log(
  '| notes | what | exactly | any level of the competency | suggestions a note | of notes that speak to nothing, disturbed |',
);
console.log('|---|---|---|---|---|---|');
for (const half of ['tuning', 'held-out'] as const) {
  const those = notes.filter((note) => note.half === half);
  for (const [what, suggest] of Object.entries(ways(shipped)))
    recallRow(half, what, recallOf(those, suggest));
}

console.log(`\nTime for one note (median of ${ROUNDS} rounds), and for making the index once a release:\n`);
console.log('| framework | what | the middle note | the slowest note | ratio to substring match | index |');
console.log('|---|---|---|---|---|---|');
for (const framework of [shipped, wideFramework()]) timeRows(framework);

function ways(framework: Framework) {
  const plain = substringMatch(framework);
  const bare = buildSuggester(framework, []);
  const narrow = buildSuggester(framework, phrasesOfTuningNotes());
  const whole = buildSuggester(framework);
  const only = (suggestions: ReturnType<typeof whole>) => suggestions.map(({ expectation }) => expectation);
  return {
    'substring match (reference)': ({ note }: LabelledNote) => plain(note),
    'Cairn without words of the trade': ({ note, level }: LabelledNote) => only(bare({ text: note, level })),
    'Cairn with phrases of tuning notes only': ({ note, level }: LabelledNote) =>
      only(narrow({ text: note, level })),
    Cairn: ({ note, level }: LabelledNote) => only(whole({ text: note, level })),
    'Cairn, kind of work chosen': ({ note, level, kind }: LabelledNote) =>
      only(whole({ text: note, level, kind })),
  };
}

/** What would be found if the list of phrases had been made out of the tuning notes and of nothing else. */
function phrasesOfTuningNotes() {
  const tuning = notes.filter(({ half }) => half === 'tuning');
  return OPERATIONS_WORDS.filter((phrase) => {
    const alone = new Vocabulary([phrase]);
    return tuning.some(({ note }) => alone.find(note, wordsOf(note)).length > 0);
  });
}

function recallRow(half: string, what: string, recall: Recall): void {
  const of = (count: number) => `${count} of ${recall.labels} (${(count / recall.labels).toFixed(2)})`;
  const each = (recall.suggestions / recall.notes).toFixed(1);
  console.log(
    `| ${half} | ${what} | ${of(recall.exact)} | ${of(recall.competency)} | ${each} | ${recall.disturbed} of ${recall.idle} |`,
  );
}

function timeRows(framework: Framework): void {
  const size = framework.expectations.length.toLocaleString('en-GB');
  const started = performance.now();
  buildSuggester(framework);
  const making = performance.now() - started;
  const { 'substring match (reference)': plain, Cairn: cairn } = ways(framework);
  const reference = timesOf(plain);
  const own = timesOf(cairn);
  timeRow(size, 'substring match (reference)', reference, reference);
  timeRow(size, 'Cairn', own, reference, `${making.toFixed(0)} ms`);
}

/** Milliseconds for each note: the median of its rounds, after one that is not counted. */
function timesOf(suggest: (note: LabelledNote) => unknown): number[] {
  for (const note of notes) suggest(note);
  return notes.map((note) =>
    middle(
      Array.from({ length: ROUNDS }, () => {
        const started = performance.now();
        suggest(note);
        return performance.now() - started;
      }),
    ),
  );
}

function timeRow(size: string, what: string, times: number[], reference: number[], making = ''): void {
  const cells = [
    `${middle(times).toFixed(2)} ms`,
    `${Math.max(...times).toFixed(2)} ms`,
    (middle(times) / middle(reference)).toFixed(2),
  ];
  console.log(`| ${size} expectations | ${what} | ${cells.join(' | ')} | ${making} |`);
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
