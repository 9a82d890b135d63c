import { isMap, type Plain } from './plain.ts';

/** Which items of a list stayed, changed in place, moved, went or came. Indexes are those of the lists. */
export interface Alignment {
  /** Base index -> target index of items that stay where they are, changed inside or not. */
  stays: Map<number, number>;
  /** Target index -> base index of items that stand elsewhere now. */
  moved: Map<number, number>;
  gone: number[];
}

/**
 * Compares two versions of a list. Items are told apart by their `id`, texts by what they say; equal ones by the
 * order in which they come. Texts that differ at the same place count as one text that was edited.
 */
export function align(base: readonly Plain[], target: readonly Plain[]): Alignment {
  const at = new Map(names(target).map((name, index) => [name, index]));
  const common: [base: number, target: number][] = [];
  for (const [index, name] of names(base).entries()) {
    const place = at.get(name);
    if (place !== undefined) common.push([index, place]);
  }
  const kept = longestRising(common.map(([, place]) => place));
  const stays = new Map(kept.map((index) => common[index] as [number, number]));
  const moved = new Map(
    common.filter(([index]) => !stays.has(index)).map(([index, place]) => [place, index]),
  );
  pairEdited(base, target, stays, moved);
  const found = new Set([...stays.keys(), ...moved.values()]);
  return { stays, moved, gone: [...base.keys()].filter((index) => !found.has(index)) };
}

/** Names of the items of a list, each only once. */
export function names(items: readonly unknown[]): string[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return `${nth} ${name}`;
  });
}

function nameOf(item: unknown): string {
  if (isMap(item) && typeof item.id === 'string') return `id ${item.id}`;
  return `is ${JSON.stringify(item)}`;
}

/** Between two items that stay, what has no name of its own and differs was edited in place. */
function pairEdited(
  base: readonly Plain[],
  target: readonly Plain[],
  stays: Map<number, number>,
  moved: Map<number, number>,
): void {
  const movedFrom = new Set(moved.values());
  const free = (index: number) => !movedFrom.has(index) && !hasId(base[index]);
  const open = (index: number) => !moved.has(index) && !hasId(target[index]);
  const anchors = [...stays, [base.length, target.length] as const].toSorted(([a], [b]) => a - b);
  let [from, to] = [0, 0];
  for (const [baseEnd, targetEnd] of anchors) {
    const before = range(from, baseEnd).filter(free);
    const after = range(to, targetEnd).filter(open);
    for (const [nth, index] of before.entries()) {
      const place = after[nth];
      if (place !== undefined) stays.set(index, place);
    }
    [from, to] = [baseEnd + 1, targetEnd + 1];
  }
}

function hasId(item: Plain | undefined): boolean {
  return isMap(item) && typeof item.id === 'string';
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Indexes of a longest rising run of numbers, in n log n. */
function longestRising(numbers: readonly number[]): number[] {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1] : undefined;
    tails[low] = index;
  }
  const run: number[] = [];
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) run.push(at);
  return run.reverse();
}
