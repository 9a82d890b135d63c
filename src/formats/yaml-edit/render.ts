import { definedKeys, isMap, type Plain, type PlainMap } from './plain.ts';
import { blockSafe, fold, foldSafe, inlineScalar } from './scalar.ts';

/** How a format likes its YAML to look. */
export interface Layout {
  /** Columns after which a text is folded. */
  width: number;
  /** Keys whose texts are always written as a block (`|`), however short. */
  blocks: ReadonlySet<string>;
  /** Keys whose lists have a blank line before each entry. */
  airy: ReadonlySet<string>;
  /** Keys before which stands a blank line. */
  apart: ReadonlySet<string>;
}

/** `key: value` in lines, indented by `indent` columns; no line end after the last. */
export function renderPair(key: string, value: Plain, indent: number, layout: Layout): string[] {
  const head = `${' '.repeat(indent)}${inlineScalar(key)}:`;
  if (Array.isArray(value)) {
    const flow = value.every(isWord) ? `${head} [${value.join(', ')}]` : undefined;
    if (flow !== undefined && flow.length <= layout.width) return [flow];
    return [head, ...renderItems(value, indent + 2, layout, layout.airy.has(key))];
  }
  if (isMap(value)) {
    return definedKeys(value).length === 0 ? [`${head} {}`] : [head, ...renderMap(value, indent + 2, layout)];
  }
  return renderScalar(head, value, indent + 2, layout, layout.blocks.has(key));
}

/** `- item` in lines. */
export function renderItem(item: Plain, indent: number, layout: Layout): string[] {
  const dash = `${' '.repeat(indent)}-`;
  if (Array.isArray(item)) {
    if (item.length === 0) return [`${dash} []`];
    return afterDash(dash, renderItems(item, indent + 2, layout, false), indent);
  }
  if (isMap(item)) {
    if (definedKeys(item).length === 0) return [`${dash} {}`];
    return afterDash(dash, renderMap(item, indent + 2, layout), indent);
  }
  return renderScalar(dash, item, indent + 2, layout, false);
}

/** All pairs of a mapping in lines. */
export function renderMap(map: PlainMap, indent: number, layout: Layout): string[] {
  return definedKeys(map).flatMap((key, index) => {
    const lines = renderPair(key, map[key] as Plain, indent, layout);
    return index > 0 && layout.apart.has(key) ? ['', ...lines] : lines;
  });
}

function renderItems(items: readonly Plain[], indent: number, layout: Layout, airy: boolean): string[] {
  return items.flatMap((item) => {
    const lines = renderItem(item, indent, layout);
    return airy && isMap(item) ? ['', ...lines] : lines;
  });
}

function afterDash(dash: string, lines: string[], indent: number): string[] {
  const [first = '', ...rest] = lines;
  return [`${dash} ${first.slice(indent + 2)}`, ...rest];
}

/** `head text`, or the head with a block scalar below it. */
export function renderScalar(
  head: string,
  value: string | number | boolean | null,
  indent: number,
  layout: Layout,
  block: boolean,
): string[] {
  if (typeof value !== 'string') return [`${head} ${String(value)}`];
  if (blockSafe(value) && (block || value.includes('\n')))
    return [`${head} |`, ...indented(value.split('\n'), indent)];
  const inline = `${head} ${inlineScalar(value)}`;
  if (inline.length <= layout.width || !foldSafe(value)) return [inline];
  return [`${head} >`, ...indented(fold(value, layout.width - indent), indent)];
}

/** Lines moved to the right; empty ones stay empty. */
export function indented(lines: readonly string[], indent: number): string[] {
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(indent)}${line}`));
}

function isWord(value: Plain): boolean {
  return typeof value === 'string' && /^[\w.-]+$/.test(value) && inlineScalar(value) === value;
}
