/** A level that somebody holds or held. The one held today has no end. */
export interface LevelHeld {
  id: string;
  framework: string;
  level: string;
  /** ISO 8601 day. */
  since: string;
  /** ISO 8601 day on which the next one began. */
  until: string | null;
}

export interface WantedLevel {
  framework: string;
  level: string;
  /** ISO 8601 day. */
  since: string;
}

/** What setting a level comes to. */
export type LevelDecision =
  /** A first level, or one that follows another, which ends that day. */
  | { kind: 'begins'; ends: LevelHeld | undefined }
  /** The level held today was written down wrongly; the one before it then ends on the right day. */
  | { kind: 'corrects'; held: LevelHeld; before: LevelHeld | undefined }
  | { kind: 'refused'; reason: LevelRefusal; by?: LevelHeld };

export type LevelRefusal =
  /** Nobody holds a level from a day that has not come. */
  | 'day to come'
  | 'held already'
  /** Another level began on a later day, and two are never held at once. */
  | 'earlier than the level held'
  /** A correction would leave no day for the level before. */
  | 'earlier than the level before';

/**
 * Decides what setting a level means for somebody's history, in which no two levels are held on one day. The same level
 * from another day, or another level from the same day, is a correction.
 *
 * @param today ISO 8601 day
 */
export function decideLevel(
  history: readonly LevelHeld[],
  wanted: WantedLevel,
  today: string,
): LevelDecision {
  const { since } = wanted;
  if (since > today) return { kind: 'refused', reason: 'day to come' };
  const [latest, before] = history.toSorted((a, b) => (a.since < b.since ? 1 : -1));
  if (latest === undefined) return { kind: 'begins', ends: undefined };
  if (latest.until !== null) {
    return since < latest.until
      ? { kind: 'refused', reason: 'earlier than the level held', by: latest }
      : { kind: 'begins', ends: undefined };
  }
  const sameLevel = latest.framework === wanted.framework && latest.level === wanted.level;
  if (sameLevel && latest.since === since) return { kind: 'refused', reason: 'held already', by: latest };
  if (sameLevel || latest.since === since) return correction(latest, before, since);
  return since < latest.since
    ? { kind: 'refused', reason: 'earlier than the level held', by: latest }
    : { kind: 'begins', ends: latest };
}

function correction(held: LevelHeld, before: LevelHeld | undefined, since: string): LevelDecision {
  if (before !== undefined && since <= before.since)
    return { kind: 'refused', reason: 'earlier than the level before', by: before };
  return { kind: 'corrects', held, before };
}
