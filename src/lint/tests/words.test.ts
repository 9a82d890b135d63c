import { describe, expect, it } from 'vitest';
import { CONTEXT, found, framework, guide, inStatement } from './made.ts';

describe('spelling', () => {
  it('finds a word once, with its place and what may be meant', () => {
    const misspelled = framework([
      { id: 'a', level: 'deckhand', name: 'Charts', examples: ['Learns to indientify lights'], line: 21 },
      { id: 'b', level: 'pilot', name: 'Lights', examples: ['Helps others indientify lights'], line: 30 },
    ]);
    expect(found('spelling', misspelled)).toMatchObject([
      {
        severity: 'warning',
        quote: 'indientify',
        line: 21,
        entity: 'a',
        message: expect.stringMatching(/2 times.*Learns to indientify lights/),
        remedy: expect.stringContaining('“identify”'),
      },
    ]);
  });

  it.each([
    ['Draws diagrammes', 'diagrammes', 'diagrams'],
    ['Keeps its color', 'color', 'colour'],
    ['Proactivley helps', 'Proactivley', 'Proactively'],
    ['Reguarly rests', 'Reguarly', 'regularly'],
    ['Self-asessment', 'asessment', 'assessment'],
  ])('in “%s” is about “%s”', (text, quote, meant) => {
    const [finding] = found(
      'spelling',
      framework([{ id: 'a', level: 'pilot', name: 'Charts', statement: text }]),
    );
    expect(finding?.quote).toBe(quote);
    expect(finding?.remedy.toLowerCase()).toContain(meant.toLowerCase());
  });

  it.each([
    'Onboards colleagues, writes runbooks and troubleshoots outages.',
    'Uses Grafana, Splunk and GitHub; reads `kubctl gte pods`.',
    'Looks at https://example.org/xyzzy/qwrt and writes to jo.blogs@example.org.',
    'Meets SLAs, OKRs and the SLA’s limits in Q3 with 24x7 cover.',
    'Tells Xanthippe that the crew’s boats are the owners’ boats.',
    'Co-operates on re-runs, cross-team work, and the write-up.',
    'Prioritises, organises and realises integrations.',
    'Пишет журнал и 日誌 🚢 each day.',
    'Keeps config.yaml and /etc/hosts tidy; see @ops and #incidents.',
    'They’re sure it isn’t lost; who’ll say it wouldn’t be?',
  ])('is quiet about “%s”', (text) => {
    expect(inStatement('spelling', text)).toEqual([]);
  });

  it('says once that a text is in another language', () => {
    const statement =
      'Der Hafenmeister führt das Logbuch, prüft jeden Morgen die Taue und begrüsst die Besatzungen der Schiffe. ' +
      'Er erklärt neuen Kollegen, wie man bei starkem Wind anlegt, schreibt die Wachen für den nächsten Monat auf, ' +
      'spricht mit den Eignern über Schäden, bestellt Ersatzteile, hält die Seezeichen instand und meldet Störungen sofort.';
    expect(
      found('spelling', framework([{ id: 'a', level: 'pilot', name: 'Hafen', statement }])),
    ).toMatchObject([{ severity: 'note', message: expect.stringContaining('another language') }]);
  });

  it('takes the organisation’s own words', () => {
    const own = framework([
      { id: 'a', level: 'pilot', name: 'Charts', statement: 'Repairs a zorble and two zorbles.' },
    ]);
    expect(found('spelling', own).map(({ quote }) => quote)).toEqual(['zorble', 'zorbles']);
    expect(found('spelling', own, { ...CONTEXT, allowedWords: new Set(['Zorble']) })).toEqual([]);
  });
});

describe('abbreviations', () => {
  it('are found once when nothing writes them out', () => {
    const short = framework([
      {
        id: 'a',
        level: 'pilot',
        name: 'Charts',
        statement: 'Reports to HMO. HMO replies to the HMOs.',
        line: 15,
      },
    ]);
    expect(found('unexplained-abbreviation', short)).toMatchObject([
      { severity: 'note', quote: 'HMO', line: 15 },
    ]);
    expect(found('unexplained-abbreviation', short, { ...CONTEXT, allowedWords: new Set(['HMO']) })).toEqual(
      [],
    );
  });

  it.each([
    'Reports to the Harbour Master’s Office (HMO). The HMO replies.',
    'Reports to the HMO (Harbour Master’s Office).',
    'Meets SLAs, reads the API, knows DNS and talks to HR about IT in the UK.',
    'Does NOT sail on ice and MUST wear a vest.',
    'ALL HANDS ON DECK IN A STORM',
  ])('are fine in “%s”', (statement) => {
    expect(inStatement('unexplained-abbreviation', statement)).toEqual([]);
  });
});

describe('notes between writers', () => {
  it.each([
    ['Standing in (think of a better word for this)', '(think of a better word for this)'],
    ['Keeps TBC', 'TBC'],
    ['Moors boats TODO: ask the mate', 'TODO: ask the mate'],
    ['Sails [link] often', '[link]'],
    ['Lorem ipsum dolor', 'Lorem ipsum dolor'],
    ['Sails well???', '???'],
  ])('are found in “%s”', (statement, quote) => {
    expect(inStatement('editor-note', statement)).toEqual([quote]);
  });

  it('are found in names', () => {
    const [finding] = found(
      'editor-note',
      framework([{ id: 'a', level: 'pilot', name: 'Charts (to be confirmed)', line: 8 }]),
    );
    expect(finding).toMatchObject({ severity: 'warning', quote: '(to be confirmed)', line: 8 });
  });

  it.each([
    'Night watch (as officer)',
    'Limits WIP (insert, update and delete included)',
    'Asks first (check with the owner, add an entry)',
    'Adds to do lists to the log',
    'Checks the chart (and the log)',
    'Reads [the tables](https://example.org/t)',
  ])('are not seen in “%s”', (statement) => {
    expect(inStatement('editor-note', statement)).toEqual([]);
  });
});

describe('lists', () => {
  function inGuide(body: string, textFormat: 'plain' | 'markdown' = 'plain') {
    return found('empty-list', framework([], { guides: [guide(body, { textFormat })] })).map(
      ({ quote }) => quote,
    );
  }

  it('that lost their items are found', () => {
    expect(inGuide('Seniority shows. You can help in two ways:\n\nIf you do not sail, stay.')).toEqual([
      'You can help in two ways:',
    ]);
    expect(inGuide('These boats are free:')).toEqual(['These boats are free:']);
    expect(inStatement('empty-list', 'Knows these lights:')).toEqual(['Knows these lights:']);
  });

  it.each([
    'Two ways:\n\n- sail\n- row',
    'Two ways:\n\n  1. sail',
    'Two ways:\n• sail',
    'As she said:\n\n> Sail.',
    'Two ways:\nby sail and by oar.',
    '**Sailing**: by wind.',
    'At 14:30: tea.',
  ])('are fine in %j', (body) => {
    expect(inGuide(body)).toEqual([]);
  });

  it('are fine where the points follow', () => {
    const points = framework([
      { id: 'a', level: 'pilot', name: 'Lights', statement: 'Knows:', points: ['the red one'] },
    ]);
    expect(found('empty-list', points)).toEqual([]);
  });

  it('that the source lost are told once, from its gaps', () => {
    const gap = {
      id: 'g',
      kind: 'empty list' as const,
      quote: 'These boats are free:',
      explanation: 'The list is empty.',
    };
    const told = framework([], { guides: [guide('These boats are free:', { gaps: [gap] })] });
    expect(found('empty-list', told)).toMatchObject([{ quote: gap.quote, entity: 'handbook' }]);
  });
});
