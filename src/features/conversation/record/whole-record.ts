import type { Executor } from '../../../db/schema.ts';
import type { AgreedRecord } from '../../../domain/agreed-record.ts';
import type { Side } from '../../../domain/conversation.ts';
import { findNames, type KeptRecord } from '../queries/find-records.ts';

/** A record to be shown: as it is kept, with what the people in it are called today. */
export interface WholeRecord extends KeptRecord {
  name(id: string | null | undefined): string;
  /** Whoever takes a side in it. */
  sideName(side: Side): string;
}

export async function wholeRecord(db: Executor, kept: KeptRecord): Promise<WholeRecord> {
  const names = await findNames(db, idsIn(kept.record));
  const name = (id: string | null | undefined) => names.get(id ?? '') ?? 'somebody who was erased';
  const { person, manager } = kept.record;
  return { ...kept, name, sideName: (side) => name(side === 'person' ? person : manager) };
}

function idsIn({ person, manager, signatures, actions }: AgreedRecord): (string | null)[] {
  return [
    person,
    manager,
    ...signatures.flatMap((signature) => [signature.person, signature.inPlaceOf ?? null]),
    ...actions.map(({ owner }) => owner),
  ];
}
