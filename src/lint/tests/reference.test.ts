import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linterReference, RULES } from '../index.ts';

describe('docs/linter.md', () => {
  it('says what the rules are now: run `npm run generate` when this fails', () => {
    const document = readFileSync(new URL('../../../docs/linter.md', import.meta.url), 'utf8');
    expect(document).toBe(linterReference());
  });

  it('lists every rule with its severity', () => {
    for (const { id, severity } of RULES) expect(linterReference()).toContain(`| \`${id}\` | ${severity} |`);
  });
});
