import type { Framework } from '../../domain/framework.ts';
import { canonicalDocument } from '../../domain/release.ts';
import type { SourceFile } from '../format.ts';
import { baseName } from '../yaml-edit/encode.ts';
import { readSpreadsheet } from './read.ts';

/** The file a framework was read from, if it is of the wanted kind and still says the same: nobody edited anything. */
export function keptBytes(
  framework: Framework,
  original: SourceFile | undefined,
  ending: '.csv' | '.xlsx',
): SourceFile | undefined {
  if (original === undefined || !original.name.toLowerCase().endsWith(ending)) return undefined;
  const { frameworks } = readSpreadsheet(original);
  const same = frameworks.some((read) => said(read, framework) === said(framework, framework));
  return same ? { name: baseName(original.name), bytes: original.bytes } : undefined;
}

/** The id of a framework is chosen when it is imported, and a file may have been renamed. */
function said(framework: Framework, { id, source }: Framework): string {
  return canonicalDocument({ ...framework, id, source });
}
