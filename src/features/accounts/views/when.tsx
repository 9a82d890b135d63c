import { dayInWords } from '../../../web/date.tsx';

/** When something was: today, yesterday, or the day, with the instant on hover. */
export function When({ at, now }: { at: Date; now: Date }) {
  const iso = at.toISOString();
  return (
    <time datetime={iso} title={iso}>
      {whenInWords(at, now)}
    </time>
  );
}

export function whenInWords(at: Date, now: Date): string {
  const day = at.toISOString().slice(0, 10);
  if (day === now.toISOString().slice(0, 10)) return 'today';
  if (day === new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10)) return 'yesterday';
  return dayInWords(day) ?? day;
}
