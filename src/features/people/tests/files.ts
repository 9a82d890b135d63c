/** Files of people, as somebody would bring them. */

import type { Visitor } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';

export const CSV = 'text/csv';

/** A CSV file of a header and rows. */
export function csv(...lines: string[]): File {
  return new File([`${lines.join('\n')}\n`], 'people.csv', { type: CSV });
}

/** Brings a file. @returns the page on which it says what would change, or why it was refused */
export async function bring(
  visitor: Visitor,
  file: File,
  fields: Record<string, string> = {},
): Promise<{ status: number; text: string; html: string; address: string | null }> {
  const answer = await visitor.post('/administration/imports', { file, ...fields });
  const address = answer.headers.get('location');
  const page = address === null ? answer : await visitor.get(address);
  const html = await page.text();
  return { status: answer.status, text: textOf(html), html, address };
}

/** Applies what was shown. */
export async function apply(visitor: Visitor, { html, address }: { html: string; address: string | null }) {
  const seen = /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return visitor.post(`${address}/application`, { seen });
}
