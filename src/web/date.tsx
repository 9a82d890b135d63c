import { Phrase } from './text.tsx';

const DAY_IN_WORDS = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day as people say it, "12 March 2026", with the exact value on hover. Takes an ISO 8601 day or instant; what is
 * neither, as authors may write into a role profile, is shown as it stands. */
export function DateInWords({ date }: { date: string }) {
  const words = dayInWords(date);
  if (words === undefined) return <Phrase text={date} />;
  return (
    <time datetime={date} title={date}>
      {words}
    </time>
  );
}

/** "12 March 2026" in UTC, or undefined where the text is not an ISO 8601 day or instant. */
export function dayInWords(date: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d(T|$)/.test(date)) return undefined;
  // The day that the author wrote, whatever the offset behind it says.
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.valueOf()) ? undefined : DAY_IN_WORDS.format(day);
}
