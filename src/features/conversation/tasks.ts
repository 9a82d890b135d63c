/** What is done about conversations in the background. */
import type { Task } from '../../jobs/scheduler.ts';
import { tellOfEnds } from './tell-of-ends.ts';

/** A minute: whoever changed a manager tells nobody of the conversation that it ended. */
const EVERY = 60_000;

/** @param baseUrl the public address, for the links in mails */
export function conversationTasks(baseUrl: string): Task[] {
  return [
    {
      name: 'ends-of-conversations',
      every: EVERY,
      run: async (db, now) => void (await tellOfEnds(db, { baseUrl, now })),
    },
  ];
}
