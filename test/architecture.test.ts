import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Features in the order in which they may build on each other: a feature imports only what stands before it. */
const FEATURES = [
  'people',
  'accounts',
  'framework',
  'evidence',
  'questions',
  'plan',
  'conversation',
  'promotion-case',
  'coverage',
  'hiring',
  'integrations',
  'demo',
];

/** What each part of `src/` may import besides itself. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  formats: ['domain'],
  lint: ['domain'],
  db: ['domain', 'project-root.ts', 'version.ts'],
  mail: ['domain', 'db'],
  jobs: ['domain', 'db'],
  web: ['domain', 'project-root.ts', 'version.ts'],
  features: ['domain', 'formats', 'lint', 'db', 'mail', 'jobs', 'web', 'project-root.ts'],
  'secret.ts': ['domain', 'db'],
  'health.ts': ['db', 'web'],
  'version.ts': ['project-root.ts'],
  'static-site': ['domain'],
  cli: [
    'domain',
    'formats',
    'lint',
    'db',
    'features',
    'static-site',
    'app.ts',
    'main.ts',
    'config.ts',
    'version.ts',
    'project-root.ts',
    // The demo's loader stands beside `src/`, with the world that it loads.
    '..',
  ],
};

/** Single files at the top of `src/`, which wire everything and may import anything. */
const WIRING = ['app.ts', 'main.ts', 'people.ts', 'generate.ts'];

interface Import {
  from: string;
  to: string;
}

describe('Imports point one way', () => {
  const imports = allImports();

  it('finds imports at all', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('lets each part import only what it may', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [part, target] = [partOf(from), partOf(to)];
      return part !== target && !WIRING.includes(part) && !(MAY_IMPORT[part] ?? ['domain']).includes(target);
    });
    expect(wrong).toEqual([]);
  });

  it('lets a feature be entered only by its door, and only by later features', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [source, target] = [featureOf(from), featureOf(to)];
      if (target === undefined || source === target) return false;
      const earlier = source === undefined || FEATURES.indexOf(target) < FEATURES.indexOf(source);
      return !earlier || !/^features\/[^/]+\/(index\.ts|routes\.tsx)$/.test(to);
    });
    expect(wrong).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(findCircle(imports)).toBeUndefined();
  });

  it('lets one person look in each transaction of a request: nothing changes who does', () => {
    const changing = sources().filter((file) => /\blookAs\b/.test(readFileSync(join(SRC, file), 'utf8')));
    expect(changing).toEqual(['db/viewer.ts']);
  });

  it('keeps libraries, clocks and randomness out of the domain', () => {
    const wrong = sources().filter(
      (file) =>
        file.startsWith('domain/') &&
        /from '(?!\.)|Date\.now|new Date\(\)|Math\.random|node:/.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps readers, writers and the linter away from disk and network', () => {
    const wrong = sources().filter(
      (file) =>
        /^(formats|lint)\//.test(file) &&
        /from 'node:(fs|net|http|https|child_process)/.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});

function sources(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/(^|\/)tests\//.test(file))
    .sort();
}

function allImports(): Import[] {
  return sources().flatMap((from) => {
    const text = readFileSync(join(SRC, from), 'utf8');
    const targets = [...text.matchAll(/(?:from|import|import\()\s*'(\.[^']+)'/g)].map(
      ([, target]) => target ?? '',
    );
    return targets.map((target) => ({ from, to: relative(SRC, resolve(SRC, dirname(from), target)) }));
  });
}

function partOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function featureOf(file: string): string | undefined {
  return /^features\/([^/]+)\//.exec(file)?.[1];
}

function findCircle(imports: readonly Import[]): string[] | undefined {
  const targets = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const { to } of targets.get(file) ?? []) {
      const circle = visit(to, [...path, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of targets.keys()) {
    const circle = visit(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
