/** What tests about plans share. */
import { type Fields, idOf, NAMES, type Name, type Visitor } from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';
import { asViewer } from '../../../db/viewer.ts';
import { createAction, type NewAction } from '../actions/create-action.ts';

/** Everybody but whose plan it is. */
export const OTHERS = NAMES.filter((name) => name !== 'engineer');

/** Those of them who share the engineer's plan. */
export const MANAGERS: readonly Name[] = ['lineManager', 'deputy'];

export const STRANGERS = OTHERS.filter((name) => !MANAGERS.includes(name));

/** Sends a form that is taken. Returns where it leads, and the first id in that address. */
export async function sent(visitor: Visitor, path: string, fields: Fields = {}) {
  const answer = await visitor.post(path, fields);
  const location = answer.headers.get('location') ?? '';
  if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return { location, id: /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(location)?.[0] ?? '' };
}

/** The text of a page without its tags, on one line. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

/** An action as a later feature writes it, e.g. a conversation. Returns its id. */
export function actionBy({ db }: Database, by: Name, action: Partial<NewAction> = {}): Promise<string> {
  return asViewer(db, idOf(by), (transaction) =>
    createAction(transaction, {
      person: idOf('engineer'),
      owner: idOf('engineer'),
      text: 'Write the runbook for the crane controls',
      kind: 'action',
      by: idOf(by),
      now: new Date(),
      ...action,
    }),
  );
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
