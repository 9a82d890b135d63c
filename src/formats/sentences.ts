/**
 * The sentences of a paragraph, to the letter, without the white space between them. A sentence ends at `.`, `!`, `?`
 * or `:` before white space and a capital letter, digit or opening quote; "e.g." and "i.e." end none.
 */
export function sentencesOf(paragraph: string): string[] {
  return paragraph
    .split(/(?<=[.!?:]["”’)]?)(?<!\b(?:e\.g|i\.e|vs|cf)\.)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
