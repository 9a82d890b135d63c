import type { Competency, Origin, Theme } from '../../domain/framework.ts';
import { IdMint } from '../ids.ts';
import type { CompetencyRow } from './rows.ts';

interface Wanted {
  id: string | undefined;
  name: string | undefined;
  theme: Theme;
  /** Whether a second row of this name at a level is a row of its own: it has no id that says otherwise. */
  ownRow: boolean;
}

/**
 * The competencies of a file. Rows of one id are one competency. Rows without ids are one competency if theme and name
 * are the same to the letter, and a second entry of a name at one level is a row of its own until a person says otherwise.
 */
export class CompetencyRegister {
  /** Names of the ids that stand in the file. */
  readonly #names = new Map<string, string>();
  readonly #mint: IdMint;
  readonly #listed = new Map<string, Competency>();
  /** Theme and name -> ids of the competencies called so. */
  readonly #called = new Map<string, string[]>();
  readonly #filled = new Set<string>();
  /** Name and level -> how many of the competencies called so are known to have an entry there. */
  readonly #next = new Map<string, number>();

  constructor(rows: readonly CompetencyRow[]) {
    for (const { competencyId: id, competency: name } of rows) {
      if (id !== undefined && name !== undefined && !this.#names.has(id)) this.#names.set(id, name);
    }
    const themes = rows.flatMap(({ themeId }) => themeId ?? []);
    this.#mint = new IdMint([...rows.flatMap(({ competencyId }) => competencyId ?? []), ...themes]);
  }

  get all(): Competency[] {
    return [...this.#listed.values()];
  }

  /** Notes that a competency has an entry at a level. */
  fill(competency: string, level: string): void {
    this.#filled.add(JSON.stringify([competency, level]));
  }

  /** Undefined where a row names no competency and its sheet has a column for it. */
  resolve(
    { id, name, theme, ownRow }: Wanted,
    level: string | undefined,
    origin: Origin,
  ): { competency: Competency; problem?: 'name taken' | 'id taken' } | undefined {
    if (id !== undefined) {
      const known = this.#names.get(id);
      const called = name === undefined ? undefined : this.#called.get(keyOf(theme, name))?.[0];
      if (name !== undefined && known !== undefined && known !== name && called !== undefined) {
        return { competency: this.#listed.get(called) as Competency, problem: 'name taken' };
      }
      const competency =
        this.#listed.get(id) ?? this.#add({ id, theme: theme.id, name: known ?? name ?? id, origin }, theme);
      const differs = (name !== undefined && name !== competency.name) || competency.theme !== theme.id;
      return { competency, ...(differs ? { problem: 'id taken' } : {}) };
    }
    if (name === undefined) return undefined;
    const candidates = this.#called.get(keyOf(theme, name)) ?? [];
    const free =
      ownRow && level !== undefined ? this.#free(candidates, keyOf(theme, name), level) : candidates[0];
    const known = free === undefined ? undefined : this.#listed.get(free);
    if (known !== undefined) return { competency: known };
    const own =
      name === theme.name && candidates.length === 0 && !this.#listed.has(theme.id) ? theme.id : undefined;
    const minted = own ?? this.#mint.mint(name, 'competency');
    return { competency: this.#add({ id: minted, theme: theme.id, name, origin }, theme) };
  }

  /** The first that has no entry at a level yet. Those that have one keep it: each is looked at once. */
  #free(candidates: readonly string[], key: string, level: string): string | undefined {
    const place = JSON.stringify([key, level]);
    let next = this.#next.get(place) ?? 0;
    while (next < candidates.length && this.#filled.has(JSON.stringify([candidates[next], level]))) next += 1;
    this.#next.set(place, next);
    return candidates[next];
  }

  #add(competency: Competency, theme: Theme): Competency {
    this.#listed.set(competency.id, competency);
    const key = keyOf(theme, competency.name);
    const called = this.#called.get(key);
    if (called === undefined) this.#called.set(key, [competency.id]);
    else called.push(competency.id);
    return competency;
  }
}

function keyOf(theme: Theme, name: string): string {
  return JSON.stringify([theme.id, name]);
}
