import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds Cairn's package.json, `public/`, `migrations/` and `frameworks/`, without a trailing slash.
 * The same whether this module runs from `src/` or from the bundle in `dist/`.
 */
export const projectRoot: string = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json is missing: Cairn is not installed completely');
  return findRoot(parent);
}
