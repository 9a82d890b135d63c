/** The answers to "do they show this?". Words in no order of merit, never numbers (product rule 1). */
export const STANCES = ['consistently', 'sometimes', 'not yet', 'no opportunity yet'] as const;
export type Stance = (typeof STANCES)[number];

/** What the two agree on for a row: a stance, or that they see it differently (product rule 7). */
export const OUTCOMES = [...STANCES, 'we see this differently'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function isStance(text: string): text is Stance {
  return (STANCES as readonly string[]).includes(text);
}

export function isOutcome(text: string): text is Outcome {
  return (OUTCOMES as readonly string[]).includes(text);
}
