/** An entry: what one page shows under one heading at one level. The rules that compare entries read these. */
import type { Competency, Expectation, Framework } from '../domain/framework.ts';

export interface Entry {
  expectation: Expectation;
  competency: Competency;
  /** The heading it has at this level, to the letter. */
  name: string;
  /** Id of the level. */
  level: string;
  /** Id of the theme. */
  theme: string;
}

/** All entries in the framework's own order; cells of unknown competencies are left to `dangling-id`. */
export function entriesOf(framework: Framework): Entry[] {
  const competencies = new Map(framework.competencies.map((competency) => [competency.id, competency]));
  return framework.expectations.flatMap((expectation) => {
    const competency = competencies.get(expectation.competency);
    if (competency === undefined) return [];
    const name = expectation.name ?? competency.name;
    return [{ expectation, competency, name, level: expectation.level, theme: competency.theme }];
  });
}

/** What an entry says below its heading, as one text; empty where the cell says nothing. */
export function contentOf({ statement, points, examples }: Expectation): string {
  return [statement ?? '', ...points.map(({ text }) => text), ...examples]
    .filter((text) => text !== '')
    .join('\n');
}

/** Groups entries by a key, in the order they come. */
export function groupedBy<Item>(items: Iterable<Item>, key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const at = key(item);
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [item]);
    else group.push(item);
  }
  return groups;
}

/** What people call each level: its name, or its id where nothing has that id. */
export function levelNames({ levels }: Pick<Framework, 'levels'>): (id: string) => string {
  const names = new Map(levels.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
