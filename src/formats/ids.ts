import slugify from '@sindresorhus/slugify';

/**
 * Mints readable ids that are unique among those it minted or was told of. An id is minted once, stored, and never
 * derived again from a text that may change. Text with nothing to spell in Latin letters falls back to `kind`.
 */
export class IdMint {
  readonly #taken: Set<string>;
  readonly #next = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** E.g. `mint('Incident Management', 'competency')` gives `incident-management`, then `incident-management-2`. */
  mint(text: string, kind: string): string {
    const stem = slugify(text.slice(0, 200)).slice(0, 60).replace(/-+$/, '') || kind;
    let id = stem;
    for (let n = this.#next.get(stem) ?? 2; this.#taken.has(id); n += 1) {
      id = `${stem}-${n}`;
      this.#next.set(stem, n + 1);
    }
    this.#taken.add(id);
    return id;
  }
}
