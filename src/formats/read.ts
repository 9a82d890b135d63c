import type { Finding } from '../domain/finding.ts';
import { isBeside } from './beside.ts';
import { decode } from './decode.ts';
import {
  type Format,
  joinResults,
  nothingRead,
  type ReadResult,
  type SourceFile,
  type TextFile,
} from './format.ts';

/**
 * Reads the files of one import. Formats of several files claim theirs first; each other file goes to the first format
 * that recognises it, and a format gets all its files together. What no format recognises has a finding. Nothing
 * throws: what cannot be read is a finding too.
 */
export function readFiles(files: readonly SourceFile[], formats: readonly Format[]): ReadResult {
  const decoded = files.map(decode);
  const texts = decoded.flatMap(({ file }) => file ?? []);
  const groups = new Map<Format, TextFile[]>(formats.map((format) => [format, []]));
  const claimed = new Set<TextFile>();
  for (const format of formats) {
    const own = format.claims?.(texts.filter((file) => !claimed.has(file))) ?? [];
    for (const file of own) claimed.add(file);
    groups.get(format)?.push(...own);
  }
  const unknown: TextFile[] = [];
  for (const file of texts) {
    if (claimed.has(file)) continue;
    const format = formats.find((candidate) => candidate.recognises(file));
    if (format === undefined) unknown.push(file);
    else groups.get(format)?.push(file);
  }
  const read = [...groups]
    .filter(([, group]) => group.length > 0)
    .map(([format, group]) => format.read(group));
  const findings = [
    ...decoded.flatMap((result) => result.findings),
    ...unknown.map((file) => notRecognised(file, formats)),
  ];
  return joinResults([{ ...nothingRead(), findings }, ...read]);
}

function notRecognised(file: TextFile, formats: readonly Format[]): Finding {
  const place = { rule: 'unreadable', file: file.name, quote: '' };
  if (isBeside(file)) {
    return {
      ...place,
      severity: 'note',
      message: `${file.name} is no competency document, so nothing was read from it.`,
      remedy: 'Leave it out of the import, or let it be: it does no harm.',
    };
  }
  const empty = file.text.trim() === '';
  const known = formats.map(({ label }) => label).join(', ');
  return {
    ...place,
    severity: 'error',
    message: empty
      ? `${file.name} is empty.`
      : `${file.name} is in none of the formats that are known, so nothing was read from it.`,
    remedy: `Leave it out of the import, or bring it as one of these: ${known}.`,
  };
}
