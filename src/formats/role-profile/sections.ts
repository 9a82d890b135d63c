/** What a part of a role profile is about, by its heading. */
export type Part = 'purpose' | 'responsibilities' | 'skills' | 'qualifications';

/** Words by which headings say what stands below them. */
const WORDS: readonly (readonly [Part, RegExp])[] = [
  [
    'purpose',
    /\bpurpose\b|^about (?:the|this) (?:role|job|post)$|^(?:role|job|post) (?:summary|description)$/i,
  ],
  [
    'responsibilities',
    /\bresponsibilit|\b(?:key|main) (?:duties|tasks)\b|^your (?:role|tasks|duties)\b|\bwhat you(?:['’]ll| will) do\b/i,
  ],
  ['skills', /\bskills?\b|\bexperience\b/i],
  ['qualifications', /\bqualifications?\b|\bcertifications?\b|\bcertificates\b/i],
];

/** Longest heading that is looked at, in UTF-16 code units. */
const LONGEST_HEADING = 200;

/** The parts that a heading names, in its order: the first is the one it opens. None for a heading about other things. */
export function partsNamed(heading: string): Part[] {
  if (heading.length > LONGEST_HEADING) return [];
  return WORDS.map(([part, words]) => ({ part, at: heading.search(words) }))
    .filter(({ at }) => at !== -1)
    .toSorted((a, b) => a.at - b.at)
    .map(({ part }) => part);
}

/** A heading without the layout that authors put around it: emphasis, and numbering such as "2.1". */
export function bareHeading(heading: string): string {
  return withoutEmphasis(
    withoutEmphasis(heading).replace(/^\d{1,2}\.(?:\d{1,2}\.?){0,3}\s+(?=\S)/u, ''),
  ).trim();
}

/** Takes off the asterisks around the whole of a text; emphasis inside it is the author's and stays. */
export function withoutEmphasis(text: string): string {
  const trimmed = text.trim();
  const marks = /^\*{2,6}/.exec(trimmed)?.[0].length ?? 0;
  const inner = trimmed.slice(marks, -marks);
  if (marks === 0 || inner === '' || !trimmed.endsWith('*'.repeat(marks)) || inner.includes('**'))
    return text;
  return inner;
}
