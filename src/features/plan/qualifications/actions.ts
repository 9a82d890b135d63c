/** What may be done to somebody's own qualifications. What they say was checked before. */
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { QualificationWords } from '../../../domain/qualification.ts';
import { type By, recordDone } from '../visits.ts';
import type { NewFile } from './file.ts';
import type { Qualification } from './queries.ts';

export interface WrittenQualification {
  words: QualificationWords;
  /** Absent where none was chosen: what is there stays. */
  file?: NewFile | undefined;
}

/** @returns its id */
export async function enterQualification(
  db: Executor,
  by: By,
  { words, file }: WrittenQualification,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('qualification')
    .values({
      id,
      person_id: by.person,
      ...columnsOf(words),
      shared_at: null,
      ...fileColumns(file),
      created_at: by.now,
    })
    .execute();
  await recordOwn(db, by, 'entered', id);
  return id;
}

export async function changeQualification(
  db: Executor,
  by: By,
  id: string,
  { words, file }: WrittenQualification,
): Promise<void> {
  await db
    .updateTable('qualification')
    .set({ ...columnsOf(words), ...(file === undefined ? {} : fileColumns(file)) })
    .where('id', '=', id)
    .execute();
  await recordOwn(db, by, 'changed', id);
}

export async function removeFile(db: Executor, by: By, id: string): Promise<void> {
  await db.updateTable('qualification').set(fileColumns(undefined)).where('id', '=', id).execute();
  await recordOwn(db, by, 'file-removed', id);
}

/** Lets the line manager read it, or no longer. */
export async function shareQualification(
  db: Executor,
  by: By,
  qualification: Qualification,
  shared: boolean,
): Promise<void> {
  if ((qualification.sharedAt !== null) === shared) return;
  await db
    .updateTable('qualification')
    .set({ shared_at: shared ? by.now : null })
    .where('id', '=', qualification.id)
    .execute();
  await recordOwn(db, by, shared ? 'shared' : 'taken-back', qualification.id);
}

export async function deleteQualification(db: Executor, by: By, id: string): Promise<void> {
  await db.deleteFrom('qualification').where('id', '=', id).execute();
  await recordOwn(db, by, 'deleted', id);
}

async function recordOwn(db: Executor, by: By, verb: string, id: string): Promise<void> {
  await recordDone(db, by, `qualification.${verb}`, `qualification:${id}`, by.person);
}

function columnsOf({ name, body, number, from, until }: QualificationWords) {
  return {
    name,
    body: body || null,
    number: number || null,
    valid_from: from || null,
    valid_until: until || null,
  };
}

function fileColumns(file: NewFile | undefined) {
  return {
    file_name: file?.name ?? null,
    file_type: file?.type ?? null,
    file_bytes: file?.bytes ?? null,
  };
}
