import type { z } from 'zod';
import { type Finding, quoted } from '../../domain/finding.ts';
import type { Origin } from '../../domain/framework.ts';

/** What a person calls the types of a schema. */
const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a part with keys of its own',
  record: 'a part with keys of its own',
};

/** The finding for a value that a schema refuses. */
export function issueFinding(issue: z.core.$ZodIssue, place: Origin): Finding {
  const name = nameOf(issue.path);
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return {
    rule: 'unreadable',
    severity: 'error',
    ...place,
    quote: missing ? '' : quotedValue(issue.input),
    message: missing ? `${name} is missing.` : `${name} should be ${expected(issue)}.`,
    remedy: missing ? `Add ${lowerFirst(name)}: ${expected(issue)}.` : `Write ${expected(issue)} there.`,
  };
}

/** The finding for a key that the format does not know, with the known one that it resembles. */
export function unexpectedKey(key: string, known: readonly string[], place: Origin): Finding {
  const nearest = nearestKey(key, known);
  return {
    rule: 'unexpected-part',
    severity: 'warning',
    ...place,
    quote: quoted(key),
    message: `The format has no key "${quoted(key)}" here, so it was not read.`,
    remedy:
      nearest === undefined
        ? `Remove it, or use one of: ${known.join(', ')}.`
        : `Did you mean "${nearest}"? Rename it, or remove it.`,
  };
}

/** The finding for a file without any data: empty, or comments only. */
export function nothingInFile({ name }: { name: string }): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: name,
    quote: '',
    message: `${name} has nothing in it but perhaps comments.`,
    remedy: 'Fill it in, or remove it.',
  };
}

/** The finding for a number or a yes that was meant as text. */
export function readAsText(text: string, place: Origin): Finding {
  return {
    rule: 'unexpected-part',
    severity: 'warning',
    ...place,
    quote: quoted(text),
    message: `YAML takes "${quoted(text)}" for a number or a switch; it was read as the text that stands there.`,
    remedy: `Put it in quotation marks: "${quoted(text)}".`,
  };
}

/** "competencies, entry 3: level" for the path competencies.2.level. */
function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The file';
  const parts: string[] = [];
  for (const key of path) {
    if (typeof key === 'number') parts.push(`entry ${key + 1}`);
    else parts.push(`"${String(key)}"`);
  }
  return parts.length === 1 ? `The key ${parts[0]}` : `The value at ${parts.join(' > ')}`;
}

function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'a text that is not empty' : `at least ${String(issue.minimum)}`;
    case 'invalid_union':
      return 'a text, true or false, or a list of texts';
    case 'invalid_format':
      return 'a date such as 2026-11-30';
    default:
      return 'another kind of value';
  }
}

function quotedValue(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return '[...]';
  return typeof value === 'object' && value !== null ? '{...}' : String(value);
}

function nearestKey(key: string, known: readonly string[]): string | undefined {
  if (key.length > 40) return undefined;
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(key.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(2, Math.floor(key.length / 3))
    ? best.candidate
    : undefined;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const swap = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
