import type { Expectation, Framework } from '../../src/domain/framework.ts';

/**
 * The named reference: an expectation matches by how many words of the note, of four letters and more, stand anywhere
 * in its name, statement, points and examples. The most first, ties in the framework's order, five at most.
 */
export function substringMatch(framework: Framework): (text: string) => Expectation[] {
  const names = new Map(framework.competencies.map(({ id, name }) => [id, name]));
  const texts = framework.expectations.map(({ competency, name, statement, points, examples }) =>
    [names.get(competency), name, statement, ...points.map(({ text }) => text), ...examples]
      .join(' ')
      .toLowerCase(),
  );
  return (text) => {
    const words = [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu))];
    return framework.expectations
      .map((expectation, at) => ({
        expectation,
        shared: words.filter((word) => texts[at]?.includes(word)).length,
      }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, 5)
      .map(({ expectation }) => expectation);
  };
}
