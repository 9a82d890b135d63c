/** An instant as people say it, "3 March 2026 at 14:05", in somebody's own time zone. */
export function MomentInWords({ at, timeZone }: { at: Date; timeZone: string | null }) {
  return (
    <time datetime={at.toISOString()} title={at.toISOString()}>
      {momentInWords(at, timeZone)}
    </time>
  );
}

/** The same as text. Without a time zone, or with one that is not known here, it is UTC and says so. */
export function momentInWords(at: Date, timeZone: string | null): string {
  if (timeZone !== null && isTimeZone(timeZone)) return formatIn(timeZone).format(at);
  return `${formatIn('UTC').format(at)} UTC`;
}

function isTimeZone(timeZone: string): boolean {
  try {
    return formatIn(timeZone) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Building one costs more than a page. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  FORMATS.set(timeZone, made);
  return made;
}
