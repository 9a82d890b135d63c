import type { Framework } from '../../domain/framework.ts';

/** The parts of a framework that are lists of things with ids, as people call one of them. */
const LISTS = {
  levels: 'level',
  themes: 'theme',
  competencies: 'competency',
  expectations: 'expectation',
  roleProfiles: 'role profile',
  guides: 'guide',
  gaps: 'gap',
} as const;

/** Where two documents differ, one sentence each; empty only where they say the same. */
export function differences(published: Framework, folder: Framework): string[] {
  const lists = Object.entries(LISTS).flatMap(([key, what]) =>
    inList(what, listIn(published, key), listIn(folder, key)),
  );
  const keys = new Set([...Object.keys(published), ...Object.keys(folder)]);
  const others = [...keys]
    .filter((key) => !(key in LISTS))
    .filter((key) => !isSame(published[key as keyof Framework], folder[key as keyof Framework]));
  return [...others.map((key) => `"${key}" differs.`), ...lists];
}

interface Part {
  id: string;
}

/** What is published may be anything, so nothing about its shape is taken for granted. */
function listIn(framework: Framework, key: string): Part[] {
  const list: unknown = framework[key as keyof Framework];
  return Array.isArray(list) ? (list as Part[]) : [];
}

function inList(what: string, published: readonly Part[], folder: readonly Part[]): string[] {
  const byId = new Map(published.map((part) => [part.id, part]));
  const inFolder = new Set(folder.map(({ id }) => id));
  const changed = folder.flatMap((part) => {
    const other = byId.get(part.id);
    if (other === undefined) return [`The ${what} ${part.id} is only in the folder.`];
    return isSame(other, part) ? [] : [`The ${what} ${part.id} differs.`];
  });
  const gone = published.filter(({ id }) => !inFolder.has(id));
  const all = [...changed, ...gone.map(({ id }) => `The ${what} ${id} is only in what is published.`)];
  if (all.length > 0 || isSame(published, folder)) return all;
  return [`What follows what among the ${what} entries differs.`];
}

/** Both come from canonical documents, whose keys stand in one order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
