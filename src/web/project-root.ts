import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds Cairn's own package.json, wherever the process was started: `src/web` and the bundle in
 * `dist` both lie below it, and the working directory may be anywhere.
 */
export function projectRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'cairn') return folder;
    if (dirname(folder) === folder) throw new Error(`no package.json of cairn above ${from}`);
  }
}
