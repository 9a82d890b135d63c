import type { TextFile } from '../format.ts';

/** The files of one framework in Cairn's own folder. */
export interface FolderFiles {
  /** What stands before the names of its files: empty, or a path that ends in `/`. */
  prefix: string;
  framework: TextFile;
  /** In the order of their names, so that the order of an import does not matter. */
  themes: TextFile[];
  roles: TextFile[];
  guides: TextFile[];
}

const FRAMEWORK = /^(.*\/)?framework\.ya?ml$/i;
const PARTS = /^(themes\/[^/]+\.ya?ml|(?:roles|guides)\/[^/]+\.md)$/i;

/** Whether a file is a `framework.yaml`. A job family of that name is told by its entries. */
export function isFrameworkFile({ name, text }: TextFile): boolean {
  return FRAMEWORK.test(name) && !/^["']?competencies["']?[ \t]*:/m.test(text);
}

/** Sorts files into folders around each `framework.yaml`. */
export function foldersOf(files: readonly TextFile[]): FolderFiles[] {
  const byPrefix = new Map<string, FolderFiles>();
  for (const file of files) {
    const prefix = FRAMEWORK.exec(file.name)?.[1] ?? '';
    if (!isFrameworkFile(file) || byPrefix.has(prefix)) continue;
    byPrefix.set(prefix, { prefix, framework: file, themes: [], roles: [], guides: [] });
  }
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const [, prefix = '', part] = /^(.*\/)?([^/]+\/[^/]+)$/.exec(file.name) ?? [];
    const folder = byPrefix.get(prefix);
    if (folder === undefined || part === undefined || !PARTS.test(part)) continue;
    const kind = part.slice(0, part.indexOf('/')).toLowerCase() as 'themes' | 'roles' | 'guides';
    folder[kind].push(file);
  }
  return [...byPrefix.values()];
}

/** Every file of a folder. */
export function allFiles({ framework, themes, roles, guides }: FolderFiles): TextFile[] {
  return [framework, ...themes, ...roles, ...guides];
}
