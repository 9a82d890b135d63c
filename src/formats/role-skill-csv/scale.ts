import { type Finding, quoted } from '../../domain/finding.ts';
import type { Framework, Gap, Proficiency } from '../../domain/framework.ts';
import type { Origin } from '../../domain/origin.ts';
import { IdMint } from '../ids.ts';
import { NOT_IN_USE, says } from './cell-text.ts';

/**
 * The scale of a family. The columns of a table of skills give it its order; a table of roles alone only names steps.
 * What a step means is said skill by skill, so it stands in the cells and the scale itself defines nothing.
 */
export class FamilyScale {
  readonly #ids = new IdMint();
  readonly #steps = new Map<string, Proficiency>();
  /** Steps that no column names, with where they first stand. */
  readonly #others = new Map<string, Origin>();
  readonly #ordered: boolean;

  /** @param columns the steps in their order, lowest first; empty where there is no table of skills. */
  constructor(columns: readonly string[]) {
    this.#ordered = columns.length > 0;
    for (const name of columns) this.#steps.set(name, { id: this.#ids.mint(name, 'step'), name });
  }

  /** The id of a step; undefined for an empty cell and one that is not in use. */
  stepOf(name: string, origin: Origin): string | undefined {
    if (name.trim() === '' || says(name, NOT_IN_USE)) return undefined;
    const known = this.#steps.get(name);
    if (known !== undefined) return known.id;
    const step = { id: this.#ids.mint(name, 'step'), name, origin };
    this.#steps.set(name, step);
    this.#others.set(name, origin);
    return step.id;
  }

  words(): Framework['scale'] {
    return { ordered: this.#ordered && this.#others.size === 0, steps: [...this.#steps.values()] };
  }

  gaps(): Gap[] {
    const first = this.#first;
    if (first === undefined) return [];
    return [
      {
        id: 'undefined-scale',
        kind: 'undefined scale',
        quote: `Skill Level: ${first[0]}`,
        explanation: this.#ordered
          ? 'The roles name a step that the table of skills does not have, so the order of the steps is not known.'
          : 'The roles name steps, and nothing says in which order they stand. A table of skills would.',
        origin: first[1],
      },
    ];
  }

  findings(): Finding[] {
    const first = this.#first;
    if (first === undefined || !this.#ordered) return [];
    const names = [...this.#others.keys()];
    return [
      {
        rule: 'unexpected-part',
        severity: 'warning',
        ...first[1],
        quote: quoted(first[0]),
        message: `Row at line ${first[1].line} of ${first[1].file}, column "Skill Level": the table of skills has no column for ${quoted(names.join(', '))}, so the order of the scale is not known.`,
        remedy: 'Write the step as its column does, or add the column.',
      },
    ];
  }

  get #first(): [string, Origin] | undefined {
    return this.#others.entries().next().value;
  }
}
