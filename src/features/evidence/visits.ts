/** What routes about one piece of evidence begin with. */
import { recordEvent } from '../../db/events.ts';
import type { Schema } from '../../db/schema.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { nothingHere, type Visit } from '../../web/doors.ts';
import type { By } from './actions/record.ts';
import { findEvidence } from './queries/find-evidence.ts';
import { lockEvidence } from './queries/lock-evidence.ts';

export type EvidenceVisit = Visit<Schema>;

/** Who changes their own evidence now. */
export function byViewer({ viewer, now }: EvidenceVisit): By {
  return { person: viewer.person, now };
}

/** The viewer's own piece of evidence that the address names. @throws CairnError `not found` */
export async function ownEvidence(visit: EvidenceVisit): Promise<Evidence> {
  const found = await findEvidence(visit.db, visit.c.req.param('id') ?? '');
  if (found === undefined || found.owner !== visit.viewer.person) throw nothingHere();
  return found;
}

/** The same to be changed: nobody else changes it until this transaction ends. */
export async function ownEvidenceToChange(visit: EvidenceVisit): Promise<Evidence> {
  await lockEvidence(visit.db, visit.viewer.person, visit.c.req.param('id') ?? '');
  return ownEvidence(visit);
}

/** Writes down that somebody opened evidence of another person, who can read that they did. */
export async function recordOpened(
  { db, viewer, now }: EvidenceVisit,
  owner: string,
  subject: string,
): Promise<void> {
  if (owner === viewer.person) return;
  const [kind = ''] = subject.split(':');
  await recordEvent(db, {
    at: now,
    actor: viewer.person,
    verb: `${kind}.opened`,
    subject,
    kind: 'record',
    about: owner,
  });
}
