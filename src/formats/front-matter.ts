import { stringify } from 'yaml';
import type { ZodType } from 'zod';
import type { Finding } from '../domain/finding.ts';
import { quoted } from '../domain/finding.ts';
import type { TextFile } from './format.ts';
import { frontMatterValues } from './front-matter-values.ts';
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
    const unended = broken(file, 1, 1, 'no second line "---" ends it');
    return { ...none, body: lines.slice(1), findings: [unended] };
  }
  const { values, lines: lineOfKey, problems } = frontMatterValues(lines.slice(1, end));
  return {
    values,
    lineOf: (key) => lineOfKey.get(key) ?? 1,
    body: lines.slice(end + 1),
    findings: problems.map(({ line, column, why }) => broken(file, line, column, why)),
  };
}

function broken(file: TextFile, line: number, column: number, why: string): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    line,
    column,
    quote: '',
    message: `The front matter of ${file.name} cannot be read at line ${line}, column ${column}: ${why}.`,
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
