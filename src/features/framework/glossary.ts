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
  ['draft', 'What was imported and not released. Stewards see it, and whoever holds a preview link.'],
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
  ['expectation', 'What one level is expected to show of one competency. Evidence speaks to this.'],
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
    'What a person confirmed about an import: rows that are one competency, policy values, an order of proficiencies. Of evidence: the sentence with which a colleague who was asked says that they saw it.',
  ],
  ['gap', 'Where a source is silent. Shown, never filled in.'],
  [
    'finding',
    'Something that a reader or the linter wants a person to look at: `error`, `warning` or `note`.',
  ],
  ['acceptance', 'A finding that a steward looked at and accepts, with a reason.'],
  ['steward', 'A member of the group that maintains a framework.'],
  [
    'question',
    'What somebody asks, or suggests to, the stewards about a wording. Read by whom the asker chose, answered in place.',
  ],
  [
    'offer',
    'A note that a colleague or manager writes for somebody. Evidence only where that person accepts it.',
  ],
  [
    'tracker',
    'A spreadsheet in which somebody keeps their evidence. Brought in row by row, and taken along again.',
  ],
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
  ['pack', 'A conversation on two pages, to be taken along.'],
  ['source', 'The bytes that a framework was read from, kept with their digest.'],
  ['person', 'Somebody in the directory. Everybody is one; some hold a role besides.'],
  ['reporting line', 'Who reports to whom. Who may read what follows the line of today.'],
  ['line manager', 'Whom somebody reports to. Reads what they share, and sets their level.'],
  ['deputy', 'Who stands in for a line manager for a span of days, and reads in those days what they read.'],
  ['administrator', 'Runs the installation and the directory, and reads nobody’s record.'],
  ['head of operations', 'Sees counts over a part of the reporting line, and nobody’s notes.'],
  ['reach', 'Whose reporting line a framework is for, as an administrator said it.'],
  ['break-glass', 'An administrator opens one record, for a reason and a while; its owner is told at once.'],
  ['erasure', 'What is somebody’s is gone; what others have stays without their name.'],
  ['evidence', "Something that happened, in a person's own words, dated. Private until its owner shares it."],
  ['kind', 'What kind of operations work a piece of evidence tells of, e.g. a review written.'],
  [
    'tie',
    'That a piece of evidence speaks to an expectation or to one of its points, in the wording of a release. Objectives, actions and learning are tied to expectations as well.',
  ],
  ['helped', 'Whom a piece of evidence helped: people, teams, or others in words.'],
  [
    'My path',
    'The page on which people see their level and the next one, and what of their evidence speaks to each.',
  ],
  ['plan', 'Somebody’s objectives and actions, which they and their line manager both read and write.'],
  [
    'objective',
    'What somebody wants to grow in, why, how both sides will know, and until when: `proposed` by one side, `agreed` by the other, then `reached` or `dropped`.',
  ],
  [
    'action',
    'Who does what by when. Done, moved or dropped with a reason, or handed over to the other side.',
  ],
  [
    'opportunity',
    'An action by which a manager promises to find one, where there was none yet to show something.',
  ],
  [
    'learning',
    'A thing that somebody wants to learn or has learnt. Becomes evidence by one click of theirs.',
  ],
  [
    'qualification',
    'What somebody holds by name: who gave it, its number, from when until when, and a file.',
  ],
  ['rhythm', 'How talks are to follow one another in an organisation, e.g. every quarter.'],
  ['reminder', 'A mail that counts what is due and leads to it. About one thing once a week at the most.'],
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
