/** The words of the product: one word for one thing. The page and `docs/glossary.md` are both made from this. */

export interface GlossaryEntry {
  /** Its anchor. */
  id: string;
  word: string;
  /** Markdown, one line. */
  meaning: string;
}

export const GLOSSARY_ADDRESS = '/glossary';

const WORDS: [word: string, meaning: string][] = [
  ['framework', "One job family's competencies as versioned data, e.g. Operations."],
  ['draft', 'What was imported and not released. Stewards see it through a preview link.'],
  ['release', 'A version of a framework that never changes, addressed by the digest of its content.'],
  [
    'status',
    'What a release is now: `beta`, `published` or `legacy`, with the date since when. Stands beside the release.',
  ],
  [
    'level',
    'A step on the ladder that people hold. Levels lead on to each other, so tracks can branch and join.',
  ],
  ['theme', 'A heading that groups competencies.'],
  ['competency', 'A row that runs through levels, e.g. Incident management.'],
  ['expectation', 'What one level is expected to show of one competency. Evidence will speak to this.'],
  ['point', 'One numbered part of an expectation.'],
  ['example', 'An illustration of an expectation. Never a list to tick.'],
  [
    'proficiency scale',
    'The steps by which a framework says how deeply somebody knows something, with their definitions.',
  ],
  [
    'role profile',
    "A job's purpose, key responsibilities, skills and qualifications. May be linked to a level.",
  ],
  ['guide', 'Text about a framework: how to use it, an FAQ, how to write it.'],
  ['policy', 'The rules by which a release is used.'],
  ['proposal', 'What a text of the source suggests as policy. In force only once a person confirms it.'],
  [
    'confirmation',
    'What a person confirmed about an import: rows that are one competency, policy values, an order of proficiencies.',
  ],
  ['gap', 'Where a source is silent. Shown, never filled in.'],
  [
    'finding',
    'Something that a reader or the linter wants a person to look at: `error`, `warning` or `note`.',
  ],
  ['acceptance', 'A finding that a steward looked at and accepts, with a reason.'],
  ['steward', 'A member of the group that maintains a framework.'],
  [
    'stance',
    'The answer to "do they show this?": consistently, sometimes, not yet, no opportunity yet. Words, never numbers.',
  ],
  ['view', "One side's stances and notes for a conversation. Its author's alone until both are submitted."],
  [
    'conversation',
    'Between somebody and their line manager, about a level: prepared apart, revealed together, agreed and signed.',
  ],
  ['reveal', 'The moment in which both views become readable to both, by itself, once both are submitted.'],
  [
    'agreed record',
    'What both signed, kept for good: what was agreed, both views, the wording and the evidence as they were.',
  ],
  ['opportunity', 'What the manager promises to find where there was "no opportunity yet". An action.'],
  ['pack', 'A conversation on two pages, to be taken along.'],
  ['source', 'The bytes that a framework was read from, kept with their digest.'],
];

export const GLOSSARY: readonly GlossaryEntry[] = WORDS.map(([word, meaning]) => ({
  id: word.replaceAll(' ', '-'),
  word,
  meaning,
}));

/** The glossary as a file of the documentation. */
export function glossaryReference(): string {
  const rows = GLOSSARY.map(({ word, meaning }) => `| **${word}** | ${meaning} |`);
  return `# The words

One word for one thing, everywhere: in addresses, tables, types, folders, headings and commands.

| word | meaning |
|---|---|
${rows.join('\n')}
`;
}
