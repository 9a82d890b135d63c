/** The anchors that forges make of headings: lower case, without punctuation, spaces as hyphens, numbered if repeated. */
export class Anchors {
  readonly #seen = new Map<string, number>();

  /** The anchor of the next heading of a file, from its text as it is shown. */
  next(heading: string): string {
    const stem = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const count = this.#seen.get(stem) ?? 0;
    this.#seen.set(stem, count + 1);
    return count === 0 ? stem : `${stem}-${count}`;
  }
}
