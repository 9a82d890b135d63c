import { describe, expect, it } from 'vitest';
import { found, framework, guide, inStatement } from './made.ts';

function inExample(rule: string, example: string): string[] {
  return found(rule, framework([{ id: 'a', level: 'pilot', name: 'Mooring', examples: [example] }])).map(
    ({ quote }) => quote,
  );
}

describe('two demands in one sentence', () => {
  it.each([
    'Leads the watch without help and teaches the crew to do the same.',
    'Support systems and performs the night checks',
    'Plans the week, and reviews the plan on Friday.',
  ])('are found in “%s”', (sentence) => {
    expect(inStatement('two-demands', sentence)).toEqual([sentence]);
  });

  it.each([
    'Moors and unmoors boats.',
    'Keeps plans and records of the berth.',
    'Writes reports and updates for the owners.',
    'Leads the crew through storms and long nights.',
    'Rope and tar.',
  ])('are not seen in “%s”', (sentence) => {
    expect(inStatement('two-demands', sentence)).toEqual([]);
  });

  it('quote the sentence, not the paragraph, and are not looked for in examples', () => {
    const sentence = 'Checks the ropes daily and tells the owner of each fault.';
    expect(inStatement('two-demands', `Knows the harbour. ${sentence} Sleeps well.`)).toEqual([sentence]);
    expect(inExample('two-demands', sentence)).toEqual([]);
  });
});

describe('what somebody could do', () => {
  it.each([
    'Able to moor a boat',
    'Is able to read charts',
    'Can swim',
    'Knows the coast and able to name each light',
    'Capable of towing',
  ])('is found in “%s”', (text) => {
    expect(inExample('able-to', text)).toEqual([text]);
  });

  it.each([
    'Marks the channel so that others can pass',
    'Cannot be hurried',
    'Trains the crew until they are able to moor',
  ])('is not seen in “%s”', (text) => {
    expect(inExample('able-to', text)).toEqual([]);
  });
});

describe('negative examples', () => {
  it.each(['Does not leave ropes on the quay', 'Doesn’t shout', 'Never sails alone'])(
    'are found in “%s”',
    (text) => {
      expect(inExample('negative-example', text)).toEqual([text]);
    },
  );

  it('are not seen where “not” comes later', () => {
    expect(inExample('negative-example', 'Tells the owner what the crew does not know yet')).toEqual([]);
  });
});

describe('the passive voice', () => {
  it.each(['Knots are taught by the mate.', 'The log is kept.', 'Boats are moored by the crew.'])(
    'is found in the main clause of “%s”',
    (text) => {
      expect(inStatement('passive', text)).toEqual([text]);
    },
  );

  it.each([
    'Explains why a rope was broken.',
    'Finds boats that are damaged by ice.',
    'Is there at dawn.',
    'Comfortable in storms, knowing that help is given by others.',
  ])('is not minded in “%s”', (text) => {
    expect(inStatement('passive', text)).toEqual([]);
  });
});

describe('filler', () => {
  it('is found with what to say instead', () => {
    const [finding] = found(
      'filler',
      framework([], { guides: [guide('Read this in order to moor. Then rest.')] }),
    );
    expect(finding).toMatchObject({
      quote: 'Read this in order to moor.',
      remedy: 'Say “to”.',
      file: 'handbook.md',
      line: 7,
    });
  });

  it.each(['Utilises ropes', 'Ropes, hooks etc.', 'Moors where appropriate', 'Holistic sailing'])(
    'is found in “%s”',
    (text) => {
      expect(inExample('filler', text)).toEqual([text]);
    },
  );

  it.each(['Uses ropes where the quay allows', 'Asks for help when needed', 'Fetches ropes'])(
    'is not seen in “%s”',
    (text) => {
      expect(inExample('filler', text)).toEqual([]);
    },
  );
});

describe('inconsiderate wording', () => {
  it.each([
    ['Keeps a blacklist of suppliers', 'blacklist'],
    ['Counts the man hours of each job', 'man hours'],
    ['Makes a sanity check of the chart', 'sanity check'],
  ])('is found in “%s”', (text, quote) => {
    const [finding] = found(
      'inconsiderate',
      framework([{ id: 'a', level: 'pilot', name: 'Mooring', examples: [text] }]),
    );
    expect(finding).toMatchObject({ severity: 'warning', quote });
  });

  it.each([
    'Explains simply what the steward of the harbour clearly knows',
    'Masters hard knots',
    'Just culture',
  ])('is not seen in “%s”', (text) => {
    expect(inExample('inconsiderate', text)).toEqual([]);
  });
});

describe('a word said twice', () => {
  it('is found', () => {
    expect(inStatement('repeated-word', 'Reports to the the harbour office.')).toEqual(['the the']);
    expect(inStatement('repeated-word', 'Reports to the harbour office. The office reports to him.')).toEqual(
      [],
    );
  });
});

describe('examples', () => {
  it('that say no more than their statement are found', () => {
    const entry = {
      id: 'a',
      level: 'pilot',
      name: 'Mooring',
      statement: 'Moors boats of every size in strong winds',
    };
    expect(
      found(
        'example-repeats-statement',
        framework([{ ...entry, examples: ['Mooring boats in strong wind'] }]),
      ),
    ).toMatchObject([{ severity: 'note', quote: 'Mooring boats in strong wind' }]);
    expect(
      found('example-repeats-statement', framework([{ ...entry, examples: ['Moored the ferry in a gale'] }])),
    ).toEqual([]);
  });

  it('are missed where other expectations have some', () => {
    const some = framework([
      { id: 'a', level: 'pilot', name: 'Mooring', examples: ['Moored the ferry in a gale'] },
      { id: 'b', level: 'pilot', name: 'Charts', line: 33 },
      { id: 'c', level: 'pilot', name: 'Radio', state: 'not assessed' },
    ]);
    expect(found('no-example', some)).toMatchObject([{ severity: 'note', quote: 'Charts', line: 33 }]);
  });

  it('are missed once where nothing has any', () => {
    const none = framework([
      { id: 'a', level: 'pilot', name: 'Mooring' },
      { id: 'b', level: 'pilot', name: 'Charts' },
    ]);
    expect(found('no-example', none)).toMatchObject([{ quote: 'Harbour', entity: 'harbour' }]);
  });
});
