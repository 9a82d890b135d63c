import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import { canonicalDocument } from '../../../domain/release.ts';
import type { TextFile } from '../../format.ts';
import { textFile } from '../../tests/files.ts';
import { anyFramework } from '../../tests/framework-arbitrary.ts';
import { folder, writeFolder } from '../index.ts';

function written(framework: Framework, original: readonly TextFile[] = []): TextFile[] {
  const { files, losses } = writeFolder(framework, original);
  expect(losses).toEqual([]);
  return files.map(({ name, bytes }) => textFile(name, bytes));
}

it('gives back every framework that was written to a folder', () => {
  fc.assert(
    fc.property(anyFramework, (framework) => {
      const files = written(framework);
      expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
      const { frameworks, findings } = folder.read(files.toReversed());
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(frameworks).toHaveLength(1);
      const [again] = frameworks as [Framework];
      expect(canonicalDocument(again)).toBe(canonicalDocument(framework));
      expect(again.version).toBe(framework.version);
      expect(written(again, files).map(({ name, text }) => ({ name, text }))).toEqual(
        files.map(({ name, text }) => ({ name, text })),
      );
    }),
    { numRuns: 150 },
  );
}, 120_000);

it('turns the files of one framework into those of another', () => {
  fc.assert(
    fc.property(anyFramework, anyFramework, (before, after) => {
      const next = { ...after, id: before.id };
      const files = written(next, written(before));
      const [again] = folder.read(files).frameworks as [Framework];
      expect(canonicalDocument(again)).toBe(canonicalDocument(next));
    }),
    { numRuns: 80 },
  );
}, 120_000);
