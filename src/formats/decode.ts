import type { Finding } from '../domain/finding.ts';
import { digest } from './digest.ts';
import { brokenSequences, placeInText, utf16Named } from './encoding.ts';
import type { SourceFile, TextFile } from './format.ts';
import { isWorkbook } from './spreadsheet/xlsx/is-workbook.ts';

/** Largest file that is read, in bytes: 20 MB. The largest known framework export has 2.5 MB. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** At most so many broken places are named one by one; the last finding says how many more there are. */
const MOST_BROKEN_NAMED = 5;

/** First bytes by which files are known that are not text, and what people call them. */
const NOT_TEXT: readonly (readonly [number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an office document (XLSX, DOCX, ODT)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old office document (XLS, DOC)'],
  [[0x1f, 0x8b], 'a gzip archive'],
];

/**
 * Decodes a file to text. Reads UTF-8 with or without a byte order mark and UTF-16 of both byte orders; keeps line
 * ends. Bytes that are not valid are read as U+FFFD and each gives an `unreadable` error, so that they stop a release.
 * A workbook (XLSX) is let through with an empty text: its reader takes the bytes. No `file` in the answer: it is too
 * large or not text at all, and the finding says so. Never throws.
 */
export function decode(file: SourceFile): { file?: TextFile; findings: Finding[] } {
  const { bytes } = file;
  if (bytes.length > LARGEST_FILE) return { findings: [tooLarge(file)] };
  if (isWorkbook(file)) return { file: { ...file, text: '', digest: digest(bytes) }, findings: [] };
  const kind = NOT_TEXT.find(([start]) => start.every((byte, index) => bytes[index] === byte))?.[1];
  if (kind !== undefined) return { findings: [notText(file, `is ${kind}, not text`)] };
  const utf16 = utf16Named(bytes);
  const text = new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
  const nul = text.indexOf('\0');
  if (nul !== -1) return { findings: [holdsNul(file, text, nul)] };
  const findings = utf16 === undefined ? brokenUtf8(file) : brokenUtf16(file, text, utf16);
  return { file: { ...file, text, digest: digest(bytes) }, findings };
}

function tooLarge(file: SourceFile): Finding {
  const size = (file.bytes.length / 1024 / 1024).toFixed(1);
  return unreadable(file, {
    message: `${file.name} has ${size} MB; files of more than 20 MB are not read.`,
    remedy: 'Import only the part of it that holds the framework, or split it into several files.',
  });
}

function notText(file: SourceFile, what: string): Finding {
  return unreadable(file, {
    message: `${file.name} ${what}, so nothing in it was read.`,
    remedy: 'Save its text as plain text, Markdown, YAML or CSV in UTF-8 and import that.',
  });
}

function holdsNul(file: SourceFile, text: string, at: number): Finding {
  const place = placeInText(text, at);
  return {
    ...notText(file, `is not text: it holds a NUL character at line ${place.line}, column ${place.column}`),
    ...place,
  };
}

function brokenUtf8(file: SourceFile): Finding[] {
  const { broken, more } = brokenSequences(file.bytes, MOST_BROKEN_NAMED);
  const findings = broken.map(({ line, column, bytes }) => {
    const hex = [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
    return {
      ...unreadable(file, {
        message: `${file.name} is not valid UTF-8 at line ${line}, column ${column}: the bytes ${hex} are no character. They are shown as \uFFFD.`,
        remedy: 'Open the file in an editor, put the right characters there and save the file as UTF-8.',
      }),
      line,
      column,
      quote: hex,
    };
  });
  if (more === 0) return findings;
  const rest = unreadable(file, {
    message: `${file.name} has ${more} more places that are not valid UTF-8.`,
    remedy: 'The file was probably saved in another encoding (Windows-1252?): save the file as UTF-8.',
  });
  return [...findings, rest];
}

function brokenUtf16(file: SourceFile, text: string, encoding: string): Finding[] {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(file.bytes);
    return [];
  } catch {
    // The strict decoder only says that something is broken; the tolerant one has put U+FFFD in its place.
    const place = placeInText(text, text.indexOf('\uFFFD'));
    const problem = unreadable(file, {
      message: `${file.name} is not valid UTF-16, first at line ${place.line}, column ${place.column}. What is broken is shown as \uFFFD.`,
      remedy: 'Open the file in an editor, put the right characters there and save the file as UTF-8.',
    });
    return [{ ...problem, ...place }];
  }
}

function unreadable(file: SourceFile, parts: Pick<Finding, 'message' | 'remedy'>): Finding {
  return { rule: 'unreadable', severity: 'error', file: file.name, quote: '', ...parts };
}
