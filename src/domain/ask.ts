/** An ask: a named colleague is asked once to confirm one piece of evidence, as it stood then. */

/** How long a colleague has to answer, and how long the link in the mail works, in days. */
export const DAYS_TO_ANSWER = 30;

/** Longest sentence with which somebody confirms, in UTF-16 code units. */
export const LONGEST_SENTENCE = 500;

export const ASK_ANSWERS = ['confirmed', 'declined'] as const;
export type AskAnswer = (typeof ASK_ANSWERS)[number];

export interface Ask {
  askedAt: Date;
  expiresAt: Date;
  /** Absent while it waits. */
  answered?: {
    at: Date;
    answer: AskAnswer;
    /** What they said, where they confirmed. */
    sentence?: string;
  };
}

/** Where an ask stands. `out of time`: nobody answered, and nobody can any more. */
export type AskState = 'waiting' | 'out of time' | AskAnswer;

export function stateOfAsk({ answered, expiresAt }: Ask, now: Date): AskState {
  if (answered !== undefined) return answered.answer;
  return expiresAt > now ? 'waiting' : 'out of time';
}

/** Its owner may take an ask back for as long as nobody has answered. */
export function mayTakeBackAsk({ answered }: Ask): boolean {
  return answered === undefined;
}

/** When an ask that is made now runs out. */
export function askExpires(now: Date): Date {
  return new Date(now.getTime() + DAYS_TO_ANSWER * 86_400_000);
}

/** What is wrong with a sentence, as an instruction; undefined where nothing is. */
export function sentenceProblem(sentence: string): string | undefined {
  if (sentence.trim() === '') return 'Say in a sentence what you saw';
  return sentence.length > LONGEST_SENTENCE ? `Shorten it to ${LONGEST_SENTENCE} characters` : undefined;
}
