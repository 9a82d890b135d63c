import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../domain/framework.ts';
import { lint, lintGuide } from '../index.ts';
import { CONTEXT, framework, guide, level } from './made.ts';

/** Text as people and accidents make it: any characters, and the signs that rules look for. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'Leads',
          'and',
          'is',
          'made',
          'the',
          'the',
          'FT',
          '(TBC)',
          '[a](',
          'b)',
          '“',
          '” level',
          'etc.',
          ':',
          '\n',
          '\u0000',
          '🚢',
          'שלום',
          '`',
          '**',
          'can',
          'guys',
          '\r\n',
        ),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(' ')),
);
const id = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '');

const anyFramework: fc.Arbitrary<Framework> = fc
  .record({
    entries: fc.array(
      fc.record({
        id,
        level: id,
        name: text,
        statement: text,
        examples: fc.array(text, { maxLength: 3 }),
        points: fc.array(text, { maxLength: 2 }),
        proficiency: id,
      }),
      { maxLength: 8 },
    ),
    levels: fc.array(fc.record({ id, name: text, next: fc.array(id, { maxLength: 3 }) }), { maxLength: 6 }),
    body: text,
    names: text,
  })
  .map(({ entries, levels, body, names }) =>
    framework(entries, {
      name: names,
      levels: levels.map((made) => level(made.id, made.name, made.next)),
      guides: [guide(body)],
    }),
  );

describe('whatever the text', () => {
  it('the linter answers, and each finding is whole', () => {
    fc.assert(
      fc.property(anyFramework, (made) => {
        for (const finding of lint(made, CONTEXT).findings) {
          expect(finding.framework).toBe('harbour');
          expect(finding.entity).toBeDefined();
          expect(finding.quote.length).toBeLessThanOrEqual(200);
          expect(finding.message.trim()).not.toBe('');
          expect(finding.remedy.trim()).not.toBe('');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds the same twice, and changes nothing', () => {
    fc.assert(
      fc.property(anyFramework, (made) => {
        const before = JSON.stringify(made);
        expect(lint(structuredClone(made), CONTEXT)).toEqual(lint(made, CONTEXT));
        expect(JSON.stringify(made)).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  it('quotes of a guide stand in the guide', () => {
    const aboutText = new Set([
      'spelling',
      'repeated-word',
      'filler',
      'inconsiderate',
      'editor-note',
      'empty-list',
      'malformed-link',
    ]);
    fc.assert(
      fc.property(text, (body) => {
        for (const finding of lintGuide(guide(body), CONTEXT)) {
          if (aboutText.has(finding.rule)) expect(body).toContain(finding.quote.replace(/…$/, ''));
        }
      }),
      { numRuns: 300 },
    );
  });
});
