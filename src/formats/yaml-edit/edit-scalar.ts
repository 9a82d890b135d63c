import type { Scalar } from 'yaml';
import type { Editing } from './editing.ts';
import { indented } from './render.ts';
import { blockSafe, fold, foldSafe, inlineScalar } from './scalar.ts';

/** Edits a text where it stands, in the style it is written in. False if that style cannot hold the new text. */
export function editScalar(editing: Editing, node: Scalar, base: string, target: string): boolean {
  if (!node.range) return false;
  const [start, end] = [node.range[0], editing.splices.trimmed(node.range[1], node.range[0] + 1)];
  if (end <= start) return false;
  if (editing.wordByWord && fits(node, target) && editWord(editing, start, end, base, target)) return true;
  if (node.type?.startsWith('BLOCK')) return editBlock(editing, node, start, end, target);
  if (target.includes('\n') || editing.splices.text.slice(start, end).includes('\n')) return false;
  const style = node.type === 'QUOTE_DOUBLE' ? 'double' : node.type === 'QUOTE_SINGLE' ? 'single' : 'plain';
  editing.splices.replace(start, end, inlineScalar(target, style));
  return true;
}

/** Whether the new text can be written in the style of the old one as it reads, without escapes. */
function fits({ type }: Scalar, target: string): boolean {
  if (type === 'PLAIN') return target.includes('\n') ? blockSafe(target) : inlineScalar(target) === target;
  if (type === 'QUOTE_DOUBLE') return inlineScalar(target, 'double') === `"${target}"`;
  if (type === 'QUOTE_SINGLE') return inlineScalar(target, 'single') === `'${target}'`;
  return blockSafe(target);
}

/**
 * Replaces the words that differ, found again in the source by counting how often they come before. Right for every
 * style of scalar as long as the words are written as they read; the caller checks the outcome.
 */
function editWord(editing: Editing, start: number, end: number, base: string, target: string): boolean {
  const { from, oldWords, newWords } = difference(base, target);
  if (oldWords === '' || /\n/.test(oldWords + newWords)) return false;
  const written = editing.splices.text.slice(start, end);
  const pattern = new RegExp(oldWords.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replaceAll(' ', '\\s+'), 'g');
  const places = [...written.matchAll(pattern)];
  const inValue = [...base.matchAll(pattern)];
  const nth = inValue.findIndex(({ index }) => index === from);
  const place = places[nth];
  if (nth === -1 || place === undefined || places.length !== inValue.length) return false;
  editing.splices.replace(start + place.index, start + place.index + place[0].length, newWords);
  return true;
}

/** The words in which two texts differ: from the first difference to the last, widened to whole words. */
function difference(base: string, target: string): { from: number; oldWords: string; newWords: string } {
  const shorter = Math.min(base.length, target.length);
  let from = 0;
  while (from < shorter && base[from] === target[from]) from += 1;
  let tail = 0;
  while (tail < shorter - from && base[base.length - 1 - tail] === target[target.length - 1 - tail])
    tail += 1;
  while (from > 0 && !/\s/.test(base[from - 1] as string)) from -= 1;
  while (tail > 0 && !/\s/.test(base[base.length - tail] as string)) tail -= 1;
  if (base.length - tail === from && from > 0) from = base.slice(0, from).trimEnd().search(/\S+$/u);
  return {
    from,
    oldWords: base.slice(from, base.length - tail),
    newWords: target.slice(from, target.length - tail),
  };
}

function editBlock(editing: Editing, node: Scalar, start: number, end: number, target: string): boolean {
  const { splices, layout } = editing;
  const header = splices.lineEnd(start);
  const body = splices.text.slice(header, end);
  const indent = /\n( +)\S/.exec(body)?.[1]?.length;
  if (indent === undefined || header >= end || /\d/.test(splices.text.slice(start, start + 3))) return false;
  const folded = node.type === 'BLOCK_FOLDED';
  if (folded ? !foldSafe(target) : !blockSafe(target)) return false;
  const lines = folded ? fold(target, layout.width - indent) : target.split('\n');
  splices.replace(header, end, `\n${indented(lines, indent).join('\n')}`);
  return true;
}
