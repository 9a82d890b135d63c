import { recordEvent } from '../../../../db/events.ts';
import type { Executor } from '../../../../db/schema.ts';
import { deleteAsk } from '../queries.ts';

/** Takes back what nobody answered yet: the link then leads nowhere. @returns false where there is no such thing */
export async function takeBackAsk(
  db: Executor,
  request: { owner: string; evidence: string; ask: string; now: Date },
): Promise<boolean> {
  const { owner, ask, now } = request;
  if (!(await deleteAsk(db, request))) return false;
  await recordEvent(db, {
    at: now,
    actor: owner,
    verb: 'confirmation.taken-back',
    subject: `confirmation:${ask}`,
    kind: 'record',
    about: owner,
  });
  return true;
}
