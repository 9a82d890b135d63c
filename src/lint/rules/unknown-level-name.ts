import { quoted } from '../../domain/finding.ts';
import type { Framework } from '../../domain/framework.ts';
import { type Passage, passagesOf } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';
import { sentencesOf, wordsOf } from '../wording.ts';

export const unknownLevelName: Rule = {
  id: 'unknown-level-name',
  severity: 'warning',
  about:
    'A text names a level that the framework lacks: readers look for it in vain, or take another for it.',
  forDocuments: true,
  check: (framework) => [...fromGaps(framework), ...fromTexts(framework)],
};

function fromGaps({ guides }: Framework) {
  return guides.flatMap((guide) =>
    guide.gaps
      .filter(({ kind }) => kind === 'missing level')
      .map((gap) =>
        findingAt(
          unknownLevelName,
          { id: guide.id, origin: gap.origin ?? guide.origin },
          {
            quote: quoted(gap.quote),
            message: gap.explanation,
            remedy:
              'Name a level that exists, add the name as an alias of the level that is meant, or accept this finding.',
          },
        ),
      ),
  );
}

function fromTexts(framework: Framework) {
  if (framework.levels.length === 0) return [];
  const known = knownNames(framework);
  const explained = framework.guides.flatMap(({ gaps }) => gaps.map(({ quote }) => quote)).join('\n');
  const said = new Set<string>();
  return passagesOf(framework).flatMap((passage) =>
    mentions(passage, framework).flatMap(({ name, sentence }) => {
      const key = signature(name, known.nouns);
      if (known.signatures.has(key) || key === '' || said.has(key) || explained.includes(sentence)) return [];
      said.add(key);
      return findingAt(unknownLevelName, passage.of, {
        quote: quoted(sentence),
        message: `“${name}” is named as a level, and the framework has no level of that name. Readers look for it in vain.`,
        remedy: `Name a level that exists, or add “${name}” as an alias of the level that is meant.`,
      });
    }),
  );
}

interface KnownNames {
  /** The last words of level names, "engineer": they may be left out when people name a level. */
  nouns: ReadonlySet<string>;
  signatures: ReadonlySet<string>;
}

function knownNames({ levels }: Framework): KnownNames {
  const names = levels.flatMap(({ id, name, aliases, track }) => [
    id,
    name,
    ...aliases,
    ...(track ? [track] : []),
  ]);
  const nouns = new Set(
    levels.map(
      ({ name }) =>
        /(\p{L}+)\s*\d*\s*$/u.exec(name.replace(/\([^()]*\)/g, '').trim())?.[1]?.toLowerCase() ?? '',
    ),
  );
  const parts = names.flatMap((name) => [name, name.replace(/\([^()]*\)/g, ''), ...name.split(/\s+to\s+/i)]);
  return {
    nouns,
    signatures: new Set(parts.flatMap((name) => [signature(name, nouns), signature(name, new Set())])),
  };
}

/** "Senior 2 Engineers" and "Senior Engineer 2" have one signature; a bare "Engineer" keeps its noun. */
function signature(name: string, nouns: ReadonlySet<string>): string {
  const words = wordsOf(name).map((word) =>
    nouns.has(word.replace(/s$/, '')) ? word.replace(/s$/, '') : word,
  );
  const telling = words.filter((word) => !nouns.has(word) && word !== 'level');
  return (telling.length > 0 ? telling : words).toSorted().join(' ');
}

const QUOTED_LEVEL = /[“"‘']([^“”"‘’'\n]{2,60})[”"’']\s+(?:level|transition)\b/giu;
const NUMBERED_LEVEL = /\b(?:Junior|Mid|Senior|Lead|Principal|Staff|Associate)(?: \p{Lu}\p{Ll}+){0,2} \d\b/gu;

function mentions(
  { prose, text, part }: Passage,
  { levels }: Framework,
): { name: string; sentence: string }[] {
  const numbers = levels.some(({ name }) => /\d/.test(name));
  if (part === 'name' || !/level|transition|\d/i.test(prose)) return [];
  return sentencesOf(prose).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const quotedNames = [...sentence.matchAll(QUOTED_LEVEL)].flatMap(([, name]) =>
      (name ?? '').split(/\s+to\s+/i),
    );
    const numbered = numbers ? [...sentence.matchAll(NUMBERED_LEVEL)].map(([name]) => name) : [];
    return [...quotedNames, ...numbered].map((name) => ({ name: name.trim(), sentence }));
  });
}
