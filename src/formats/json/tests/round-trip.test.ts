import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalDocument } from '../../../domain/release.ts';
import { textFile } from '../../tests/files.ts';
import { anyFramework } from '../../tests/framework-arbitrary.ts';
import { readJson, writeJson } from '../index.ts';

it('gives back every framework that was written as JSON, with the same version', () => {
  fc.assert(
    fc.property(anyFramework, (framework) => {
      const { files, losses } = writeJson(framework);
      expect(losses).toEqual([]);
      expect(files[0]?.name).toMatch(/^[\w.-]+\.json$/);
      const read = readJson(textFile('a.json', files[0]?.bytes ?? new Uint8Array()));
      expect(read.findings).toEqual([]);
      expect(read.framework && canonicalDocument(read.framework)).toBe(canonicalDocument(framework));
      expect(read.framework?.version).toBe(framework.version);
    }),
    { numRuns: 100 },
  );
});

it('names its schema first', () => {
  const [framework] = fc.sample(anyFramework, 1);
  const text = new TextDecoder().decode(framework && writeJson(framework).files[0]?.bytes);
  expect(
    text.startsWith('{\n  "$schema": "https://cairn.example/schema/document.schema.json",\n  "id":'),
  ).toBe(true);
});

it.each(['', '{', '[]', 'null', '{"id": 3}', `${'['.repeat(100_000)}`])(
  'refuses what is no framework: %.20s',
  (text) => {
    const { framework, findings } = readJson(textFile('a.json', text));
    expect(framework).toBeUndefined();
    expect(findings[0]).toMatchObject({ rule: 'unreadable', severity: 'error', file: 'a.json' });
  },
);
