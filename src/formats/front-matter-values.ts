import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Line } from './lines.ts';

/** The keys of a front matter with their values, and what in it could not be read. */
export interface FrontMatterValues {
  values: Map<string, unknown>;
  /** The line of each key. */
  lines: Map<string, number>;
  problems: { line: number; column: number; why: string }[];
}

/** More YAML than this, in UTF-16 code units, is not read: deep nesting makes the YAML library slow. */
const MOST_YAML = 16 * 1024;

/** Aliases may not multiply what stands there. */
const SAFE = { maxAliasCount: 50 };

/**
 * Reads the lines between the two `---`. Lines of the kind `key: "text"`, `key: [...]`, `key: {...}` in JSON, which is
 * how the writer puts down long texts, are read as JSON, of any size; the rest as YAML.
 */
export function frontMatterValues(lines: readonly Line[]): FrontMatterValues {
  const found: FrontMatterValues = { values: new Map(), lines: new Map(), problems: [] };
  const yaml: string[] = [];
  for (const line of lines) yaml.push(readJsonLine(found, line) ? '' : line.text);
  const text = yaml.join('\n');
  const first = lines[0]?.number ?? 1;
  if (text.length > MOST_YAML) {
    found.problems.push({ line: first, column: 1, why: 'it is longer than 16 KB' });
    return found;
  }
  try {
    readYaml(found, text, first);
  } catch (error) {
    // The library throws on aliases that grow without bound and on nesting deeper than the call stack.
    const why = error instanceof Error ? error.message : String(error);
    found.problems.push({ line: first, column: 1, why });
  }
  return found;
}

function readJsonLine(found: FrontMatterValues, { text, number }: Line): boolean {
  const parts = /^([A-Za-z]+): (["[{].*)$/s.exec(text);
  if (parts === null) return false;
  try {
    add(found, parts[1] ?? '', JSON.parse(parts[2] ?? ''), number);
    return true;
  } catch {
    // Not JSON: then it is YAML, or broken, and the YAML reader says so.
    return false;
  }
}

function readYaml(found: FrontMatterValues, text: string, first: number): void {
  const counter = new LineCounter();
  // Keys are compared in `add`: the library's own check takes quadratic time.
  const options = {
    lineCounter: counter,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  } as const;
  const document = parseDocument(text, options);
  const placeOf = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: first + line - 1, column: col };
  };
  const error = document.errors[0];
  if (error !== undefined) {
    found.problems.push({ ...placeOf(error.pos[0]), why: error.message });
  } else if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      const { line } = placeOf(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
      const plain = isNode(value) ? value.toJS(document, SAFE) : null;
      add(found, isScalar(key) ? String(key.value) : '', plain, line);
    }
  } else if (document.contents !== null) {
    found.problems.push({ line: first, column: 1, why: 'it is not a list of "key: value" lines' });
  }
}

function add(found: FrontMatterValues, key: string, value: unknown, line: number): void {
  if (found.values.has(key))
    found.problems.push({ line, column: 1, why: `the key "${key}" stands there twice` });
  found.values.set(key, value);
  found.lines.set(key, line);
}
