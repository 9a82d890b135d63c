/** Importers keep a source to the letter, and the linter points at what looks wrong. */
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/features/framework/index.ts';
import { LEGACY_PAGES } from '../../src/features/framework/tests/documents.ts';
import { FORMATS_READ, readFiles } from '../../src/formats/index.ts';

describe('11. Source text is never silently corrected', () => {
  it('keeps a typing error to the letter, and points at it', () => {
    const read = readFiles(LEGACY_PAGES, FORMATS_READ);
    const names = read.frameworks.flatMap(({ competencies }) => competencies.map(({ name }) => name));
    expect(names).toContain('Ties up boats and handels ropes');
    // Every example stands in the file as it does in the framework.
    const source = LEGACY_PAGES.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
    const examples = read.frameworks.flatMap(({ expectations }) =>
      expectations.flatMap((cell) => cell.examples),
    );
    expect(examples.length).toBeGreaterThan(5);
    expect(examples.filter((example) => !source.includes(example))).toEqual([]);
    const findings = examine(read, { today: '2026-11-22', allowedWords: new Set() });
    expect(findings.map(({ rule, quote }) => `${rule} ${quote}`)).toContain('spelling handels');
  });
});
