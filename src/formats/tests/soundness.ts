import { expect } from 'vitest';
import { SEVERITIES } from '../../domain/finding.ts';
import type { ReadResult } from '../format.ts';

/** What must hold of every result, whatever was read: ids that are unique, references that lead somewhere, findings
 * that a person can act on. */
export function expectSound({ frameworks, guides, roleProfiles, findings }: ReadResult): void {
  expect(new Set(frameworks.map(({ id }) => id)).size).toBe(frameworks.length);
  for (const framework of frameworks) {
    const { levels, themes, competencies, expectations, scale } = framework;
    const ids = {
      levels: idsOf(levels),
      themes: idsOf(themes),
      rows: idsOf(competencies),
      steps: idsOf(scale.steps),
    };
    idsOf([...expectations, ...expectations.flatMap(({ points }) => points)]);
    if (competencies.some(({ theme }) => !ids.themes.has(theme)))
      expect.fail('a competency without its theme');
    for (const { level, competency, proficiency } of expectations) {
      const isPlaced = ids.levels.has(level) && ids.rows.has(competency);
      if (!isPlaced || (proficiency !== undefined && !ids.steps.has(proficiency)))
        expect.fail('a dangling reference');
    }
  }
  idsOf(guides);
  idsOf(roleProfiles);
  for (const { severity, message, remedy, quote } of findings) {
    // Not an assertion each: there can be very many.
    if (!SEVERITIES.includes(severity)) expect.fail(`an unknown severity: ${severity}`);
    if (message === '' || remedy === '' || quote.length > 200)
      expect.fail(`a finding nobody can act on: ${message}`);
  }
}

function idsOf(entities: readonly { id: string }[]): Set<string> {
  const ids = new Set(entities.map(({ id }) => id));
  if (ids.size !== entities.length || ids.has('')) expect.fail('an id that is empty or there twice');
  return ids;
}
