import type { Schema } from '../../../db/schema.ts';
import { latestToday } from '../../../domain/days.ts';
import { type Evidence, noteOf, noteProblems } from '../../../domain/evidence.ts';
import type { Asked } from '../../../web/doors.ts';
import { readBody, refuseProblems } from '../../../web/read-body.ts';
import { editEvidence } from '../actions/edit-evidence.ts';
import { cleaned } from '../clean-text.ts';
import { byViewer } from '../visits.ts';
import { editedEvidence } from './schemas.ts';

/** @returns false where it was changed since the version that the program saw */
export async function editByApi(asked: Asked<Schema>, evidence: Evidence): Promise<boolean> {
  const { version, text, happenedOn, kind } = readBody(editedEvidence, asked.body);
  const note = noteOf({
    text: text === undefined ? evidence.text : cleaned(text),
    happenedOn: happenedOn ?? evidence.happenedOn,
    kind: kind === undefined ? evidence.kind : (kind ?? undefined),
  });
  refuseProblems(noteProblems(note, latestToday(asked.now)));
  return editEvidence(asked.db, byViewer(asked), evidence, { ...note, seen: version });
}
