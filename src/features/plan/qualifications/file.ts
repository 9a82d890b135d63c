import type { Problem } from '../../../domain/plan.ts';
import { LARGEST_CERTIFICATE } from '../../../domain/qualification.ts';
import { type FileType, typeOf } from '../../../web/file-type.ts';

/** Files that a qualification takes, as a field's `accept` names them. */
export const ACCEPTED = '.png,.jpg,.jpeg,.pdf,image/png,image/jpeg,application/pdf';

const TYPES: readonly FileType[] = ['image/png', 'image/jpeg', 'application/pdf'];

const LONGEST_NAME = 200;

/** Largest form: one file of the largest, and the words around it. */
export const LARGEST_FORM = LARGEST_CERTIFICATE + 64 * 1024;

export interface NewFile {
  name: string;
  /** By its content. */
  type: FileType;
  bytes: Uint8Array;
}

/** The file of a form, or what is wrong with it; neither where none was chosen. */
export async function readFile(
  files: readonly File[],
): Promise<{ file?: NewFile | undefined; problems: Problem[] }> {
  const [chosen] = files;
  if (chosen === undefined) return { problems: [] };
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  const type = typeOf(bytes);
  const message = wrongWith(chosen.name, bytes, type);
  if (message !== undefined || type === undefined) {
    return { problems: [{ field: 'file', message: message ?? '' }] };
  }
  return { file: { name: chosen.name, type, bytes }, problems: [] };
}

function wrongWith(name: string, bytes: Uint8Array, type: FileType | undefined): string | undefined {
  if (name.length > LONGEST_NAME) return `Give the file a name of at most ${LONGEST_NAME} characters`;
  if (bytes.length === 0) return 'Choose a file that is not empty';
  if (bytes.length > LARGEST_CERTIFICATE) return 'Choose a file of at most 10 MB';
  if (type === undefined || !TYPES.includes(type))
    return 'Save the file as PNG, JPEG or PDF, and choose that';
  return undefined;
}
