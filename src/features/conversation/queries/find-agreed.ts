import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { RecordedEvidence } from '../../../domain/agreed-record.ts';
import type { RecordRow, Side } from '../../../domain/conversation.ts';
import type { Outcome } from '../../../domain/stance.ts';
import { type Participant, somebody, type Talk } from '../talk.ts';

/** What stands beside both views once they are revealed. */
export interface Agreed {
  /** By expectation. */
  rows: ReadonlyMap<string, AgreedRow>;
  /** By expectation, as it was when the person submitted. */
  evidence: ReadonlyMap<string, RecordedEvidence[]>;
  actions: TalkAction[];
  signatures: TalkSignature[];
}

/** A row of the record while it is written. */
export interface AgreedRow extends RecordRow {
  version: number;
}

export const NOTHING_AGREED: AgreedRow = { sentence: '', reasons: {}, version: 0 };

/** Who does what by when, from this conversation. */
export interface TalkAction {
  id: string;
  text: string;
  kind: 'action' | 'opportunity';
  owner: Participant;
  /** ISO 8601 day. */
  dueOn?: string;
  expectation?: string;
}

export interface TalkSignature {
  side: Side;
  by: Participant;
  inPlaceOf?: Participant;
  at: string;
}

export async function findAgreed(db: Executor, talk: Talk): Promise<Agreed> {
  const { rows } = await sql<Found>`
    select
      (
        select json_agg(json_build_object(
          'expectation', expectation_id, 'outcome', outcome, 'sentence', sentence,
          'person', person_reason, 'manager', manager_reason, 'version', version
        ))
        from agreed_row
        where conversation_id = ${talk.id} and edition = ${talk.state.edition}
      ) as rows,
      (
        select json_agg(json_build_object(
          'id', evidence_id, 'expectation', expectation_id, 'point', point_id, 'text', text,
          'happenedOn', happened_on, 'helped', helped
        ) order by happened_on desc, evidence_id desc)
        from conversation_evidence
        where conversation_id = ${talk.id}
      ) as evidence,
      (
        select json_agg(json_build_object(
          'id', action.id, 'text', action.text, 'kind', action.kind, 'dueOn', action.due_on,
          'expectation', action.expectation_id, 'ownerId', owner.id, 'ownerName', owner.name
        ) order by action.id)
        from action
        left join person owner on owner.id = action.owner_id
        where action.conversation_id = ${talk.id}
      ) as actions,
      (
        select json_agg(json_build_object(
          'side', signature.side, 'at', signature.signed_at, 'id', signer.id, 'name', signer.name,
          'insteadId', instead.id, 'insteadName', instead.name
        ) order by signature.signed_at)
        from signature
        left join person signer on signer.id = signature.person_id
        left join person instead on instead.id = signature.in_place_of
        where signature.conversation_id = ${talk.id} and signature.edition = ${talk.state.edition}
      ) as signatures
  `.execute(db);
  const found = rows[0] ?? { rows: null, evidence: null, actions: null, signatures: null };
  return {
    rows: new Map((found.rows ?? []).map((row) => [row.expectation, rowOf(row)])),
    evidence: evidenceOf(found.evidence ?? []),
    actions: (found.actions ?? []).map(actionOf),
    signatures: (found.signatures ?? []).map(signatureOf),
  };
}

interface Found {
  rows: FoundRow[] | null;
  evidence: FoundEvidence[] | null;
  actions: FoundAction[] | null;
  signatures: FoundSignature[] | null;
}

interface FoundRow extends Record<Side, string> {
  expectation: string;
  outcome: Outcome | null;
  sentence: string;
  version: number;
}

interface FoundEvidence {
  id: string;
  expectation: string;
  point: string;
  text: string;
  happenedOn: string;
  helped: string | null;
}

interface FoundAction {
  id: string;
  text: string;
  kind: TalkAction['kind'];
  dueOn: string | null;
  expectation: string | null;
  ownerId: string | null;
  ownerName: string | null;
}

interface FoundSignature {
  side: Side;
  at: string;
  id: string | null;
  name: string | null;
  insteadId: string | null;
  insteadName: string | null;
}

function rowOf({ outcome, sentence, person, manager, version }: FoundRow): AgreedRow {
  return { ...(outcome === null ? {} : { outcome }), sentence, reasons: { person, manager }, version };
}

function evidenceOf(pieces: readonly FoundEvidence[]): ReadonlyMap<string, RecordedEvidence[]> {
  const byExpectation = Map.groupBy(pieces, ({ expectation }) => expectation);
  return new Map(
    [...byExpectation].map(([expectation, found]) => [
      expectation,
      found.map(({ id, point, text, happenedOn, helped }) => ({
        id,
        text,
        happenedOn,
        ...(point === '' ? {} : { point }),
        ...(helped === null ? {} : { helped }),
      })),
    ]),
  );
}

function actionOf({ id, text, kind, dueOn, expectation, ownerId, ownerName }: FoundAction): TalkAction {
  return {
    id,
    text,
    kind,
    owner: somebody(ownerId, ownerName),
    ...(dueOn === null ? {} : { dueOn }),
    ...(expectation === null ? {} : { expectation }),
  };
}

function signatureOf({ side, at, id, name, insteadId, insteadName }: FoundSignature): TalkSignature {
  return {
    side,
    by: somebody(id, name),
    ...(insteadId === null ? {} : { inPlaceOf: somebody(insteadId, insteadName) }),
    at: new Date(at).toISOString(),
  };
}
