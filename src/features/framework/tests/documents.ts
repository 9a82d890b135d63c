/** Documents of the project's own that the tests of importing and releasing use. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SourceFile } from '../../../formats/index.ts';
import { importDocuments } from '../index.ts';

const FORMATS = resolve(import.meta.dirname, '../../../formats');

export const NOW = new Date('2026-11-22T09:00:00Z');
export const LATER = new Date('2026-11-23T09:00:00Z');

/** A fixture of a format as a person would bring it. */
export function fixture(format: string, name: string): SourceFile {
  return { name, bytes: readFileSync(join(FORMATS, format, 'tests/fixtures', name)) };
}

export function document(name: string, text: string): SourceFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Two pages of the legacy shape, which make one framework, `port-services-legacy`. */
export const LEGACY_PAGES = [
  fixture('page-text', 'legacy-deckhand.txt'),
  fixture('page-text', 'legacy-mate.txt'),
];

export const FAQ = fixture('faq-text', 'faq.txt');

type Database = Parameters<typeof importDocuments>[0];
type Request = Parameters<typeof importDocuments>[1];

/** Imports with everything at its usual value. */
export function importAt(db: Database, files: readonly SourceFile[], more: Partial<Request> = {}) {
  return importDocuments(db, {
    files,
    ids: [],
    dryRun: false,
    by: 'steward',
    now: NOW,
    allowedWords: new Set(),
    ...more,
  });
}
