/** The door to evidence: what people note, and their path. */
import { EVIDENCE_OPERATIONS, EVIDENCE_SCHEMAS } from './api/operations.ts';

export { editEvidence } from './actions/edit-evidence.ts';
export { addHelped } from './actions/helped.ts';
export { addLink } from './actions/links.ts';
export { noteEvidence } from './actions/note-evidence.ts';
export { shareEvidence } from './actions/share-evidence.ts';
export { shareSeveral } from './actions/share-several.ts';
export { tieEvidence } from './actions/tie-evidence.ts';
export { answerAsk } from './confirm/actions/answer.ts';
export { askToConfirm } from './confirm/actions/ask.ts';
export { type Colleague, findColleague, findColleagues } from './confirm/colleagues.ts';
export { asksReceived } from './confirm/queries.ts';
export { FindColleague, NAME as COLLEAGUE_FIELD, whereabouts } from './confirm/views/find-colleague.tsx';
export { evidenceOf, type WholeEvidence } from './evidence-of.ts';
export { acceptOffer, declineOffer } from './offers/actions/accept.ts';
export { offerNote } from './offers/actions/make.ts';
export { findOffer } from './offers/queries.ts';
export { findEvidence } from './queries/find-evidence.ts';
export { fileBytes } from './queries/find-file.ts';
export { evidenceDoors } from './routes.tsx';
export { colleaguesRecord } from './take-along/colleagues-record.ts';
export { evidenceRecord } from './take-along/evidence-record.tsx';
export { NoteBox } from './views/note-box.tsx';

/** What programs of people can do about their evidence. */
export const EVIDENCE_API = { operations: EVIDENCE_OPERATIONS, schemas: EVIDENCE_SCHEMAS };
