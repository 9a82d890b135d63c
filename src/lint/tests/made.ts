/** Small frameworks for the linter's tests: clean unless a test says otherwise. */
import type { Competency, Expectation, Framework, Guide, Level } from '../../domain/framework.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import { lint } from '../index.ts';
import type { LintContext } from '../rule.ts';

export const TODAY = '2026-11-22';
export const CONTEXT: LintContext = { today: TODAY, allowedWords: new Set() };

/** A level of the file `ladder.txt`. */
export function level(id: string, name: string, next: string[] = []): Level {
  return { id, name, aliases: [], next, origin: { file: 'ladder.txt', line: 3 } };
}

/** An entry with a row of its own, as imports make them: `[level, name, example or more]`. */
export interface MadeEntry {
  id: string;
  level: string;
  name: string;
  theme?: string;
  statement?: string;
  examples?: string[];
  points?: string[];
  proficiency?: string;
  links?: Expectation['links'];
  state?: Expectation['state'];
  line?: number;
}

/** A framework of two levels, with a steward and a defined scale, and whatever a test adds. */
export function framework(entries: MadeEntry[] = [], parts: Partial<Framework> = {}): Framework {
  return {
    id: 'harbour',
    name: 'Harbour',
    textFormat: 'plain',
    scale: {
      ordered: true,
      steps: [
        { id: 'learning', name: 'Learning', definition: 'Does it with a colleague at hand.' },
        { id: 'skilled', name: 'Skilled', definition: 'Does it alone on an ordinary day.' },
      ],
    },
    levels: [level('deckhand', 'Deckhand', ['pilot']), level('pilot', 'Pilot')],
    themes: [
      { id: 'craft', name: 'Craft' },
      { id: 'crew', name: 'Crew' },
    ],
    competencies: entries.map(competencyOf),
    expectations: entries.map(expectationOf),
    roleProfiles: [],
    guides: [],
    policy: { ...DEFAULT_POLICY, steward: 'The harbour office', reviewBy: '2027-05-01' },
    proposals: [],
    lineage: [],
    confirmed: { rows: [], policy: [] },
    accepted: [],
    gaps: [],
    notices: [],
    sourceStatus: [],
    source: { format: 'page-text', key: 'harbour', files: [{ name: 'ladder.txt', digest: 'sha256:00' }] },
    ...parts,
  };
}

function competencyOf({ id, name, theme = 'craft', line = 10 }: MadeEntry): Competency {
  return { id: `${id}-row`, theme, name, origin: { file: 'ladder.txt', line } };
}

function expectationOf(entry: MadeEntry): Expectation {
  const {
    id,
    statement,
    examples = [],
    points = [],
    proficiency,
    links = [],
    state = 'present',
    line = 10,
  } = entry;
  return {
    id,
    competency: `${id}-row`,
    level: entry.level,
    ...(statement === undefined ? {} : { statement }),
    points: points.map((text, index) => ({ id: `p${index + 1}`, text })),
    examples,
    ...(proficiency === undefined ? {} : { proficiency }),
    links,
    state,
    origin: { file: 'ladder.txt', line },
  };
}

/** A guide with one section. */
export function guide(body: string, parts: Partial<Guide> = {}): Guide {
  return {
    id: 'handbook',
    title: 'Harbour handbook',
    kind: 'guide',
    textFormat: 'markdown',
    sections: [{ id: 'first', heading: 'First things', body, origin: { file: 'handbook.md', line: 7 } }],
    proposals: [],
    gaps: [],
    sourceStatus: [],
    ...parts,
  };
}

/** What one rule finds in a framework. */
export function found(rule: string, framed: Framework, context: LintContext = CONTEXT) {
  return lint(framed, context).findings.filter((finding) => finding.rule === rule);
}

/** The quotes of what one rule finds in the statement of a single expectation. */
export function inStatement(rule: string, statement: string): string[] {
  return found(rule, framework([{ id: 'a', level: 'pilot', name: 'Mooring', statement }])).map(
    ({ quote }) => quote,
  );
}
