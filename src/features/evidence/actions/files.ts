import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import {
  type Evidence,
  LARGEST_FILE,
  LONGEST_FILE_NAME,
  MOST_OF_EACH,
  type Problem,
} from '../../../domain/evidence.ts';
import { shortened } from '../../../domain/evidence-title.ts';
import { digest } from '../../../formats/index.ts';
import { cleaned } from '../clean-text.ts';
import { ACCEPTED_IN_WORDS, typeOf } from '../file-type.ts';
import { type By, recordOwn } from './record.ts';

/** Largest form of files: three of the largest at once. */
export const LARGEST_UPLOAD = 3 * LARGEST_FILE + 64 * 1024;

export interface NewFile {
  name: string;
  bytes: Uint8Array;
}

/** Reads the files of a form, whose size was bounded before. */
export function readFiles(files: readonly File[]): Promise<NewFile[]> {
  return Promise.all(
    files.map(async (file) => ({
      name: cleaned(file.name),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

export function fileProblems(files: readonly NewFile[], taken: number): Problem[] {
  const field = 'files';
  if (files.length === 0) return [{ field, message: 'Choose a file first' }];
  if (files.length + taken > MOST_OF_EACH) {
    return [{ field, message: `Choose fewer: there is room for ${MOST_OF_EACH - taken} more` }];
  }
  return files.flatMap(({ name, bytes }) => {
    const wrong = wrongWith(name, bytes);
    return wrong === undefined ? [] : [{ field, message: `“${shortened(name, 60)}” ${wrong}` }];
  });
}

/** All of them, or none where one is wrong: they were checked before. */
export async function addFiles(
  db: Executor,
  by: By,
  evidence: Evidence,
  files: readonly NewFile[],
): Promise<void> {
  for (const { name, bytes } of files) {
    await db
      .insertInto('evidence_file')
      .values({
        id: newId(),
        evidence_id: evidence.id,
        name,
        type: typeOf(bytes) ?? '',
        size: bytes.length,
        digest: digest(bytes),
        bytes,
        added_at: by.now,
      })
      .execute();
  }
  await recordOwn(db, by, 'files-added', evidence.id);
}

export async function removeFile(db: Executor, by: By, evidence: string, file: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('evidence_file')
    .where('evidence_id', '=', evidence)
    .where('id', '=', file)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await recordOwn(db, by, 'file-removed', evidence);
}

function wrongWith(name: string, bytes: Uint8Array): string | undefined {
  if (name.length > LONGEST_FILE_NAME) {
    return `has a name of ${name.length.toLocaleString('en-GB')} characters: rename it to at most ${LONGEST_FILE_NAME}`;
  }
  if (bytes.length === 0) return 'is empty: choose another';
  if (bytes.length > LARGEST_FILE)
    return 'is larger than 10 MB: make it smaller, or link to where it is kept';
  if (typeOf(bytes) === undefined) return `is neither ${ACCEPTED_IN_WORDS}: save it as one of these`;
  return undefined;
}
