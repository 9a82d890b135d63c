/** The part of nspell that the linter uses; the package ships no types. */
declare module 'nspell' {
  export interface Speller {
    correct(word: string): boolean;
    suggest(word: string): string[];
  }
  export default function nspell(dictionary: { aff: Uint8Array; dic: Uint8Array }): Speller;
}
