import { expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import { textFile } from '../../tests/files.ts';
import { jobFamily, writeJobFamily } from '../index.ts';

/** A family of so many levels and twice as many entries. */
function family(levels: number): string {
  const numbers = Array.from({ length: levels }, (_, index) => index);
  const entry = (id: string, level: number) => [
    `  - id: ${id}`,
    `    summary: Keeps watch number ${id}`,
    '    examples:',
    '      - Saw the ship before the mole did',
    `    level: l${level}`,
    '    theme: watch',
    '    proficiency: Expert',
  ];
  return [
    'name: Large',
    'googleSheetId: x',
    'levels:',
    ...numbers.flatMap((level) => [`  - id: l${level}`, `    name: Level ${level}`]),
    'themes:',
    '  - id: watch',
    '    name: Watch',
    'competencies:',
    ...numbers.flatMap((level) => [...entry(`a${level}`, level), ...entry(`b${level}`, level)]),
    '',
  ].join('\n');
}

it('reads 10,000 levels', () => {
  const result = jobFamily.read([textFile('whole.yml', family(10_000))]);
  expect(result.frameworks[0]?.levels).toHaveLength(10_000);
  expect(result.frameworks[0]?.expectations).toHaveLength(20_000);
}, 120_000);

it('edits one word and removes every tenth entry of 4,000', () => {
  const file = textFile('large.yml', family(2_000));
  const framework = jobFamily.read([file]).frameworks[0] as Framework;
  const [first] = framework.competencies;
  if (first) first.name = 'Keeps another watch';
  framework.expectations = framework.expectations.filter((_, index) => index % 10 !== 5);
  const written = writeJobFamily(framework, file);
  const again = jobFamily.read([textFile('large.yml', written.files[0]?.bytes ?? new Uint8Array())]);
  expect(again.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(again.frameworks[0]?.expectations).toHaveLength(3_600);
}, 120_000);
