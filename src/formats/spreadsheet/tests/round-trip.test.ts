import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import { canonicalDocument } from '../../../domain/release.ts';
import { anyFramework } from '../../tests/framework-arbitrary.ts';
import { writeCsv, writeXlsx } from '../index.ts';
import { readSpreadsheet } from '../read.ts';

function backFrom(written: ReturnType<typeof writeXlsx>): Framework {
  const { frameworks, findings } = readSpreadsheet(written.files[0] as (typeof written.files)[0]);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(frameworks).toHaveLength(1);
  return frameworks[0] as Framework;
}

/** What a framework says, whatever it was read from. */
function said(framework: Framework): string {
  return canonicalDocument({ ...framework, source: { format: 'spreadsheet', key: '', files: [] } });
}

/** The only texts that a workbook of these frameworks cannot hold: labels of links that look like an address follows. */
function withPlainLabels(framework: Framework): Framework {
  const expectations = framework.expectations.map((cell) => ({
    ...cell,
    links: cell.links.map(({ label, url }) => ({ label: label.replaceAll(' <', '<'), url })),
  }));
  return { ...framework, expectations };
}

it('gives back every framework that was written to a workbook', () => {
  fc.assert(
    fc.property(anyFramework.map(withPlainLabels), (framework) => {
      const written = writeXlsx(framework);
      expect(written.losses).toEqual([]);
      const again = backFrom(written);
      expect(said(again)).toBe(said(framework));
      expect(again.version).toBe(framework.version);
      expect(again.source.key).toBe(framework.source.key);
    }),
    { numRuns: 200 },
  );
}, 120_000);

it('lists whatever a CSV file or a workbook does not give back', () => {
  fc.assert(
    fc.property(anyFramework, fc.constantFrom(writeCsv, writeXlsx), (framework, write) => {
      const written = write(framework);
      const again = backFrom(written);
      if (said(again) !== said(framework)) expect(written.losses.length).toBeGreaterThan(0);
      for (const { entity, what } of written.losses) expect(entity !== '' && what !== '').toBe(true);
    }),
    { numRuns: 150 },
  );
}, 120_000);

it('gives back through a CSV file what a CSV file can hold', () => {
  const held = anyFramework.map((framework): Framework => {
    const { levels, themes, scale, ...rest } = JSON.parse(
      JSON.stringify(withPlainLabels(framework))
        .replaceAll('\\u0000', '0')
        .replace(/\\ud[89a-f][\da-f]{2}/gi, '?'),
    ) as Framework;
    return {
      ...rest,
      levels: levels.map(({ id, name }, index) => ({
        id,
        name: name.replaceAll(/[()]/g, ''),
        aliases: [],
        next: levels.slice(index + 1, index + 2).map((next) => next.id),
      })),
      themes: themes.map(({ id, name }) => ({ id, name })),
      scale: { ordered: false, steps: scale.steps.map(({ id, name }) => ({ id, name })) },
    };
  });
  const other = /^(?:the (?:summary|version|policy|guide|role profile|accepted|gaps|notices)|what|how) ?/;
  fc.assert(
    fc.property(held, (framework) => {
      const { losses } = writeCsv(framework);
      expect(losses.filter(({ what }) => !other.test(what))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 120_000);
