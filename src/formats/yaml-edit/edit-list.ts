import type { Node, YAMLSeq } from 'yaml';
import { align, names } from './align.ts';
import { type Editing, type EditValue, endOfLines } from './editing.ts';
import { type Plain, samePlain } from './plain.ts';
import { renderItem } from './render.ts';
import { CannotSplice } from './splices.ts';

/** An item of a list with the lines that belong to it: from after the previous item to its own last line. */
interface Lines {
  node: Node;
  dash: number;
  start: number;
  end: number;
}

/** Edits a block list item by item. False if nothing of it would stay: then it is better written anew. */
export function editList(
  editing: Editing,
  list: YAMLSeq,
  base: readonly Plain[],
  target: readonly Plain[],
  editValue: EditValue,
): boolean {
  const { stays, moved, gone } = align(base, target);
  const lines = linesOf(editing, list);
  const nodes = nodesOf(editing, lines, base);
  const placed = [...stays].filter(([index]) => nodes[index] !== undefined);
  if (placed.length === 0) return false;
  const column = columnOf(editing, lines);
  for (const index of [...gone, ...moved.values()]) {
    const item = nodes[index];
    if (item !== undefined) editing.splices.replace(item.start, item.end, '');
  }
  const stayingAt = new Map(placed.map(([index, place]) => [place, index]));
  const firstStaying = placed.toSorted(([, a], [, b]) => a - b)[0]?.[0] ?? 0;
  const unplaced = new Set(
    [...stays].filter(([index]) => nodes[index] === undefined).map(([, place]) => place),
  );
  const airy = isAiry(editing, lines);
  let anchor = nodes[firstStaying]?.start ?? 0;
  for (const [place, value] of target.entries()) {
    const index = stayingAt.get(place);
    const item = index === undefined ? undefined : nodes[index];
    if (index !== undefined && item !== undefined) {
      editValue(editing, { dash: item.dash, column }, item.node, base[index] as Plain, value);
      anchor = item.end;
    } else if (!unplaced.has(place)) {
      editing.splices.insert(anchor, newItem(editing, value, base, nodes, moved.get(place), column, airy));
    }
  }
  return true;
}

function newItem(
  editing: Editing,
  value: Plain,
  base: readonly Plain[],
  nodes: readonly (Lines | undefined)[],
  from: number | undefined,
  column: number,
  airy: boolean,
): string {
  const moved = from === undefined ? undefined : nodes[from];
  if (moved !== undefined && samePlain(base[from as number], value)) {
    const text = editing.splices.text.slice(moved.start, moved.end).replaceAll('\r\n', '\n');
    return text.startsWith('\n') ? text : `\n${text}`;
  }
  return `\n${airy ? '\n' : ''}${renderItem(value, column, editing.layout).join('\n')}`;
}

function linesOf(editing: Editing, list: YAMLSeq): Lines[] {
  const all: Lines[] = [];
  for (const node of list.items as (Node | null)[]) {
    if (!node?.range) throw new CannotSplice('an item without a place');
    const dash = dashBefore(editing, node.range[0]);
    const start = all.at(-1)?.end ?? blankLinesBefore(editing, dash);
    all.push({ node, dash, start, end: endOfLines(editing, node, node.range[0]) });
  }
  return all;
}

function dashBefore({ splices }: Editing, offset: number): number {
  const dash = splices.text.lastIndexOf('-', offset - 1);
  const before = splices.text.slice(splices.lineStart(dash), dash);
  if (dash === -1 || splices.text.slice(dash + 1, offset).trim() !== '' || before.trim() !== '') {
    throw new CannotSplice('an item without a dash of its own');
  }
  return dash;
}

/** Offset after the last line with something on it before the list. */
function blankLinesBefore({ splices }: Editing, dash: number): number {
  const start = splices.lineStart(dash);
  if (start === 0) throw new CannotSplice('a list that begins the file');
  return splices.lineEnd(splices.lineStart(Math.max(splices.trimmed(start, 0), 1)));
}

/** The lines of each item of `base`; undefined for what does not stand in the file. */
function nodesOf(
  { source }: Editing,
  lines: readonly Lines[],
  base: readonly Plain[],
): (Lines | undefined)[] {
  const known = lines.filter(({ node }) => !source.dropped.has(source.valueOf(node) as object));
  const byName = new Map<string, Lines>();
  const values = known.map(({ node }) => source.valueOf(node));
  for (const [index, name] of names(values).entries()) byName.set(name, known[index] as Lines);
  const found = names(base).map((name) => byName.get(name));
  if (found.every((item) => item !== undefined)) return found;
  return known.length === base.length ? [...known] : found;
}

function columnOf({ splices }: Editing, [first]: readonly Lines[]): number {
  return first === undefined ? 0 : first.dash - splices.lineStart(first.dash);
}

/** Whether the file leaves a blank line between the items. */
function isAiry({ splices }: Editing, [first, second]: readonly Lines[]): boolean {
  const item = second ?? first;
  return item !== undefined && /^\s*?\n[ \t]*\r?\n/.test(splices.text.slice(item.start, item.dash));
}
