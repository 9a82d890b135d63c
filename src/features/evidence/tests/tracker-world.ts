/** A tracker that is brought as its pages do it. */
import type { Visitor } from '../../../../test/world.ts';

export const LEAD = 'harbour/lead';
export const INCIDENTS_LEAD = 'harbour/incidents-lead';

/** A CSV file of these lines. */
export function csv(...lines: string[]): File {
  return new File([`${lines.join('\r\n')}\r\n`], 'my tracker.csv', { type: 'text/csv' });
}

/** What the form of a preview holds, hidden and chosen, by name; a name may come several times. */
export function fieldsOf(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string) => {
    if (name !== undefined) fields[name] = [...(fields[name] ?? []), unescaped(value)];
  };
  const form = /<form method="post" action="\/evidence\/tracker\/imports".*?<\/form>/s.exec(html)?.[0] ?? '';
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const isChoice = /type="(checkbox|radio)"/.test(tag);
    if (!isChoice || / checked/.test(tag)) add(of('name'), of('value') ?? '');
  }
  for (const [, name, options = ''] of form.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    add(name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  }
  return fields;
}

/** Chooses a file and sees what becomes of it. */
export async function previewed(visitor: Visitor, file: File): Promise<string> {
  const answer = await visitor.post('/evidence/tracker/preview', { file });
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
  return answer.text();
}

/** Sends the form of a preview as it stands, with what is changed in it. */
export async function decided(
  visitor: Visitor,
  html: string,
  changed: Record<string, string | string[]> = {},
  then = 'bring',
): Promise<Response> {
  // A form with a file is what makes a browser send its parts apart; this one has none and does so by its type.
  const part = new File([''], '', { type: 'application/octet-stream' });
  return visitor.post('/evidence/tracker/imports', { ...fieldsOf(html), ...changed, then, part });
}

/** Brings a file as it is proposed. */
export async function brought(visitor: Visitor, file: File): Promise<Response> {
  return decided(visitor, await previewed(visitor, file));
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
