import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decode } from '../decode.ts';
import type { TextFile } from '../format.ts';

/** The real documents beside the project. A clone without them skips the tests that read them, and says so. */
const folder = fileURLToPath(new URL('../../../../shared/', import.meta.url));

export const sharedExists = existsSync(folder);

/** Warns once a test file where the real documents are missing. */
export function warnIfSkipped(what: string): void {
  if (!sharedExists) console.warn(`SKIPPED ${what}: ../shared is missing`);
}

export function sharedBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(`${folder}${path}`));
}

/** A real document, decoded. */
export function sharedFile(path: string): TextFile {
  return textFile(path.slice(path.lastIndexOf('/') + 1), sharedBytes(path));
}

/** A file decoded as an import would, from text or bytes. Fails the test if it is no text. */
export function textFile(name: string, content: string | Uint8Array): TextFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { file, findings } = decode({ name, bytes });
  if (file === undefined) throw new Error(findings[0]?.message);
  return file;
}

/** A fixture beside a test: `fixture(import.meta.url, 'page.txt')`. */
export function fixture(test: string, name: string): TextFile {
  return textFile(name, new Uint8Array(readFileSync(new URL(`fixtures/${name}`, test))));
}
