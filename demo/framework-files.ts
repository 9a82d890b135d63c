import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED } from '../src/features/framework/index.ts';
import type { SourceFile } from '../src/formats/format.ts';
import { projectRoot } from '../src/project-root.ts';

/** The framework that comes with Cairn, named as the server names its files when it publishes it. */
export function frameworkFiles(): SourceFile[] {
  const folder = join(projectRoot, 'frameworks', SHIPPED);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      name: `${SHIPPED}/${path.slice(folder.length + 1).replaceAll('\\', '/')}`,
      bytes: readFileSync(path),
    }));
}
