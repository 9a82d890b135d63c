import { quoted } from '../../domain/finding.ts';
import { isSpelledRight } from '../dictionary.ts';
import { type Passage, passagesOf } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';
import { KNOWN_ABBREVIATIONS, OPERATIONS_WORDS } from '../words.ts';

export const unexplainedAbbreviation: Rule = {
  id: 'unexplained-abbreviation',
  severity: 'note',
  about:
    'An abbreviation that is neither commonly known nor written out anywhere as “Long Name (LN)”: new people cannot read it. Each is reported once.',
  forDocuments: true,
  check: (framework, { allowedWords }) => {
    const allowed = new Set([...allowedWords].map((word) => word.toUpperCase()));
    const passages = passagesOf(framework);
    const explained = explainedIn(passages);
    return [...abbreviationsIn(passages)]
      .filter(([short]) => {
        const parts = short.split('/');
        return !allowed.has(short) && !explained.has(short) && parts.some((part) => isUnknown(part, allowed));
      })
      .map(([short, passage]) =>
        findingAt(unexplainedAbbreviation, passage.of, {
          quote: quoted(short),
          message: `“${short}” is written out nowhere in the framework. People who are new cannot read it.`,
          remedy: `Write it out once, as “Long Name (${short})”, or add it to the organisation’s words.`,
        }),
      );
  },
};

/** Two to six capitals, digits and ampersands, beginning with a capital, at least two capitals; a plural "s" is no part of it. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}_&-])(\p{Lu}(?:[\p{Lu}\p{N}]|&(?=\p{Lu})){1,5})(?:['’]?s)?(?![\p{L}\p{N}_&])/gu;

function abbreviationsIn(passages: readonly Passage[]): Map<string, Passage> {
  const found = new Map<string, Passage>();
  for (const passage of passages) {
    if (isShouted(passage.prose)) continue;
    for (const [, short] of passage.prose.matchAll(ABBREVIATION)) {
      if (short !== undefined && !found.has(short) && /\p{Lu}.*\p{Lu}/u.test(short))
        found.set(short, passage);
    }
  }
  return found;
}

/** A text all in capitals is emphasis, not abbreviations. */
function isShouted(text: string): boolean {
  return text.length > 6 && text === text.toUpperCase();
}

/** Emphasised words (NOT, MUST) are words. */
function isUnknown(short: string, allowed: ReadonlySet<string>): boolean {
  if (KNOWN_ABBREVIATIONS.has(short) || OPERATIONS_WORDS.has(short.toLowerCase()) || allowed.has(short))
    return false;
  return !(
    short.length > 2 &&
    /^\p{Lu}+$/u.test(short) &&
    isSpelledRight(short.toLowerCase()) &&
    !/^[^AEIOUY]+$/.test(short)
  );
}

/** Abbreviations that some passage writes out: "service level agreement (SLA)", "SLA (service level agreement)". */
function explainedIn(passages: readonly Passage[]): ReadonlySet<string> {
  const explained = new Set<string>();
  for (const { text } of passages) {
    for (const [, short] of text.matchAll(/\p{L}\s{1,9}[([](\p{Lu}[\p{Lu}\p{N}&]{1,5})s?[)\]]/gu))
      explained.add(short ?? '');
    for (const [, short] of text.matchAll(
      /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{N}&]{1,5})s?\s{1,9}\(\p{L}{2,30}[\s-]{1,9}\p{L}/gu,
    )) {
      explained.add(short ?? '');
    }
  }
  return explained;
}
