/** When a mail that could not be sent is tried again. */

const MINUTE = 60_000;

/** Longest pause between two tries, in milliseconds. */
const LONGEST = 6 * 60 * MINUTE;

/** How long a mail is tried before it is given up, in milliseconds. What it says is out of date by then. */
const PATIENCE = 3 * 86_400_000;

/**
 * A minute after the first try, then twice as long each time, up to six hours.
 *
 * @param tries how often it was tried
 * @returns undefined where it is not worth another try
 */
export function nextTry(mail: { tries: number; created: Date; now: Date }): Date | undefined {
  const { tries, created, now } = mail;
  if (now.getTime() - created.getTime() >= PATIENCE) return undefined;
  const pause = Math.min(LONGEST, MINUTE * 2 ** (tries - 1));
  return new Date(now.getTime() + pause);
}
