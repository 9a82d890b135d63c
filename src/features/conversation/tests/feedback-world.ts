/** What tests about feedback share: asking a colleague, and answering as one. */
import { idOf, type Name, type Visitor } from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';
import { day, LEAD } from './talk-world.ts';

/** What a colleague writes in these tests. */
export const SEEN = 'She wrote the updates while the crane stood still, one every half hour.';

/** Sends the form with which somebody is asked, as after looking at what will be seen. */
export function ask(
  visitor: Visitor,
  talk: string,
  of: Name = 'colleague',
  more: { expectation?: readonly string[]; question?: string; until?: string; checked?: string } = {},
): Promise<Response> {
  return visitor.post(`/conversations/${talk}/feedback`, {
    colleague: idOf(of),
    expectation: [LEAD[0], LEAD[1]],
    question: '',
    until: day(14),
    checked: 'yes',
    ...more,
  });
}

/** Asks somebody. @returns the address of the form, signed in and by the link in the mail */
export async function asked(
  { owner }: Database,
  visitor: Visitor,
  talk: string,
  of: Name = 'colleague',
  more: Parameters<typeof ask>[3] = {},
): Promise<{ id: string; page: string; link: string }> {
  const answer = await ask(visitor, talk, of, more);
  if (answer.status !== 303) throw new Error(`not asked: ${answer.status} ${await answer.text()}`);
  const { id } = await owner
    .selectFrom('feedback_request')
    .select('id')
    .where('conversation_id', '=', talk)
    .where('colleague_id', '=', idOf(of))
    .orderBy('asked_at', 'desc')
    .executeTakeFirstOrThrow();
  const mail = await owner
    .selectFrom('mail')
    .select('body')
    .where('person_id', '=', idOf(of))
    .where('kind', '=', 'feedback')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const link = /http:\/\/cairn\.test(\/feedback\/by-mail\/[\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '';
  return { id, page: `/feedback/${id}`, link };
}

/** Says what was seen, as after looking at it: the first in words, the second not seen. */
export async function say(visitor: Visitor, page: string, text: string = SEEN): Promise<Response> {
  const token = /name="token" value="([^"]*)"/.exec(await visitor.html(page))?.[1] ?? '';
  return visitor.post(`${page}/answer`, { 'said-1': text, 'unseen-2': 'yes', checked: 'yes', token });
}
