import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faqText } from '../faq-text/index.ts';
import { readGuide } from '../guide-markdown/index.ts';
import { pageText } from '../page-text/index.ts';
import { readFiles } from '../read.ts';
import { readRoleProfile, roleProfile } from '../role-profile/index.ts';
import { fixture } from './files.ts';
import { expectSound } from './soundness.ts';
import { anyText, damaged } from './texts.ts';

const FORMATS = [pageText, faqText, roleProfile];
const FIXTURES = ['page-text', 'faq-text', 'role-profile'].flatMap((format) => {
  const test = new URL(`../${format}/tests/x`, import.meta.url).href;
  const names = readdirSync(fileURLToPath(new URL('fixtures/', test)));
  return names.map((name) => [name, fixture(test, name).bytes] as const);
});

describe('a damaged copy', () => {
  it.each(FIXTURES)('of %s gives what is readable or findings, and never fails', (name, bytes) => {
    fc.assert(
      fc.property(damaged(bytes), (copy) => {
        expectSound(readFiles([{ name, bytes: copy }], FORMATS));
      }),
      { numRuns: 150 },
    );
  });
});

const line = fc.oneof(
  anyText,
  fc.constantFrom(
    'Examples:',
    'Proficiency: Good',
    'Proficiency:',
    'FAQ',
    'Who looks after it?',
    '## Skills',
    '## Purpose',
    'The competencies for Cook in Kitchen are outlined below.',
    'These are legacy competencies',
    'Cook',
    '',
  ),
  anyText.map((text) => `  • ${text}`),
  anyText.map((text) => `  1. ${text}`),
);

/** A page of generated parts, with LF or CRLF. */
const anyPage = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\n\n'))
  .map(([lines, end]) =>
    ['Cook', 'The competencies for Cook in Kitchen are outlined below.', ...lines].join(end),
  );

it('a page of any parts is read or reported by every reader', () => {
  fc.assert(
    fc.property(anyPage, (text) => {
      const bytes = new TextEncoder().encode(text);
      const file = { name: 'page.txt', bytes, text, digest: 'sha256:0' };
      expectSound(readFiles([file], FORMATS));
      for (const format of FORMATS)
        expectSound(format.read([file, { ...file, name: 'b.txt', digest: 'sha256:1' }]));
      expect(readRoleProfile(file).profile).toBeDefined();
      expect(readGuide(file).guide).toBeDefined();
    }),
    { numRuns: 150 },
  );
}, 120_000);

it('every bullet and paragraph of a page with emoji and right-to-left text is somewhere in the result', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => `x${text.replace(/[\s\u0085]/gu, '')}x`);
  const entry = fc.record({ name: words, examples: fc.array(words, { minLength: 1, maxLength: 4 }) });
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('\n', '\r\n'),
      (entries, end) => {
        const parts = entries.map(({ name, examples }) =>
          [
            name,
            'Examples:',
            examples.map((example) => `  • ${example}`).join(end),
            'Proficiency: Good',
          ].join(end + end),
        );
        const text = [
          'Cook',
          'The competencies for Cook in Kitchen are outlined below.',
          'Theme',
          ...parts,
        ].join(end + end);
        const { frameworks, findings } = readFiles(
          [{ name: 'p.txt', bytes: new TextEncoder().encode(text) }],
          FORMATS,
        );
        expect(findings).toEqual([]);
        expect(frameworks[0]?.competencies.map(({ name }) => name)).toEqual(entries.map(({ name }) => name));
        expect(frameworks[0]?.expectations.map(({ examples }) => examples)).toEqual(
          entries.map(({ examples }) => examples),
        );
      },
    ),
    { numRuns: 100 },
  );
});

describe('a large file of one thing over and over', () => {
  const SIZE = 300_000;
  const head = 'Cook\n\nThe competencies for Cook in Kitchen are outlined below.\n\n';
  it.each([
    ['blank lines', '\n'],
    ['spaces', ' '],
    ['line separators', '\u2028'],
    ['bullets', '• x\n'],
    ['items', '* a\n'],
    ['proficiencies', 'Proficiency: x\n'],
    ['pipes', '| \n| --- |\n'],
    ['brackets', '['],
    ['asterisks', '*'],
    ['unfinished sentences', 'assume no IC exempt promotions '],
    ['entries of one name', 'Fire\n\nKeeps fires.\n\nProficiency: Good\n\n'],
  ])(
    'is read to its end: %s',
    (_, unit) => {
      const body = unit.repeat(Math.ceil(SIZE / unit.length));
      const texts = [
        head + body,
        `FAQ\n\nWhere?\n\n${body}`,
        `# X\n\n## Purpose\n\n${body}\n## Skills\n${body}`,
        `---\na: ${body}\n---\n`,
      ];
      for (const text of texts) {
        expectSound(readFiles([{ name: 'big.txt', bytes: new TextEncoder().encode(text) }], FORMATS));
      }
    },
    60_000,
  );
});
