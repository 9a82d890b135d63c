import type { Executor } from '../../../db/schema.ts';
import type { Kind } from '../../../domain/evidence.ts';
import { noteEvidence } from '../../evidence/index.ts';
import type { By } from '../visits.ts';
import { keepEvidence } from './actions.ts';
import type { Learning } from './queries.ts';

/**
 * Notes what was learnt as evidence, once: private, on the day it was learnt, tied to the same expectations.
 *
 * @param release the one in force for whoever learnt it
 */
export async function becomeEvidence(
  db: Executor,
  by: By,
  { id, text, kind, learntOn, evidence, ties }: Learning,
  release: { framework: string; version: string } | undefined,
): Promise<void> {
  if (evidence !== null || learntOn === null) return;
  const noted = await noteEvidence(db, by, {
    text,
    happenedOn: learntOn,
    kind: EVIDENCE_KINDS[kind ?? ''] ?? 'something else',
    cameBy: 'page',
    release,
    ties,
  });
  await keepEvidence(db, by, id, noted.id);
}

/** Kinds of learning that are kinds of evidence under another name. */
const EVIDENCE_KINDS: Readonly<Record<string, Kind>> = {
  'session given': 'session given',
  'rota cover': 'cover taken',
};
