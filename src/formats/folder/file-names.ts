import { digest } from '../digest.ts';

/** Ids that are a file's name on every system; a dot may not come first, so no path leads out of the folder. */
const SAFE = /^[a-z\d][a-z\d_-]*(?:\.[a-z\d_-]+)*$/i;
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const LONGEST = 100;

export function isSafeFileName(id: string): boolean {
  return id.length <= LONGEST && SAFE.test(id) && !DEVICE.test(id);
}

/**
 * A file name without its ending for each id, no two alike even where case does not count. An id that is no safe
 * name, or differs from another only in case, gets what is safe of it and the beginning of its digest.
 */
export function fileNames(ids: Iterable<string>, alreadyThere: readonly string[] = []): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set(alreadyThere.map((name) => name.toLowerCase()));
  for (const id of ids) {
    if (names.has(id)) continue;
    const asIs = isSafeFileName(id) && !taken.has(id.toLowerCase());
    const name = asIs ? id : `${safePart(id)}${digest(id).slice('sha256:'.length, 'sha256:'.length + 16)}`;
    names.set(id, name);
    taken.add(name.toLowerCase());
  }
  return names;
}

function safePart(id: string): string {
  const part = id
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return part === '' ? 'id-' : `${part}-`;
}
