import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import { canonicalDocument } from '../../../domain/release.ts';
import type { TextFile } from '../../format.ts';
import { fixture, textFile } from '../../tests/files.ts';
import { jobFamily, writeJobFamily } from '../index.ts';

const legacy = fixture(import.meta.url, 'legacy.yml');
const newer = fixture(import.meta.url, 'newer.yml');
const crlf = textFile('crlf.yml', legacy.text.replaceAll('\n', '\r\n'));

function read(file: TextFile): Framework {
  return jobFamily.read([file]).frameworks[0] as Framework;
}

function write(framework: Framework, original?: TextFile): string {
  const [file] = writeJobFamily(framework, original).files;
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes);
}

/** The lines that differ, as `- old` and `+ new`, by position after the equal beginning and end. */
function changed(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return [
    ...a.slice(head, a.length - tail).map((line) => `-${line}`),
    ...b.slice(head, b.length - tail).map((line) => `+${line}`),
  ];
}

describe('an unedited framework', () => {
  it.each([legacy, newer, crlf, textFile('bom.yml', `\uFEFF${newer.text}`)])(
    'gives $name back byte for byte',
    (file) => {
      const { files, losses } = writeJobFamily(read(file), file);
      expect(Buffer.from(files[0]?.bytes ?? []).equals(Buffer.from(file.bytes))).toBe(true);
      expect(losses).toEqual([]);
    },
  );
});

describe('an edit changes only its own lines', () => {
  it.each([legacy, crlf])('of a name, in $name', (file) => {
    const framework = read(file);
    for (const row of framework.competencies)
      if (row.name === 'Gives out berths') row.name = 'Gives out quays';
    const end = file === crlf ? '\r' : '';
    expect(changed(file.text, write(framework, file))).toEqual([
      `-    summary: Gives out berths${end}`,
      `+    summary: Gives out quays${end}`,
    ]);
  });

  it('of a word in a block, in a point, in quotation marks', () => {
    const framework = read(newer);
    const [first] = framework.expectations;
    if (first?.points[1]) first.points[1].text = first.points[1].text.replace('no other', 'none else');
    expect(changed(newer.text, write(framework, newer))).toEqual([
      '-         and no other.',
      '+         and none else.',
    ]);
    const old = read(legacy);
    if (old.expectations[1]) old.expectations[1].examples = ["It's read before it's heard"];
    expect(changed(legacy.text, write(old, legacy))).toEqual([
      "-      - 'It''s read before it''s seen'",
      "+      - 'It''s read before it''s heard'",
    ]);
  });

  it('of an example that now needs quotation marks', () => {
    const framework = read(legacy);
    framework.expectations[0]?.examples.splice(1, 1, 'Answers: at once');
    expect(changed(legacy.text, write(framework, legacy))).toEqual([
      '-      - Answers every hail within a minute',
      '+      - "Answers: at once"',
    ]);
  });

  it('of an added, a removed and a moved entry', () => {
    const framework = read(legacy);
    framework.expectations[0]?.examples.push('Keeps the lamp clean');
    expect(changed(legacy.text, write(framework, legacy))).toEqual(['+      - Keeps the lamp clean']);

    const fewer = read(legacy);
    fewer.expectations = fewer.expectations.filter(
      ({ level, competency }) => level !== 'pilot' || competency !== 'gives-out-berths',
    );
    fewer.competencies = fewer.competencies.filter(({ id }) => id !== 'gives-out-berths');
    const text = write(fewer, legacy);
    expect(text).not.toContain('Gives out berths');
    expect(text).toContain('# Kept by the harbour office.');
    expect(read(textFile('again.yml', text)).expectations).toHaveLength(2);

    const turned = read(legacy);
    turned.levels.reverse();
    const levels = write(turned, legacy);
    expect(read(textFile('again.yml', levels)).levels.map(({ id }) => id)).toEqual(['pilot', 'mate']);
    expect(levels).toContain('# the old word was "moorings"');
    expect(levels).toContain('googleSheetId: sheet-17');
  });

  it('of emptied and filled lists, a proficiency and the legacy mark', () => {
    const framework = read(legacy);
    const [first, , last] = framework.expectations;
    if (first) first.examples = [];
    if (last) last.examples = ['Found a berth in a storm'];
    if (last) delete last.proficiency;
    framework.sourceStatus = [];
    const text = write(framework, legacy);
    expect(text).toContain('    examples: []\n    supportingUrls: []\n    level: mate');
    expect(text).toContain('    examples:\n      - Found a berth in a storm\n    supportingUrls:');
    expect(text).not.toContain('isLegacy');
    expect(text).toContain('# This one was written in a hurry.');
    const again = read(textFile('legacy.yml', text));
    expect(again.expectations.map(({ examples, proficiency }) => [examples, proficiency])).toEqual(
      framework.expectations.map(({ examples, proficiency }) => [examples, proficiency]),
    );
  });

  it('leaves unknown keys and unreadable parts where they are', () => {
    const file = textFile(
      'odd.yml',
      legacy.text.replace('    level: mate\n', '    level: mate\n    mood: calm\n'),
    );
    const framework = read(file);
    framework.name = 'Harbour Watch';
    expect(changed(file.text, write(framework, file))).toEqual([
      '-name: Harbour Watch (Legacy)',
      '+name: Harbour Watch',
    ]);
  });
});

describe('a new file', () => {
  it.each([legacy, newer])('has the layout of the known ones and holds what $name holds', (file) => {
    const framework = read(file);
    const text = write(framework);
    const again = read(textFile(file.name, text));
    const content = (held: Framework) => canonicalDocument({ ...held, source: framework.source });
    expect(content(again)).toBe(content(framework));
    expect(text).toMatch(/^name: Harbour.*\nsummary: /);
    expect(text).toContain('\nlevels:\n\n  - id: mate\n    name: Mate\n\n  - id:');
    expect(again.source.key).toBe(framework.source.key);
  });

  it('lists what the format cannot hold before it is written', () => {
    const framework = read(legacy);
    const [row] = framework.competencies;
    const [cell] = framework.expectations;
    if (row) row.definition = 'Seeing and telling.';
    if (cell) cell.examples = ['Ahoy'];
    framework.policy.steward = 'The harbour office';
    const what = writeJobFamily(framework).losses.map((loss) => loss.what);
    expect(what).toEqual([
      'the policy',
      'the definition of Reads the lights and flags',
      'validity: an example is too short of "Reads the lights and flags" at mate',
    ]);
  });
});
