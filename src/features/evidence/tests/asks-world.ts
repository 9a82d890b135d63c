/** What tests about asking, confirming and offering share. */
import { emailOf, idOf, type Name, type Visitor, type World } from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';
import { newId } from '../../../db/ids.ts';

export const NOTE = 'Led the **crane outage** from the first call to the close.';
export const SENTENCE = 'I kept the log that night; she led it from the first call.';

/** A piece of somebody's evidence, shared with the manager where the test says so. */
export async function evidenceOf(
  { owner }: Database,
  name: Name,
  more: { text?: string; shared?: boolean } = {},
): Promise<string> {
  const id = newId();
  const { text = NOTE, shared = false } = more;
  const now = new Date();
  await owner
    .insertInto('evidence')
    .values({
      id,
      person_id: idOf(name),
      text,
      happened_on: '2026-03-12',
      kind: null,
      noted_at: now,
      changed_at: now,
      version: 1,
      shared_at: shared ? now : null,
      framework_id: null,
      release_version: null,
      came_by: 'page',
    })
    .execute();
  return id;
}

/** Asks somebody of the cast, and finds the ask and the link that was sent. */
export async function asked(
  world: World,
  evidence: string,
  { by = 'engineer', of = 'colleague' }: { by?: Name; of?: Name } = {},
): Promise<{ id: string; link: string; answer: Response }> {
  const visitor = await world.as(by);
  const answer = await visitor.post(`/evidence/${evidence}/confirmations`, { colleague: idOf(of) });
  const { owner } = world.database;
  const row = await owner
    .selectFrom('confirmation')
    .select('id')
    .where('evidence_id', '=', evidence)
    .where('colleague_id', '=', idOf(of))
    .executeTakeFirst();
  const mail = await owner
    .selectFrom('mail')
    .select('body')
    .where('address', '=', emailOf(of))
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const link = /http:\/\/cairn\.test(\/confirm\/[\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '';
  return { id: row?.id ?? '', link, answer };
}

/** Answers at a page as its forms do, after looking at what will be sent. */
export async function answers(
  visitor: Visitor,
  page: string,
  fields: { answer: 'confirmed' | 'declined'; sentence?: string },
): Promise<Response> {
  const token = /name="token" value="([^"]*)"/.exec(await visitor.html(page))?.[1] ?? '';
  return visitor.post(`${page}/answer`, { sentence: '', ...fields, token, checked: 'yes' });
}
