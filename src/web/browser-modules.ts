/** Modules that browsers load and that share their code with the server, bundled out of `src/`. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Name of each module and its source, as `scripts/browser-modules.json` lists them for the build as well. */
export type BrowserModule = 'search-engine';

/**
 * The code of a module. Bundled from its source where that is at hand, so that it never lags behind; an installation
 * without `src/` has what the build left in `dist/browser/`.
 */
export function readBrowserModule(root: string, name: BrowserModule): Uint8Array {
  const modules = JSON.parse(readFileSync(join(root, 'scripts/browser-modules.json'), 'utf8')) as Settings;
  const entry = join(root, modules.entries[name] ?? '');
  if (!existsSync(entry)) return readFileSync(join(root, `dist/browser/${name}.js`));
  // Loaded only here: an installation that was built needs no bundler.
  const { buildSync } = createRequire(join(root, 'package.json'))('esbuild') as typeof import('esbuild');
  const { outputFiles } = buildSync({ ...modules.settings, entryPoints: [entry], write: false });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`bundling ${name} gave no file`);
  return file.contents;
}

interface Settings {
  entries: Record<string, string>;
  settings: import('esbuild').BuildOptions & { write?: false };
}
