import { isMap, isScalar, LineCounter, parseDocument, stringify } from 'yaml';
import type { ZodType } from 'zod';
import type { Finding } from '../domain/finding.ts';
import { quoted } from '../domain/finding.ts';
import type { TextFile } from './format.ts';
import { type Line, linesOf } from './lines.ts';

/** A Markdown file taken apart: the YAML between the two `---` lines at its head, and what follows. */
export interface FrontMatter {
  values: ReadonlyMap<string, unknown>;
  /** The line on which a key stands. */
  lineOf(key: string): number;
  body: Line[];
  findings: Finding[];
}

/**
 * Takes the front matter off a file. Broken YAML gives an `unreadable` error with line and column, and the body is
 * still read. A file without front matter is all body.
 */
export function splitFrontMatter(file: TextFile): FrontMatter {
  const lines = linesOf(file.text);
  const none = { values: new Map<string, unknown>(), lineOf: () => 1, findings: [] };
  if (lines[0]?.text.trimEnd() !== '---') return { ...none, body: lines };
  const end = lines.findIndex(({ text }, index) => index > 0 && text.trimEnd() === '---');
  if (end === -1) {
    const unended = broken(file, 1, 1, 'the front matter has no second line "---" that ends it');
    return { ...none, body: lines.slice(1), findings: [unended] };
  }
  const yaml = lines.slice(1, end).map(({ text }) => text);
  return { ...parsed(file, yaml.join('\n')), body: lines.slice(end + 1) };
}

function parsed(file: TextFile, yaml: string): Omit<FrontMatter, 'body'> {
  const counter = new LineCounter();
  const values = new Map<string, unknown>();
  const lines = new Map<string, number>();
  const lineOf = (key: string) => lines.get(key) ?? 1;
  try {
    // Keys are compared below: the library's own check takes quadratic time.
    const document = parseDocument(yaml, {
      lineCounter: counter,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
    const error = document.errors[0];
    if (error !== undefined) {
      const { line, col } = counter.linePos(error.pos[0]);
      const problem = broken(file, line + 1, col, error.message.split('\n')[0] ?? '');
      return { values, lineOf, findings: [problem] };
    }
    if (document.contents === null) return { values, lineOf, findings: [] };
    if (!isMap(document.contents)) {
      return {
        values,
        lineOf,
        findings: [broken(file, 2, 1, 'the front matter is not a list of "key: value" lines')],
      };
    }
    const findings: Finding[] = [];
    for (const { key, value } of document.contents.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const range = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
      const line = counter.linePos(range).line + 1;
      if (values.has(name)) findings.push(broken(file, line, 1, `the key "${name}" stands there twice`));
      values.set(
        name,
        value === null ? null : (value as { toJS(d: unknown, o: object): unknown }).toJS(document, SAFE),
      );
      lines.set(name, line);
    }
    return { values, lineOf, findings };
  } catch (error) {
    // The library throws on aliases that grow without bound and on nesting deeper than the call stack.
    const why = error instanceof Error ? error.message : String(error);
    return { values: new Map(), lineOf: () => 1, findings: [broken(file, 2, 1, why)] };
  }
}

/** Aliases may not multiply what stands there. */
const SAFE = { maxAliasCount: 50 };

function broken(file: TextFile, line: number, column: number, why: string): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    line,
    column,
    quote: '',
    message: `The front matter of ${file.name} cannot be read at line ${line}, column ${column}: ${why}`,
    remedy: 'Mend the YAML between the two "---" lines at the head of the file.',
  };
}

/**
 * The values of known keys that have the right type; `null` is kept and means "absent". Every other value has a
 * finding: a wrong type is a warning, an unknown key a note.
 */
export function knownValues<Known extends Record<string, ZodType>>(
  file: TextFile,
  front: FrontMatter,
  known: Known,
): { values: { [Key in keyof Known]?: Known[Key]['_output'] | null }; findings: Finding[] } {
  const values: Record<string, unknown> = {};
  const findings = [...front.findings];
  for (const [key, value] of front.values) {
    const schema = Object.hasOwn(known, key) ? known[key] : undefined;
    const checked = schema?.safeParse(value);
    if (value === null && schema !== undefined) values[key] = null;
    else if (checked?.success === true) values[key] = checked.data;
    else {
      const why = schema === undefined ? 'has no place in the framework' : 'is of another type than expected';
      findings.push({
        rule: 'unexpected-part',
        severity: schema === undefined ? 'note' : 'warning',
        file: file.name,
        line: front.lineOf(key),
        quote: quoted(`${key}: ${textOf(value)}`),
        message: `The key "${key}" of the front matter ${why}, so it is left out.`,
        remedy: `Take "${key}" out, or give it as the guide to the formats describes it.`,
      });
    }
  }
  return { values: values as { [Key in keyof Known]?: Known[Key]['_output'] | null }, findings };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** Front matter for values that are plain data; `null` stands for "absent". Reads back to the same values. */
export function writeFrontMatter(values: Record<string, unknown>): string {
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${writtenValue(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

/** A plain word as it is; everything else as JSON, which is YAML too and stands in one line whatever it holds. */
function writtenValue(value: unknown): string {
  if (typeof value === 'string' && /^\p{L}[\p{L}\p{N} .,()&/’-]{0,200}$/u.test(value)) {
    const plain = stringify(value, { lineWidth: 0 }).trimEnd();
    if (plain === value) return plain;
  }
  // Line and paragraph separators and control characters end lines or are refused in some YAML readers.
  return JSON.stringify(value).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
