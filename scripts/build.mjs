// Bundles src/ into dist/. Node runs no .tsx, so every start asks here first; a fresh bundle costs a few milliseconds.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './runtime.mjs';

const DIST = join(ROOT, 'dist');
const ENTRY = join(DIST, 'main.js');

const SETTINGS = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'linked',
  logLevel: 'error',
};

/** Bundles if a source is newer than the bundle. Resolves with the path of the bundle to start. */
export async function ensureBuilt() {
  const source = join(ROOT, 'src');
  // The demo's loader is bundled with the command that starts it.
  const changed = () => Math.max(newest(source), newest(join(ROOT, 'demo')));
  if (existsSync(source) && (!existsSync(ENTRY) || changed() > statSync(ENTRY).mtimeMs)) await build();
  return ENTRY;
}

/**
 * Bundles every command, each loaded only when it is asked for. Files land complete or not at all, the entry last.
 * Older parts stay: a server that runs from them may still ask for one.
 */
export async function build() {
  const esbuild = await loadEsbuild();
  const result = await esbuild.build({
    ...SETTINGS,
    entryPoints: { main: join(ROOT, 'src/cli/main.ts') },
    outdir: DIST,
    splitting: true,
    write: false,
  });
  mkdirSync(DIST, { recursive: true });
  const entryLast = result.outputFiles.toSorted(
    (a, b) => Number(a.path === ENTRY) - Number(b.path === ENTRY),
  );
  await buildBrowserModules(esbuild);
  for (const file of entryLast) writeWhole(file.path, file.contents);
}

/** What browsers load and shares its code with the server, for installations without src/. */
async function buildBrowserModules(esbuild) {
  const { entries, settings } = JSON.parse(readFileSync(join(ROOT, 'scripts/browser-modules.json'), 'utf8'));
  mkdirSync(join(DIST, 'browser'), { recursive: true });
  for (const [name, entry] of Object.entries(entries)) {
    const result = await esbuild.build({ ...settings, entryPoints: [join(ROOT, entry)], write: false });
    for (const file of result.outputFiles) writeWhole(join(DIST, `browser/${name}.js`), file.contents);
  }
}

/** Bundles one script of the project into one file, paths from the project's root. */
export async function bundleScript(entry, outfile) {
  const esbuild = await loadEsbuild();
  await esbuild.build({ ...SETTINGS, entryPoints: [join(ROOT, entry)], outfile: join(ROOT, outfile) });
}

async function loadEsbuild() {
  return import('esbuild').catch(() => {
    console.error('The packages are not installed yet. Run: npm ci');
    process.exit(2);
  });
}

function writeWhole(path, contents) {
  const part = `${path}.part-${process.pid}`;
  writeFileSync(part, contents);
  renameSync(part, path);
}

function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    time = Math.max(time, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  }
  return time;
}

if (process.argv[1] === join(ROOT, 'scripts/build.mjs')) await build();
