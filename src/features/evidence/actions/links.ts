import type { Executor } from '../../../db/schema.ts';
import {
  type Evidence,
  LONGEST_ADDRESS,
  LONGEST_TITLE,
  MOST_OF_EACH,
  nextPlace,
  type Problem,
} from '../../../domain/evidence.ts';
import { type By, recordOwn } from './record.ts';

export interface NewLink {
  url: string;
  /** What people read; typed, or filled in by the bookmark. It is never fetched. */
  title?: string | undefined;
}

export function linkProblems({ url, title = '' }: NewLink, taken: number): Problem[] {
  const problems: Problem[] = [];
  const address = addressProblem(url);
  if (address !== undefined) problems.push({ field: 'link-url', message: address });
  if (title.length > LONGEST_TITLE) {
    problems.push({ field: 'link-title', message: `Shorten the title to ${LONGEST_TITLE} characters` });
  }
  if (taken >= MOST_OF_EACH) {
    problems.push({ field: 'link-url', message: `Remove a link first: there are ${MOST_OF_EACH} already` });
  }
  return problems;
}

export async function addLink(
  db: Executor,
  by: By,
  evidence: Evidence,
  { url, title }: NewLink,
): Promise<void> {
  const place = nextPlace(evidence.links);
  await db
    .insertInto('evidence_link')
    .values({ evidence_id: evidence.id, place, url, title: title || null })
    .execute();
  await recordOwn(db, by, 'linked', evidence.id);
}

export async function removeLink(db: Executor, by: By, evidence: string, place: number): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('evidence_link')
    .where('evidence_id', '=', evidence)
    .where('place', '=', place)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await recordOwn(db, by, 'unlinked', evidence);
}

function addressProblem(url: string): string | undefined {
  if (url === '') return 'Give the address of the page';
  if (url.length > LONGEST_ADDRESS) return `Give an address of at most ${LONGEST_ADDRESS} characters`;
  const known = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return known ? undefined : 'Give the whole address, beginning with https:// or http://';
}
