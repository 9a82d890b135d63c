import { describe, expect, it } from 'vitest';
import type { Expectation, Framework } from '../../../domain/framework.ts';
import type { ReadResult } from '../../format.ts';
import { fixture, textFile } from '../../tests/files.ts';
import { pageText } from '../index.ts';

const newer = () => fixture(import.meta.url, 'newer.txt');
const deckhand = () => fixture(import.meta.url, 'legacy-deckhand.txt');
const mate = () => fixture(import.meta.url, 'legacy-mate.txt');

const only = (result: ReadResult): Framework => {
  expect(result.frameworks).toHaveLength(1);
  return result.frameworks[0] as Framework;
};
const cell = (framework: Framework, competency: string): Expectation =>
  framework.expectations.find((expectation) => expectation.competency === competency) as Expectation;

describe('a page of the newer shape', () => {
  const read = () => only(pageText.read([newer()]));

  it('has themes that are its competencies, with definition, statement and proficiency', () => {
    const framework = read();
    expect(framework.themes.map(({ id }) => id)).toEqual(['weather-sense', 'radio', 'pilotage-and-berths']);
    expect(framework.competencies.map(({ id, theme, definition }) => [id, theme, definition])).toEqual([
      [
        'weather-sense',
        'weather-sense',
        'Reads sky, sea and instruments, and tells what the next hours bring.',
      ],
      ['radio', 'radio', 'Speaks so that nobody has to ask twice.'],
      ['pilotage-and-berths', 'pilotage-and-berths', 'Brings ships in and finds each its place.'],
    ]);
    expect(framework.scale).toMatchObject({
      ordered: false,
      steps: [{ name: 'Seasoned' }, { name: 'Master' }],
    });
    expect(framework.expectations.map(({ proficiency }) => proficiency)).toEqual([
      'seasoned',
      'master',
      'seasoned',
    ]);
    expect(pageText.read([newer()]).findings).toEqual([]);
  });

  it('keeps paragraphs, numbered points, doubled spaces and curly quotes to the letter', () => {
    const framework = read();
    expect(cell(framework, 'radio').statement).toBe(
      'Coaches watch keepers in calm, short messages.\n\nTakes the radio in an emergency, and hands it back with a summary.',
    );
    expect(cell(framework, 'weather-sense').statement).toBe(
      'Decides when the port closes, and explains the decision to skippers’ associations  before they ask.',
    );
    expect(cell(framework, 'pilotage-and-berths')).toMatchObject({
      points: [
        { text: 'Plans berths a week ahead, “tight” days included.' },
        { text: 'Reviews every near miss with the crew that had it.' },
        { text: 'Agrees tug hours with two suppliers.' },
      ],
    });
    expect(cell(framework, 'pilotage-and-berths').statement).toBeUndefined();
  });

  it('keeps the banner about another family as a notice that is no status, and names its gaps', () => {
    const framework = read();
    expect(framework.notices).toMatchObject([
      { about: 'other framework', level: 'harbour-master', origin: { file: 'newer.txt', line: 1 } },
    ]);
    expect(framework.sourceStatus).toEqual([]);
    expect(framework.gaps).toMatchObject([
      {
        kind: 'missing guide',
        quote: 'Before reading on, it is worth knowing how to use these competencies.',
      },
      { kind: 'undefined scale', quote: 'Proficiency: Seasoned' },
    ]);
  });
});

describe('pages of the legacy shape', () => {
  const read = () => only(pageText.read([mate(), deckhand()]));

  it('join into one framework in which every entry is a row of its own', () => {
    const framework = read();
    expect(framework).toMatchObject({ id: 'port-services-legacy', name: 'Port Services' });
    expect(framework.levels.map(({ id, next }) => [id, next])).toEqual([
      ['deckhand', ['senior-deckhand-2']],
      ['senior-deckhand-2', []],
    ]);
    expect(framework.themes.map(({ name }) => name)).toEqual(['Craft', 'Talk', 'Care']);
    expect([framework.competencies.length, framework.expectations.length]).toEqual([14, 14]);
    expect(new Set(framework.competencies.map(({ id }) => id)).size).toBe(14);
  });

  it('tell a theme from a competency of the same name', () => {
    const row = read().competencies.find(({ name }) => name === 'Talk');
    expect(row).toMatchObject({ theme: 'talk', origin: { file: 'legacy-deckhand.txt', line: 34 } });
  });

  it('keep duplicates, an editor’s note, typos and stray spaces', () => {
    const framework = read();
    const names = framework.competencies.map(({ name }) => name);
    expect(names.filter((name) => name === 'Looks after own training')).toHaveLength(2);
    expect(names).toContain('Standing in for the mate (find a nicer name)');
    expect(names).toContain('Ties up boats and handels ropes');
    expect(framework.expectations.flatMap(({ examples }) => examples)).toContain(
      'Knows which bollards are weak ',
    );
    expect(framework.expectations.flatMap(({ examples }) => examples)).toContain(
      'Starts to know one engine well,',
    );
  });

  it('take a legacy banner for a status of that page alone', () => {
    const { sourceStatus, notices } = read();
    expect(sourceStatus).toMatchObject([
      { status: 'legacy', level: 'senior-deckhand-2', quote: expect.stringContaining('legacy competencies') },
    ]);
    expect(notices).toHaveLength(1);
  });

  it('stay apart from the newer pages of their family, under another key', () => {
    const { frameworks } = pageText.read([newer(), deckhand(), mate()]);
    expect(frameworks.map(({ id, source }) => [id, source.key]).toSorted()).toEqual([
      ['port-services', 'page-text:port services:newer'],
      ['port-services-legacy', 'page-text:port services:legacy'],
    ]);
  });

  it('read the same with CRLF line ends', () => {
    const withCrlf = textFile('legacy-deckhand.txt', deckhand().text.replaceAll('\n', '\r\n'));
    const strip = ({ source: _, ...framework }: Framework) => framework;
    expect(strip(only(pageText.read([withCrlf])))).toEqual(strip(only(pageText.read([deckhand()]))));
  });
});

describe('pages that are not quite right', () => {
  const page = (body: string) =>
    textFile('page.txt', `Cook\n\nThe competencies for Cook in Kitchen are outlined below.\n\n${body}`);

  it('are read as far as they go, and what fits nowhere is quoted with its line', () => {
    const result = pageText.read([
      page('Fire\n\nLights ovens\n\nExamples:\n\n• Lights one\n\nProficiency: Good\n\nPrinted by the office'),
    ]);
    expect(only(result).expectations).toHaveLength(1);
    expect(result.findings).toMatchObject([
      {
        rule: 'unexpected-part',
        severity: 'warning',
        file: 'page.txt',
        line: 15,
        quote: 'Printed by the office',
      },
    ]);
  });

  it('may lack a proficiency', () => {
    const result = pageText.read([
      page(
        'Fire\n\nLights ovens\n\nExamples:\n\n• Lights one\n\nKeeps ovens clean\n\nExamples:\n\n• Sweeps\n\nProficiency: Good',
      ),
    ]);
    expect(only(result).expectations.map(({ proficiency }) => proficiency)).toEqual([undefined, 'good']);
    expect(result.findings).toMatchObject([{ quote: 'Lights ovens', line: 7 }]);
  });

  it('may lack bullets under their examples', () => {
    const result = pageText.read([
      page('Fire\n\nLights ovens\n\nExamples:\n\nLights one\n\nLights two.\n\nProficiency: Good'),
    ]);
    expect(only(result).expectations[0]?.examples).toEqual(['Lights one', 'Lights two.']);
  });

  it('may have no blank lines', () => {
    const newerPage = pageText.read([
      textFile(
        'a.txt',
        'Cook\nThe competencies for Cook in Kitchen are outlined below.\nFire\nKeeps fires.\nLights all ovens.\nProficiency: Good',
      ),
    ]);
    expect(only(newerPage)).toMatchObject({
      competencies: [{ name: 'Fire', definition: 'Keeps fires.' }],
      expectations: [{ statement: 'Lights all ovens.', proficiency: 'good' }],
    });
    const legacyPage = pageText.read([
      page('Fire\nLights ovens\nExamples:\n• Lights one\n• Lights two\nProficiency: Good'),
    ]);
    expect(only(legacyPage)).toMatchObject({
      themes: [{ name: 'Fire' }],
      competencies: [{ name: 'Lights ovens' }],
      expectations: [{ examples: ['Lights one', 'Lights two'] }],
    });
  });

  it('may name no family: then the first heading is the level and a warning says so', () => {
    const result = pageText.read([
      textFile('cook.txt', 'Cook\n\nFire\n\nKeeps fires.\n\nLights ovens.\n\nProficiency: Good'),
    ]);
    expect(only(result)).toMatchObject({
      name: 'cook',
      levels: [{ name: 'Cook' }],
      competencies: [{ name: 'Fire' }],
    });
    expect(result.findings).toMatchObject([{ rule: 'unexpected-part', severity: 'warning', line: 1 }]);
  });

  it('may stand one below the other in one file', () => {
    const both = textFile('all.txt', `${deckhand().text}\n\n${mate().text}`);
    expect(only(pageText.read([both])).levels.map(({ name }) => name)).toEqual([
      'Deckhand',
      'Senior Deckhand 2',
    ]);
  });

  it('name at most 500 places, and how many more there are', () => {
    const { findings } = pageText.read([page('• stray\n'.repeat(700))]);
    expect(findings).toHaveLength(501);
    expect(findings.at(-1)?.message).toContain('200 more places');
  });

  it('are read once where two files are the same', () => {
    const result = pageText.read([deckhand(), { ...deckhand(), name: 'copy.txt' }]);
    expect(only(result).expectations).toHaveLength(9);
    expect(result.findings).toMatchObject([{ message: expect.stringContaining('same file') }]);
  });
});

describe('levels', () => {
  it('stand in the order their names tell, whatever the files are called', () => {
    const names = ['Head of Kitchens', 'Senior Cook 2', 'Cook', 'Senior Cook 1', 'Junior Cook'];
    const files = names.map((name, index) =>
      textFile(
        `${index}.txt`,
        `${name}\n\nThe competencies for ${name} in Kitchen are outlined below.\n\nFire\n\nKeeps fires.\n\nProficiency: Good`,
      ),
    );
    const framework = only(pageText.read(files));
    expect(framework.levels.map(({ name }) => name)).toEqual(
      names.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)),
    );
    expect(framework.levels.map(({ next }) => next.length)).toEqual([1, 1, 1, 1, 0]);
    expect(framework.competencies).toHaveLength(1);
  });
});

const ORDER = ['Junior Cook', 'Cook', 'Senior Cook 1', 'Senior Cook 2', 'Head of Kitchens'];
