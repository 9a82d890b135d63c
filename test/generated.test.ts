import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../src/generate.ts';

const ROOT = resolve(import.meta.dirname, '..');

const files = Object.entries(await generatedFiles());

describe('What is made from the code has not drifted (npm run generate)', () => {
  for (const [name, content] of files) {
    it(name, () => {
      expect(readFileSync(join(ROOT, name), 'utf8')).toBe(content);
    });
  }
});
