/** A span for which somebody stands in for a manager; both days count. */
export interface DeputySpan {
  deputy: string;
  /** ISO 8601 days. */
  firstDay: string;
  lastDay: string;
}

export type DeputyRefusal =
  | 'oneself'
  | 'ends before it begins'
  | 'over already'
  | 'longer than a year'
  /** They stand in on some of these days already. */
  | 'named already';

/**
 * Why somebody cannot be named deputy; undefined where nothing stands in the way.
 *
 * @param named the manager's spans that have not been ended
 * @param today ISO 8601 day
 */
export function refusalOfDeputy(
  manager: string,
  span: DeputySpan,
  named: readonly DeputySpan[],
  today: string,
): DeputyRefusal | undefined {
  const { deputy, firstDay, lastDay } = span;
  if (deputy === manager) return 'oneself';
  if (lastDay < firstDay) return 'ends before it begins';
  if (lastDay < today) return 'over already';
  if (lastDay > aYearAfter(firstDay)) return 'longer than a year';
  const twice = named.some(
    (other) => other.deputy === deputy && other.firstDay <= lastDay && firstDay <= other.lastDay,
  );
  return twice ? 'named already' : undefined;
}

/** Whether somebody stands in on a day. */
export function standsIn({ firstDay, lastDay }: Omit<DeputySpan, 'deputy'>, day: string): boolean {
  return firstDay <= day && day <= lastDay;
}

function aYearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}
