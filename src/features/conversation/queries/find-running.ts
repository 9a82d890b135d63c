import type { Executor } from '../../../db/schema.ts';
import { phaseOf } from '../../../domain/conversation.ts';
import type { Talk } from '../talk.ts';
import { findTalksOf } from './find-talk.ts';

/** The conversation of somebody that is under way: another one begins once it has ended. */
export async function findRunning(db: Executor, person: string): Promise<Talk | undefined> {
  const talks = await findTalksOf(db, person);
  return talks.find(({ state }) => ['preparing', 'revealed'].includes(phaseOf(state)));
}
