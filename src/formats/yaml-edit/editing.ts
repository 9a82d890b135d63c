import type { Node } from 'yaml';
import type { Plain } from './plain.ts';
import type { Layout } from './render.ts';
import type { YamlSource } from './source.ts';
import type { Splices } from './splices.ts';

/** One editing of one file. */
export interface Editing {
  source: YamlSource;
  splices: Splices;
  layout: Layout;
  /** Whether a changed text may be mended word by word, or is written anew as a whole. */
  wordByWord: boolean;
}

/** Where a value hangs: at a key of a mapping or at a dash of a list, with the column of its key or dash. */
export type Holder = { key: string; keyNode: Node; column: number } | { dash: number; column: number };

/** Makes the value that a holder holds read as `target`. */
export type EditValue = (
  editing: Editing,
  holder: Holder,
  node: Node | null,
  base: Plain,
  target: Plain,
) => void;

/** Offset after the last line of a node's text, before the line end. */
export function endOfLines({ splices }: Editing, node: Node | null, least: number): number {
  const [start, end] = node?.range ?? [least, least];
  return splices.lineEnd(splices.trimmed(Math.max(end, least), Math.max(start, least)));
}
