import type { Expectation } from './framework.ts';

/** Whether two wordings of an expectation, or of one of its points, say the same to the letter. */
export function isSameWording(one: Expectation, other: Expectation, point?: string): boolean {
  return said(one, point) === said(other, point);
}

/** What is expected. Examples illustrate and links lead on: they may change without the expectation changing. */
function said({ name, statement, points, proficiency, state }: Expectation, point?: string): string {
  if (point !== undefined) return JSON.stringify(points.find(({ id }) => id === point)?.text);
  return JSON.stringify([name, statement, points.map(({ text }) => text), proficiency, state]);
}
