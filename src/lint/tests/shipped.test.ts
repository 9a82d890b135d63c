import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { digest } from '../../formats/digest.ts';
import { folder } from '../../formats/folder/index.ts';
import type { TextFile } from '../../formats/format.ts';
import { lint } from '../index.ts';
import { CONTEXT } from './made.ts';

const FRAMEWORKS = fileURLToPath(new URL('../../../frameworks/', import.meta.url));

function filesOf(name: string): TextFile[] {
  return readdirSync(join(FRAMEWORKS, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      return { name: relative(FRAMEWORKS, path), bytes, text: bytes.toString('utf8'), digest: digest(bytes) };
    });
}

describe('the framework that ships', () => {
  it('has no error and no warning, and a reason for each accepted note', () => {
    const read = folder.read(filesOf('operations'));
    expect(read.findings).toEqual([]);
    expect(read.frameworks).toHaveLength(1);
    for (const framework of read.frameworks) {
      const { findings, accepted, staleAcceptances } = lint(framework, CONTEXT);
      expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
      expect(staleAcceptances).toEqual([]);
      for (const { acceptance } of accepted) expect(acceptance.why.trim()).not.toBe('');
    }
  });
});
