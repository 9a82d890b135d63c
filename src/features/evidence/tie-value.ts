import type { TieTarget } from '../../domain/evidence.ts';

/** A target as one value of a form or an address. Ids are opaque, so every part is percent-encoded. */
export function tieValue({ framework, expectation, point }: TieTarget): string {
  const parts = [framework, expectation, ...(point === undefined ? [] : [point])];
  return parts.map(encodeURIComponent).join('/');
}

/** Undefined for what no form of ours holds. */
export function targetOf(value: string): TieTarget | undefined {
  try {
    const parts = value.split('/').map(decodeURIComponent);
    const [framework, expectation, point] = parts;
    // No database keeps a character of zero, so no id holds one.
    if (!framework || !expectation || parts.some((part) => part.includes('\0'))) return undefined;
    return { framework, expectation, ...(point ? { point } : {}) };
  } catch {
    return undefined;
  }
}
