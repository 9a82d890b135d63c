import type { Outcome, Stance } from '../../../domain/stance.ts';

/** What somebody says about an expectation, as a person reads it. */
export function stanceInWords(stance: Stance | undefined): string {
  return stance === undefined ? 'Left open' : STANCE_WORDS[stance];
}

export function outcomeInWords(outcome: Outcome | undefined): string {
  return outcome === 'we see this differently' ? 'We see this differently' : stanceInWords(outcome);
}

const STANCE_WORDS: Record<Stance, string> = {
  consistently: 'Shows it consistently',
  sometimes: 'Shows it sometimes',
  'not yet': 'Not yet',
  'no opportunity yet': 'No opportunity yet',
};
