import { quoted } from '../../domain/finding.ts';
import type { Framework, Gap, Guide } from '../../domain/framework.ts';
import { passagesOf } from '../passages.ts';
import { findingAt, type Place, type Rule, wholeFramework } from '../rule.ts';
import { contentStems, sentencesOf } from '../wording.ts';

export const referencedGuideMissing: Rule = {
  id: 'referenced-guide-missing',
  severity: 'warning',
  about:
    'A text sends readers to a guide that the framework does not contain: the rules it holds are not to be found. Each guide is reported once.',
  forDocuments: true,
  check: (framework) => {
    const known = framework.guides.map(titleStems);
    const said: ReadonlySet<string>[] = [];
    return references(framework).flatMap(({ title, quote, place }) => {
      const stems = new Set(contentStems(title));
      const isHowTo = /\bhow to use\b/i.test(title);
      if (isHowTo && framework.guides.some(({ kind }) => kind === 'how-to-use')) return [];
      if (
        stems.size === 0 ||
        [...known, ...said].some((other) => [...stems].every((stem) => other.has(stem)))
      )
        return [];
      said.push(stems);
      return findingAt(referencedGuideMissing, place, {
        quote: quoted(quote),
        message: `The text sends readers to “${title}”, and no guide of the framework is called so.`,
        remedy: 'Import or write the guide, or take the reference out.',
      });
    });
  },
};

interface Reference {
  title: string;
  quote: string;
  place: Place;
}

function titleStems({ title }: Guide): ReadonlySet<string> {
  return new Set(contentStems(title));
}

/** "the “how to use the competencies” guide" */
const QUOTED_GUIDE = /[“"‘']([^“”"‘’\n]{3,80})[”"’']\s+(?:guide|guidance|handbook)\b/giu;
/** "review how to use these competencies" */
const HOW_TO =
  /\b(?:read|see|review|consult|refer to|check|covered in|described in)\s+(?:the\s+)?(how to use [^.,;:“”"()\n]{3,60})/giu;

function references(framework: Framework): Reference[] {
  return [...fromGaps(framework), ...fromTexts(framework)];
}

function fromGaps(framework: Framework): Reference[] {
  const of = (gaps: readonly Gap[], owner: Place) =>
    gaps
      .filter(({ kind }) => kind === 'missing guide')
      .map(({ quote, origin }) => {
        const title = titlesIn(quote)[0] ?? quote;
        return { title, quote, place: { id: owner.id, origin: origin ?? owner.origin } };
      });
  return [
    ...of(framework.gaps, wholeFramework(framework)),
    ...framework.guides.flatMap((guide) => of(guide.gaps, guide)),
  ];
}

function fromTexts(framework: Framework): Reference[] {
  return passagesOf(framework).flatMap((passage) =>
    titlesIn(passage.prose).length === 0
      ? []
      : sentencesOf(passage.prose).flatMap(({ text, start, end }) =>
          titlesIn(text).map((title) => ({
            title,
            quote: passage.text.slice(start, end),
            place: passage.of,
          })),
        ),
  );
}

function titlesIn(text: string): string[] {
  return [...text.matchAll(QUOTED_GUIDE), ...text.matchAll(HOW_TO)].map((match) => (match[1] ?? '').trim());
}
