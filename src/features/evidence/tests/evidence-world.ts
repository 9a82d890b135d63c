/** What tests about evidence share. */

import { type Fields, idOf, NAMES, type Name, type Visitor } from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';

/** Everybody but whose evidence it is. */
export const OTHERS = NAMES.filter((name) => name !== 'engineer');

/** Those of them who read what the engineer shares. */
export const READERS: readonly Name[] = ['lineManager', 'deputy'];

export const NOT_READERS = OTHERS.filter((name) => !READERS.includes(name));

/** Notes something by the form. */
export async function noted(visitor: Visitor, fields: Fields): Promise<{ id: string; page: string }> {
  const answer = await visitor.post('/evidence', fields);
  const location = answer.headers.get('location') ?? '';
  if (answer.status !== 303) throw new Error(`not noted: ${answer.status} ${await answer.text()}`);
  return { id: /\/evidence\/([0-9a-f-]+)/.exec(location)?.[1] ?? '', page: await visitor.html(location) };
}

/** What was written down about somebody: verb, subject, and who of the cast did it. */
export async function eventsAbout({ owner }: Database, name: Name): Promise<[string, string, string][]> {
  const rows = await owner
    .selectFrom('event')
    .select(['verb', 'subject', 'actor'])
    .where('about', '=', idOf(name))
    .where('kind', '=', 'record')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ verb, subject, actor }) => [
    verb,
    subject,
    NAMES.find((member) => idOf(member) === actor) ?? actor,
  ]);
}
