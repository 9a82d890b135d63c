import { describe, expect, it } from 'vitest';
import { textFile } from '../../tests/files.ts';
import { mutations } from '../../tests/mutations.ts';
import { folder, writeFolder } from '../index.ts';
import { BERTHS, FRAMEWORK, harbour, SIGNALS } from './harbour.ts';

const read = (changes?: Record<string, string | undefined>) => folder.read(harbour(changes));

describe("Cairn's own folder", () => {
  it('claims the files around framework.yaml and no others', () => {
    const files = [...harbour(), textFile('port/README.md', 'x'), textFile('other/themes/a.yaml', 'id: a')];
    expect(folder.claims?.(files).map(({ name }) => name)).toEqual([
      'port/framework.yaml',
      'port/themes/berths.yaml',
      'port/themes/signals.yaml',
      'port/guides/use.md',
    ]);
  });

  it('reads what is there and fills in what may be left out', () => {
    const { frameworks, findings } = read();
    expect(findings).toEqual([]);
    expect(frameworks).toMatchObject([
      {
        id: 'harbour',
        textFormat: 'markdown',
        scale: { ordered: true, steps: [{ id: 'learning' }, { id: 'able', definition: 'Does it alone.' }] },
        levels: [
          { id: 'mate', next: ['pilot'], aliases: [] },
          { id: 'pilot', next: [] },
        ],
        themes: [{ id: 'signals' }, { id: 'berths' }],
        policy: { steward: 'Ida', earlierLevels: 'assumed' },
        competencies: [
          {
            definition:
              'Sees and reads the lights of the port, those of vessels under way, and says what they mean.',
          },
        ],
        expectations: [
          {
            id: 'lights.mate',
            state: 'present',
            links: [],
            origin: { file: 'port/themes/signals.yaml', line: 13 },
          },
          { id: 'lights.pilot', points: [{ id: 'p1', text: 'Reads them in fog.' }] },
        ],
        guides: [{ id: 'use', kind: 'how-to-use' }],
        accepted: [{ rule: 'passive', on: '2026-01-02' }],
        source: { format: 'folder', key: 'folder:harbour' },
      },
    ]);
  });

  it.each([
    [
      'an unknown key',
      'statement: Reads',
      'statment: Reads',
      { quote: 'statment', line: 15, remedy: /"statement"/ },
    ],
    [
      'a wrong type',
      'statement: Reads every light of the port.',
      'statement: [a]',
      { line: 15, message: /a text/ },
    ],
    ['a missing level', '        level: mate\n', '', { line: 13, message: /"level" is missing/ }],
    [
      'a wrong state',
      'proficiency: learning',
      'state: absent',
      { line: 21, quote: 'absent', message: /"to do"/ },
    ],
    ['a second key', 'proficiency: able', 'level: mate', { line: 27, quote: 'level', message: /twice/ }],
  ])('names the place of %s and reads the rest', (_, from, to, finding) => {
    const { frameworks, findings } = read({ 'port/themes/signals.yaml': SIGNALS.replace(from, to) });
    const { remedy, message, ...exact } = finding as { remedy?: RegExp; message?: RegExp };
    expect(findings[0]).toMatchObject({ file: 'port/themes/signals.yaml', ...exact });
    if (message) expect(findings[0]?.message).toMatch(message);
    if (remedy) expect(findings[0]?.remedy).toMatch(remedy);
    expect(frameworks[0]?.themes).toHaveLength(2);
    expect(frameworks[0]?.expectations.some(({ id }) => id === 'lights.pilot')).toBe(true);
  });

  it('says plainly where the text is not YAML, and reads the other files', () => {
    const { frameworks, findings } = read({ 'port/themes/berths.yaml': 'id: berths\n\tname: Berths\n' });
    expect(findings[0]).toMatchObject({
      severity: 'error',
      line: 2,
      message: expect.stringContaining('tab'),
    });
    expect(frameworks[0]?.expectations).toHaveLength(2);
  });

  it('says which listed theme has no file and which file is not listed', () => {
    const gone = read({ 'port/themes/berths.yaml': undefined });
    expect(gone.findings).toMatchObject([
      {
        rule: 'dangling-id',
        severity: 'error',
        file: 'port/framework.yaml',
        line: 19,
        column: 19,
        quote: 'berths',
      },
    ]);
    const extra = read({ 'port/themes/tides.yaml': 'id: tides\nname: Tides\n' });
    expect(extra.findings).toMatchObject([{ rule: 'unexpected-part', severity: 'warning', quote: 'tides' }]);
    expect(extra.frameworks[0]?.themes.map(({ id }) => id)).toEqual(['signals', 'berths', 'tides']);
  });

  it('warns of an id that would lead out of the folder and writes its file inside', () => {
    const changes = {
      'port/framework.yaml': FRAMEWORK.replace('[signals, berths]', '[signals, ../../berths]'),
      'port/themes/berths.yaml': BERTHS.replace('id: berths', 'id: ../../berths'),
    };
    const { frameworks, findings } = read(changes);
    expect(findings).toMatchObject([{ severity: 'warning', quote: '../../berths', line: 19 }]);
    const [framework] = frameworks;
    const names = framework ? writeFolder(framework).files.map(({ name }) => name) : [];
    expect(names.some((name) => name.includes('..'))).toBe(false);
    expect(names.filter((name) => /^themes\/berths-[\da-f]{16}\.yaml$/.test(name))).toHaveLength(1);
  });

  it('reads or refuses every damaged copy and gives it back as it is', () => {
    for (const file of harbour()) {
      for (const damaged of mutations(file, 80)) {
        const files = harbour().map((one) =>
          one.name === file.name ? { ...damaged, name: file.name } : one,
        );
        const { frameworks, findings } = folder.read(files);
        if (frameworks.length === 0) expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
        for (const framework of frameworks) {
          for (const { name, bytes } of writeFolder(framework, files).files) {
            const before = files.find((one) => one.name === `port/${name}`);
            expect(Buffer.from(bytes).toString()).toBe(before?.text);
          }
        }
      }
    }
  });
});
