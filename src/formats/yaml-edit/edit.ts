import { isMap as isMapNode, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { editList } from './edit-list.ts';
import { editScalar } from './edit-scalar.ts';
import { type Editing, endOfLines, type Holder } from './editing.ts';
import { definedKeys, isMap, type Plain, type PlainMap, samePlain } from './plain.ts';
import { type Layout, renderItem, renderPair } from './render.ts';
import { inlineScalar } from './scalar.ts';
import type { KeyAndValue, YamlSource } from './source.ts';
import { CannotSplice, Splices } from './splices.ts';

/**
 * Changes a YAML file so that what read as `base` reads as `target`, touching only the lines of what differs:
 * comments, blank lines, order and quotation marks of everything else stay. What is in neither (unknown keys,
 * unreadable parts) stays too. Each attempt is checked with `holds`; undefined if the file has to be written anew.
 */
export function editYaml(
  source: YamlSource,
  base: PlainMap,
  target: PlainMap,
  layout: Layout,
  holds: (text: string) => boolean,
): string | undefined {
  if (samePlain(base, target)) return source.file.text;
  for (const wordByWord of [true, false]) {
    const text = attempt(
      { source, splices: new Splices(source.file.text), layout, wordByWord },
      base,
      target,
    );
    if (text !== undefined && holds(text)) return text;
  }
  return undefined;
}

function attempt(editing: Editing, base: PlainMap, target: PlainMap): string | undefined {
  try {
    if (!isMapNode(editing.source.root) || editing.source.root.flow) return undefined;
    editMap(editing, editing.source.root, base, target);
    return editing.splices.apply();
  } catch (error) {
    if (error instanceof CannotSplice) return undefined;
    throw error;
  }
}

/** Makes the value that a holder holds read as `target`. */
export function editValue(
  editing: Editing,
  holder: Holder,
  node: Node | null,
  base: Plain,
  target: Plain,
): void {
  if (samePlain(base, target)) return;
  if (isMapNode(node) && !node.flow && isMap(base) && isMap(target) && definedKeys(target).length > 0) {
    editMap(editing, node, base, target);
    return;
  }
  if (isSeq(node) && !node.flow && Array.isArray(base) && Array.isArray(target)) {
    if (editList(editing, node, base, target, editValue)) return;
  }
  if (isScalar(node) && typeof base === 'string' && typeof target === 'string') {
    if (editScalar(editing, node, base, target)) return;
  }
  replaceValue(editing, holder, node, target);
}

function editMap(editing: Editing, node: YAMLMap, base: PlainMap, target: PlainMap): void {
  const pairs = (node.items as KeyAndValue[]).map((pair) => withRange(pair));
  const [first] = pairs;
  if (first === undefined) throw new CannotSplice('an empty mapping has no column');
  const column = first.start - editing.splices.lineStart(first.start);
  let after: string | undefined;
  for (const key of definedKeys(target)) {
    const value = target[key] as Plain;
    const pair = editing.source.pairOf(node, key);
    if (pair?.key) {
      editValue(editing, { key, keyNode: pair.key, column }, pair.value, base[key] ?? null, value);
      after = key;
    } else if (base[key] === undefined || !samePlain(base[key], value)) {
      insertPair(editing, node, after, key, value, column, first.start);
    }
  }
  for (const key of definedKeys(base)) {
    if (target[key] === undefined && editing.source.pairOf(node, key))
      deletePair(editing, pairs, key, editing.source.pairOf(node, key));
  }
}

function withRange(pair: KeyAndValue): KeyAndValue & { start: number; end: number } {
  const range = pair.key?.range;
  if (!range) throw new CannotSplice('a key without a place');
  return { ...pair, start: range[0], end: range[1] };
}

function insertPair(
  editing: Editing,
  node: YAMLMap,
  after: string | undefined,
  key: string,
  value: Plain,
  column: number,
  first: number,
): void {
  const lines = renderPair(key, value, column, editing.layout);
  const anchor = after === undefined ? undefined : editing.source.pairOf(node, after);
  if (anchor?.key?.range) {
    const apart = editing.layout.apart.has(key) && column === 0 ? '\n' : '';
    editing.splices.insert(
      endOfLines(editing, anchor.value, anchor.key.range[1]),
      `\n${apart}${lines.join('\n')}`,
    );
    return;
  }
  editing.splices.insert(first, `${lines.join('\n').slice(column)}\n${' '.repeat(column)}`);
}

function deletePair(
  editing: Editing,
  pairs: readonly (KeyAndValue & { start: number; end: number })[],
  key: string,
  pair: KeyAndValue | undefined,
): void {
  const index = pairs.findIndex(({ key: node }) => node === pair?.key);
  const [at, before, next] = [pairs[index], pairs[index - 1], pairs[index + 1]];
  if (at === undefined) throw new CannotSplice(`the key ${key} has no place`);
  if (before !== undefined) {
    const from = endOfLines(editing, before.value, before.end);
    editing.splices.replace(from, endOfLines(editing, at.value, at.end), '');
  } else if (next !== undefined) editing.splices.replace(at.start, next.start, '');
  else throw new CannotSplice('the only key of a mapping');
}

/** Writes what stands after the colon or the dash anew. */
function replaceValue(editing: Editing, holder: Holder, node: Node | null, target: Plain): void {
  const { splices, layout } = editing;
  const start = 'key' in holder ? colonAfter(splices, holder.keyNode) : holder.dash + 1;
  const end = node?.range
    ? Math.max(start, splices.trimmed(node.range[1], Math.min(node.range[0], node.range[1])))
    : start;
  const lines =
    'key' in holder
      ? renderPair(holder.key, target, holder.column, layout)
      : renderItem(target, holder.column, layout);
  const head = 'key' in holder ? holder.column + inlineScalar(holder.key).length + 1 : holder.column + 1;
  splices.replace(start, end, lines.join('\n').slice(head));
}

function colonAfter(splices: Splices, key: Node): number {
  const from = key.range?.[1] ?? 0;
  const colon = splices.text.indexOf(':', from);
  if (colon === -1 || splices.text.slice(from, colon).trim() !== '')
    throw new CannotSplice('a key without a colon');
  return colon + 1;
}
