/** Style, scripts, fonts and the mark: read once at start, served under addresses that name their content. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type BrowserModule, readBrowserModule } from './browser-modules.ts';
import { type Encoded, encodeNow } from './encodings.ts';

/** One file a component, in the order of the cascade. `layers.css` names the layers and comes first. */
const STYLES = [
  'layers',
  'tokens',
  'fonts',
  'base',
  'layout',
  'site-notice',
  'header',
  'search-box',
  'footer',
  'prose',
  'path',
  'banner',
  'contents',
  'actions',
  'framework-list',
  'framework',
  'expectation',
  'folds',
  'role-profile',
  'copy-link',
  'form',
  'changes',
  'comparison',
  'competency',
  'search-page',
  'glossary',
  'api-reference',
  'shortcuts',
  'booklet',
  'steward',
  'evidence',
  'note-box',
  'ties',
  'timeline',
  'my-path',
  'said',
  'shared-list',
  'tracker',
  'filter-list',
  'people',
  'person-field',
  'accounts',
  'demo',
  'plan',
  'conversations',
  'talk-path',
  'prepare',
  'stances',
  'talk',
  'feedback',
  'agreed-fields',
  'record',
  'forced-colours',
  'print',
  'handout',
  'pack',
];

/** One small file an enhancement; every page is complete without them. */
export const SCRIPTS = [
  'choose-person',
  'copy-link',
  'evidence',
  'find-people',
  'filter-list',
  'forget-unsent',
  'note',
  'passkey',
  'prepare-keys',
  'print',
  'save-as-you-write',
  'search',
  'search-list',
  'shortcuts',
  'talk',
  'walk-path',
  'watch-conversation',
] as const;
export type Script = (typeof SCRIPTS)[number];

const FONT_PACKAGE = '@fontsource/atkinson-hyperlegible-next';
const FONTS = ['latin-400', 'latin-700', 'latin-ext-400', 'latin-ext-700'] as const;

interface Asset {
  encoded: Encoded;
  type: string;
}

export interface Assets {
  style: string;
  icon: string;
  scripts: Record<Script, string>;
  /** Modules that a script loads when it needs them. */
  modules: Record<BrowserModule, string>;
  /** Fonts that the first page needs, to be preloaded. */
  fonts: string[];
  /** Looks an asset up by the path of its address. */
  find(path: string): Asset | undefined;
}

const LOADED = new Map<string, Assets>();

/** Reads all assets below the project's root; once a process, at start, so it may block. */
export function loadAssets(root: string): Assets {
  const loaded = LOADED.get(root) ?? readAssets(root);
  LOADED.set(root, loaded);
  return loaded;
}

function readAssets(root: string): Assets {
  const found = new Map<string, Asset>();
  const add = (name: string, content: Uint8Array | string, type: string): string => {
    const [stem, extension] = name.split('.');
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const address = `/assets/${stem}.${hash}.${extension}`;
    found.set(address, { encoded: encodeNow(content, extension !== 'woff2'), type });
    return address;
  };

  const fonts = new Map<string, string>();
  for (const [name, bytes] of readFonts(root)) fonts.set(name, add(name, bytes, 'font/woff2'));
  const style = add('cairn.css', withAddresses(readStyles(root), fonts), 'text/css; charset=utf-8');
  const icon = add('cairn.svg', readFileSync(join(root, 'public/cairn.svg')), 'image/svg+xml');
  const script = (name: string): string => {
    const content = readFileSync(join(root, `public/js/${name}.js`), 'utf8');
    // What a script imports of another it asks for by the address that names its content.
    const linked = content.replace(/ from '\.\/([\w-]+)\.js'/g, (_, other) => ` from '${script(other)}'`);
    return add(`${name}.js`, linked, 'text/javascript; charset=utf-8');
  };
  const scripts = Object.fromEntries(SCRIPTS.map((name) => [name, script(name)])) as Record<Script, string>;
  const engine = readBrowserModule(root, 'search-engine');
  const modules = { 'search-engine': add('search-engine.js', engine, 'text/javascript; charset=utf-8') };
  const preload = ['atkinson-latin-400.woff2', 'atkinson-latin-700.woff2'];
  return {
    style,
    icon,
    scripts,
    modules,
    fonts: preload.map((name) => fonts.get(name) ?? ''),
    find: (path) => found.get(path),
  };
}

function readStyles(root: string): string {
  const files = STYLES.map((name) => readFileSync(join(root, `public/css/${name}.css`), 'utf8'));
  return minified(files.join('\n'));
}

/** Leaves out comments and indentation; rules stay readable in the browser's tools. */
function minified(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n');
}

/** Fonts come straight out of their package; a style names them as `/fonts/NAME`. */
function readFonts(root: string): [string, Uint8Array][] {
  const manifest = createRequire(join(root, 'package.json')).resolve(`${FONT_PACKAGE}/package.json`);
  const folder = join(dirname(manifest), 'files');
  return FONTS.map((font): [string, Uint8Array] => {
    const file = join(folder, `${basename(FONT_PACKAGE)}-${font}-normal.woff2`);
    return [`atkinson-${font}.woff2`, readFileSync(file)];
  });
}

function withAddresses(css: string, fonts: ReadonlyMap<string, string>): string {
  return css.replace(/\/fonts\/([\w-]+\.woff2)/g, (_, name: string) => {
    const address = fonts.get(name);
    if (address === undefined) throw new Error(`a style names the font ${name}, which is not served`);
    return address;
  });
}
