import { quoted } from '../../domain/finding.ts';
import { passagesOf } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';
import { sentencesOf } from '../wording.ts';

/** Phrase -> what to do about it. Only phrases that a sentence loses nothing without. */
const FILLERS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:very|really|quite|basically|obviously|essentially)\b/i, 'Leave it out.'],
  [/\bin order to\b/i, 'Say “to”.'],
  [/\betc\b\.?|\band so on\b|\band so forth\b/i, 'Name what belongs there, or stop before it.'],
  [/\bas and when\b|\bon a regular basis\b/i, 'Say how often, or “regularly”.'],
  [/\b(?:as|where|when|if) (?:appropriate|applicable)\b|\bas necessary\b/i, 'Say when, or leave it out.'],
  [/\butili[sz](?:e|es|ed|ing)\b/i, 'Say “use”.'],
  [/\bleverag(?:e|es|ed|ing)\b/i, 'Say “use”.'],
  [
    /\b(?:synerg(?:y|ies|istic)|best-in-class|world-class|cutting-edge|state-of-the-art|holistic(?:ally)?|paradigm shifts?|rockstar|ninja|guru)\b/i,
    'Say plainly what is meant.',
  ],
  [
    /\b(?:going forward|at the end of the day|think(?:s|ing)? outside the box|go(?:es)? the extra mile|move(?:s)? the needle|low-hanging fruit|at this moment in time|due to the fact that)\b/i,
    'Leave it out, or say plainly what is meant.',
  ],
];

export const filler: Rule = {
  id: 'filler',
  severity: 'note',
  about: 'A phrase adds words and no meaning: it makes an expectation longer and vaguer.',
  forDocuments: true,
  check: (framework) =>
    passagesOf(framework).flatMap((passage) =>
      sentencesOf(passage.prose).flatMap(({ text, start, end }) =>
        FILLERS.flatMap(([phrase, advice]) => {
          const match = phrase.exec(text);
          if (match === null) return [];
          return findingAt(filler, passage.of, {
            quote: quoted(passage.text.slice(start, end)),
            message: `“${match[0]}” adds words and no meaning.`,
            remedy: advice,
          });
        }),
      ),
    ),
};
