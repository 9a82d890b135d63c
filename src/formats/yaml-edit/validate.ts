import type { z } from 'zod';
import type { Finding } from '../../domain/finding.ts';
import { issueFinding, nothingInFile, readAsText, unexpectedKey } from './issue-words.ts';
import { isMap, type Plain, type PlainMap } from './plain.ts';
import type { YamlSource } from './source.ts';

/** How often data is checked again after what was wrong in it was left out. Each round removes one layer at least. */
const MOST_ROUNDS = 40;

export interface ValidateOptions {
  /** What to put where a required value is missing or wrong; `undefined` leaves out the part that needs it. `around`
   * are the objects and lists that hold the part, outermost first. */
  fallback?(key: string, part: PlainMap, around: readonly Plain[]): Plain | undefined;
}

export interface Validated<T> {
  /** The data without what was wrong. Absent where nothing can be read. Same objects as in the source. */
  value: T | undefined;
  findings: Finding[];
}

/**
 * Checks data against a schema and leaves out what does not fit, each with a finding, so that everything readable
 * is read. The schema must not transform: the data itself is the result, and its objects lead to their places.
 */
export function validate<T>(
  schema: z.ZodType<T>,
  source: YamlSource,
  data: Plain | undefined = source.data,
  options: ValidateOptions = {},
): Validated<T> {
  const findings: Finding[] = [];
  const mending: Mending = {
    schema,
    source,
    findings,
    options,
    reported: new Map(),
    emptied: new Map(),
    lost: false,
  };
  if (data === undefined && source.findings.length === 0) findings.push(nothingInFile(source.file));
  for (let round = 0; round < MOST_ROUNDS && data !== undefined; round += 1) {
    const { success, error } = schema.safeParse(data, { reportInput: true });
    if (success) return { value: data as T, findings };
    for (const issue of error.issues) {
      if (issue.path.length === 0 && issue.code !== 'unrecognized_keys') {
        findings.push(issueFinding(issue, source.place(source.root?.range?.[0] ?? 0)));
        return { value: undefined, findings };
      }
      mend(issue, data, mending);
    }
    closeGaps(mending.emptied);
    if (mending.lost) break;
  }
  return { value: undefined, findings };
}

interface Mending {
  schema: z.ZodType;
  source: YamlSource;
  findings: Finding[];
  options: ValidateOptions;
  /** What has a finding already: a value that was removed must not be reported once more as missing. */
  reported: Map<object, Set<PropertyKey>>;
  /** Items to take out of lists when a round is over, so that paths stay true while it lasts. */
  emptied: Map<Plain[], Set<number>>;
  /** Whether something that the whole file cannot do without is missing. */
  lost: boolean;
}

function mend(issue: z.core.$ZodIssue, data: Plain, mending: Mending): void {
  const parents = along(data, issue.path);
  if (parents === undefined) return;
  if (issue.code === 'unrecognized_keys') {
    removeUnknownKeys(issue.keys, parents.at(-1) as PlainMap, issue, mending);
    return;
  }
  const key = issue.path.at(-1) as PropertyKey;
  const parent = parents.at(-2);
  if (typeof parent !== 'object' || parent === null) return;
  const child = mending.source.childOf(parent, key);
  const at = child?.range?.[0] ?? mending.source.nodeOf(parent)?.range?.[0] ?? 0;
  const place = mending.source.place(at);
  const text = asText(issue, child);
  if (text !== undefined) {
    mending.findings.push(readAsText(text, place));
    set(parent, key, text);
    return;
  }
  const told = mending.reported.get(parent)?.has(key) ?? false;
  if (!told) mending.findings.push(issueFinding(issue, place));
  remember(mending.reported, parent, key);
  takeOut(parents, issue.path, told || issue.input === undefined, mending);
}

/** First the value; if the schema still asks for it, a fallback; if there is none, the part around it. */
function takeOut(parents: Plain[], path: readonly PropertyKey[], required: boolean, mending: Mending): void {
  const parent = parents.at(-2);
  const key = path.at(-1) as PropertyKey;
  if (Array.isArray(parent)) {
    drop(mending.source, parent[Number(key)]);
    mending.emptied.set(parent, (mending.emptied.get(parent) ?? new Set()).add(Number(key)));
    return;
  }
  if (!isMap(parent)) return;
  if (!required) {
    delete parent[String(key)];
    return;
  }
  const fallback = mending.options.fallback?.(String(key), parent, parents.slice(0, -2));
  if (fallback !== undefined) {
    parent[String(key)] = fallback;
    return;
  }
  if (path.length > 1) takeOut(parents.slice(0, -1), path.slice(0, -1), false, mending);
  else mending.lost = true;
}

function removeUnknownKeys(keys: string[], part: PlainMap, issue: z.core.$ZodIssue, mending: Mending): void {
  const known = keysAt(mending.schema, issue.path);
  for (const key of keys) {
    const at = mending.source.childOf(part, key)?.range?.[0] ?? mending.source.nodeOf(part)?.range?.[0] ?? 0;
    mending.findings.push(unexpectedKey(key, known, mending.source.place(at)));
    delete part[key];
  }
}

/** The keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: SchemaPart | undefined = schema as SchemaPart;
  for (const key of [...path, undefined]) {
    while (at?.def.innerType !== undefined) at = at.def.innerType;
    if (key !== undefined) at = typeof key === 'number' ? at?.def.element : at?.def.shape?.[String(key)];
  }
  return Object.keys(at?.def.shape ?? {});
}

interface SchemaPart {
  def: { innerType?: SchemaPart; element?: SchemaPart; shape?: Record<string, SchemaPart> };
}

/** Each value on the way from the data to the end of the path; undefined if the way is gone by now. */
function along(data: Plain, path: readonly PropertyKey[]): Plain[] | undefined {
  const values: Plain[] = [data];
  for (const [index, key] of path.entries()) {
    const at = values.at(-1);
    if (typeof at !== 'object' || at === null) return undefined;
    const next = Array.isArray(at) ? at[Number(key)] : at[String(key)];
    if (next === undefined && index < path.length - 1) return undefined;
    values.push(next ?? null);
  }
  return values;
}

/** `name: 2024` and `name: yes` mean the text that stands there. */
function asText(issue: z.core.$ZodIssue, child: object | undefined): string | undefined {
  if (issue.code !== 'invalid_type' || issue.expected !== 'string' || child === undefined) return undefined;
  const { input } = issue;
  if (typeof input !== 'number' && typeof input !== 'boolean') return undefined;
  return 'source' in child && typeof child.source === 'string' ? child.source : undefined;
}

function set(parent: Plain[] | PlainMap, key: PropertyKey, value: Plain): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else parent[String(key)] = value;
}

function remember(reported: Mending['reported'], parent: object, key: PropertyKey): void {
  reported.set(parent, (reported.get(parent) ?? new Set()).add(key));
}

function drop(source: YamlSource, value: unknown): void {
  if (typeof value === 'object' && value !== null) source.dropped.add(value);
}

function closeGaps(emptied: Mending['emptied']): void {
  for (const [list, gone] of emptied) {
    const kept = list.filter((_, index) => !gone.has(index));
    list.length = 0;
    for (const item of kept) list.push(item);
  }
  emptied.clear();
}
