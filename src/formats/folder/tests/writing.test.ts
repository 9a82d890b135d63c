import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import { textFile } from '../../tests/files.ts';
import { folder, writeFolder } from '../index.ts';
import { GUIDE, harbour, SIGNALS } from './harbour.ts';

const files = harbour();

/** The folder after an edit of the framework, as text by name. */
function edited(edit: (framework: Framework) => void, before = files): Map<string, string> {
  const framework = folder.read(before).frameworks[0] as Framework;
  edit(framework);
  const { files: written } = writeFolder(framework, before);
  return new Map(written.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
}

/** Lines of the one file that differ, old and new. */
function changes(texts: Map<string, string>): string[] {
  return files.flatMap(({ name, text }) => {
    const [a, b] = [text.split('\n'), (texts.get(name.slice('port/'.length)) ?? '').split('\n')];
    let head = 0;
    while (head < a.length && a[head] === b[head]) head += 1;
    let tail = 0;
    while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
    return [
      ...a.slice(head, a.length - tail).map((line) => `- ${line.trim()}`),
      ...b.slice(head, b.length - tail).map((line) => `+ ${line.trim()}`),
    ];
  });
}

describe('a read, an edit and a write', () => {
  it('gives every file back byte for byte where nothing was edited', () => {
    expect(changes(edited(() => {}))).toEqual([]);
    const crlf = files.map(({ name, text }) => textFile(name, text.replaceAll('\n', '\r\n')));
    expect([...edited(() => {}, crlf).values()]).toEqual(
      expect.arrayContaining(crlf.map(({ text }) => text)),
    );
  });

  it.each<[string, (framework: Framework) => void, string[]]>([
    [
      'a word of a statement',
      (f) => {
        if (f.expectations[0]) f.expectations[0].statement = 'Reads each light of the port.';
      },
      ['- statement: Reads every light of the port.', '+ statement: Reads each light of the port.'],
    ],
    [
      'a word of a folded definition',
      (f) => {
        if (f.competencies[0]?.definition)
          f.competencies[0].definition = f.competencies[0].definition.replace('vessels', 'ships');
      },
      ['- vessels under way, and says what they mean.', '+ ships under way, and says what they mean.'],
    ],
    [
      'a word of an example',
      (f) => {
        f.expectations[0]?.examples.splice(1, 1, 'Saw the broken lamp on the pier before the evening tide');
      },
      ['- Saw the broken lamp on the mole', '+ Saw the broken lamp on the pier'],
    ],
    [
      'a name with a comment behind it',
      (f) => {
        if (f.scale.steps[0]) f.scale.steps[0].name = 'Beginning';
      },
      ['- name: Learning   # not "novice"', '+ name: Beginning   # not "novice"'],
    ],
    [
      'a step in braces',
      (f) => {
        if (f.scale.steps[1]) f.scale.steps[1].name = 'Capable';
      },
      [
        '- - {id: able, name: Able, definition: Does it alone.}',
        '+ - id: able',
        '+ name: Capable',
        '+ definition: Does it alone.',
      ],
    ],
    [
      'a policy value',
      (f) => {
        f.policy.earlierLevels = 'evidenced';
      },
      ['+ earlierLevels: evidenced'],
    ],
    [
      'a new policy',
      (f) => {
        f.policy.steward = "Ida's deputy";
      },
      ["- steward: 'Ida'", "+ steward: 'Ida''s deputy'"],
    ],
    [
      'a removed acceptance',
      (f) => {
        f.accepted = [];
      },
      [
        '- accepted:',
        '- - rule: passive',
        '- quote: "is asked for"',
        '- by: Ida',
        '- on: 2026-01-02',
        '- why: It is the phrase of the port.',
      ],
    ],
    [
      'an added point',
      (f) => {
        f.expectations[1]?.points.push({ id: 'p2', text: 'Reads them in rain.' });
      },
      ['+ - id: p2', '+ text: Reads them in rain.'],
    ],
    [
      'a removed expectation',
      (f) => {
        f.expectations.pop();
      },
      [
        '- - id: lights.pilot',
        '- level: pilot',
        '- points:',
        '- - id: p1',
        '- text: Reads them in fog.',
        '- proficiency: able',
      ],
    ],
    [
      'a word of a guide',
      (f) => {
        const s = f.guides[0]?.sections[0];
        if (s) s.body = 'Thrice a year.';
      },
      ['- Twice a year.', '+ Thrice a year.'],
    ],
    [
      'an added level',
      (f) => {
        f.levels.push({ id: 'master', name: 'Master', aliases: [], next: [] });
      },
      ['+ - id: master', '+ name: Master'],
    ],
  ])('changes only the lines of %s', (_, edit, expected) => {
    expect(changes(edited(edit))).toEqual(expected);
  });

  it('adds the file of a new theme and leaves out that of a removed one', () => {
    const texts = edited((framework) => {
      framework.themes = framework.themes.filter(({ id }) => id !== 'berths');
      framework.themes.push({ id: 'tides', name: 'Tides' });
    });
    expect([...texts.keys()].toSorted()).toEqual([
      'framework.yaml',
      'guides/use.md',
      'themes/signals.yaml',
      'themes/tides.yaml',
    ]);
    expect(texts.get('themes/tides.yaml')).toBe('id: tides\nname: Tides\n');
    expect(texts.get('framework.yaml')).toContain('themes: [signals, tides]');
    expect(texts.get('framework.yaml')).toContain('Ask Ida before changing levels.');
    expect(texts.get('themes/signals.yaml')).toBe(SIGNALS);
    expect(texts.get('guides/use.md')).toBe(GUIDE);
  });

  it('keeps the source of a framework that came from elsewhere', () => {
    const texts = edited((framework) => {
      framework.source = { format: 'page-text', key: 'page-text:harbour', files: [] };
    });
    expect(texts.get('framework.yaml')).toMatch(
      /\nsource:\n {2}format: page-text\n {2}key: page-text:harbour\n {2}files: \[\]\n$/,
    );
  });

  it('lists what has no place in a folder', () => {
    const framework = folder.read(files).frameworks[0] as Framework;
    framework.competencies.push({ id: 'lost', theme: 'nowhere', name: 'Lost' });
    expect(writeFolder(framework).losses).toEqual([
      { entity: 'lost', what: 'the competency "Lost": its theme "nowhere" does not exist' },
    ]);
  });
});
