/** A name in capitals before "framework", "progression framework", "competencies" and the like. */
const NAMED =
  /(?<![\p{L}\p{N}])((?:\p{Lu}[\p{L}\p{N}&'’-]{0,40}\s){1,5})(?=(?:career |progression |competency )?(?:framework|competenc(?:y|ies))\b)/gu;

/** Words that begin a sentence or a question and are no part of a name. */
const STARTERS = new Set(
  'the a an our these this all some no do are is how who what which why when can will yes'.split(' '),
);

/**
 * The framework that a text speaks of, in its own words: the name in capitals that stands most often before
 * "framework" or "competencies"; of equals the first. Undefined where it names none.
 */
export function speaksOf(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const match of text.matchAll(NAMED)) {
      const words = (match[1] ?? '').trim().split(/\s+/);
      while (words[0] !== undefined && STARTERS.has(words[0].toLowerCase())) words.shift();
      const name = words.join(' ');
      if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  let most: [string, number] | undefined;
  for (const entry of counts) if (most === undefined || entry[1] > most[1]) most = entry;
  return most?.[0];
}
