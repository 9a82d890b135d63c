import { NAMES, type Name } from '../world.ts';

/** Somebody who looks: a member of the cast, or a visitor. */
export type Looker = Name | 'visitor';

export interface Kept {
  table: string;
  /** What it is, as the test names it. */
  row: string;
  /** SQL that finds it. */
  where: string;
  readers: readonly Looker[];
  /** Who may change or remove it; nobody where it is left out. */
  writers?: readonly Looker[];
  /** Who may add another like it; whoever may change it where it is left out. */
  adders?: readonly Looker[];
}

export const SIGNED_IN: readonly Looker[] = NAMES;
export const EVERYBODY: readonly Looker[] = [...NAMES, 'visitor'];

/** Whoever is the engineer's line manager today, or stands in. */
export const MANAGING: readonly Looker[] = ['lineManager', 'deputy'];

/** Ids of the rows, readable in a failure: the kind, then the number. */
export function id(kind: string, number: number): string {
  return `0193${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`;
}
