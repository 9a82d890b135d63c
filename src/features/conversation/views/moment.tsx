import { dayOf, momentInWords } from '../moments.ts';

/** An instant on the reader's own clock, with the exact value on hover. */
export function Moment({ at, timeZone }: { at: string; timeZone: string }) {
  return (
    <time class="moment" datetime={at} title={`${at} (${timeZone})`}>
      {momentInWords(at, timeZone)}
    </time>
  );
}

/** The day of an instant. */
export function Day({ at, timeZone }: { at: string; timeZone: string }) {
  return (
    <time class="moment" datetime={at} title={`${at} (${timeZone})`}>
      {dayOf(at, timeZone)}
    </time>
  );
}
