/** How values of the database become values of JavaScript: the same on both engines, whose drivers differ. */

const INT8 = 20;
const DATE = 1082;
const BYTEA = 17;

/** By PostgreSQL's type number. Instants are `Date` on both engines by themselves. */
export const PARSERS: Record<number, (text: string) => unknown> = {
  [INT8]: exactNumber,
  // A day is no instant: as a `Date` it would be another day in another time zone.
  [DATE]: (text) => text,
  [BYTEA]: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
};

/** Counts and serials. Never silently inexact. */
function exactNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`${text} is too large for an exact number`);
}
