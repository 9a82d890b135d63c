/** The door to evidence: what people note, and their path. */
import { EVIDENCE_OPERATIONS, EVIDENCE_SCHEMAS } from './api/operations.ts';

export { noteEvidence } from './actions/note-evidence.ts';
export { shareSeveral } from './actions/share-several.ts';
export { evidenceOf, type WholeEvidence } from './evidence-of.ts';
export { fileBytes } from './queries/find-file.ts';
export { evidenceDoors } from './routes.tsx';
export { colleaguesRecord } from './take-along/colleagues-record.ts';
export { evidenceRecord } from './take-along/evidence-record.tsx';
export { NoteBox } from './views/note-box.tsx';

/** What programs of people can do about their evidence. */
export const EVIDENCE_API = { operations: EVIDENCE_OPERATIONS, schemas: EVIDENCE_SCHEMAS };
