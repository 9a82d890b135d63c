import type { Level } from '../../../domain/framework.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../../domain/published.ts';

export interface MeantLevel {
  edition: PublishedEdition;
  level: Level;
}

/** Finds levels by what people call them: by id, name or alias, in one framework or in all that are published. */
export class LevelFinder {
  readonly #editions: readonly PublishedEdition[];
  readonly #levels = new Map<string, Map<string, Level>>();

  constructor(published: PublishedFrameworks) {
    this.#editions = published.newest();
    for (const { framework } of this.#editions) {
      const names = new Map<string, Level>();
      for (const level of framework.levels) for (const alias of level.aliases) names.set(plain(alias), level);
      for (const level of framework.levels) names.set(plain(level.name), level).set(plain(level.id), level);
      this.#levels.set(framework.id, names);
    }
  }

  find(framework: string | null, level: string): MeantLevel | { problem: string; at: 'framework' | 'level' } {
    const editions = framework === null ? this.#editions : this.#editions.filter(isCalled(framework));
    if (framework !== null && editions.length === 0) {
      const all = this.#editions.map((edition) => edition.framework.name).join(', ');
      return {
        at: 'framework',
        problem: `Choose a framework that is published: ${all || 'there is none yet'}`,
      };
    }
    const found = editions.flatMap((edition) => {
      const one = this.#levels.get(edition.framework.id)?.get(plain(level));
      return one === undefined ? [] : [{ edition, level: one }];
    });
    const [first, ...others] = found;
    if (first === undefined)
      return { at: 'level', problem: `Choose a level that is there: ${levelsOf(editions)}` };
    if (others.length === 0) return first;
    const names = found.map(({ edition }) => edition.framework.name).join(', ');
    return { at: 'level', problem: `Name the framework too: a level is called that in ${names}` };
  }
}

function isCalled(name: string) {
  return ({ framework }: PublishedEdition) =>
    plain(framework.id) === plain(name) || plain(framework.name) === plain(name);
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** How many levels a problem names. */
const MOST_NAMED = 12;

function levelsOf(editions: readonly PublishedEdition[]): string {
  const names = editions.flatMap(({ framework }) => framework.levels.map(({ name }) => name));
  const shown = names.slice(0, MOST_NAMED).join(', ');
  return names.length > MOST_NAMED ? `${shown} and ${names.length - MOST_NAMED} more` : shown || 'none yet';
}
