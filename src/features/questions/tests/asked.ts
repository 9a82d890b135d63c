/** What the tests of this folder ask, read and find. */

import type { Visitor } from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';

export const TEXT = 'Does “the tide turns” mean the watch’s end, or the tide itself?';

/** A question about the level `watch`, as its page sends it. */
export async function ask(
  visitor: Visitor,
  fields: Record<string, string> = {},
): Promise<{ answer: Response; id: string; page: string }> {
  const answer = await visitor.post('/questions', {
    framework: 'harbour',
    version: '',
    expectation: 'incidents-watch',
    text: TEXT,
    visible: 'stewards',
    ...fields,
  });
  const id = /^\/questions\/([0-9a-f-]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
  return { answer, id, page: `/questions/${id}` };
}

/** As whoever owns the tables: mails that wait to be sent, and events about people. */
export async function sent({ owner }: Database) {
  return owner.selectFrom('mail').select(['address', 'kind', 'subject', 'body']).orderBy('id').execute();
}

export async function recorded({ owner }: Database) {
  return owner
    .selectFrom('event')
    .select(['actor', 'verb', 'subject', 'about'])
    .where('kind', '=', 'record')
    .orderBy('id')
    .execute();
}
