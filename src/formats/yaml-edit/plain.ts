/** A value as YAML or JSON can hold it. */
export type Plain = string | number | boolean | null | Plain[] | PlainMap;

/** A mapping. A key whose value is `undefined` counts as absent. */
export interface PlainMap {
  [key: string]: Plain | undefined;
}

export function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values say the same; the order of keys does not matter, the order of items does. */
export function samePlain(a: Plain | undefined, b: Plain | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => samePlain(item, b[index]));
  }
  if (!isMap(a) || !isMap(b)) return false;
  const keys = definedKeys(a);
  return keys.length === definedKeys(b).length && keys.every((key) => samePlain(a[key], b[key]));
}

/** The keys that have a value, in their order. */
export function definedKeys(map: PlainMap): string[] {
  return Object.keys(map).filter((key) => map[key] !== undefined);
}
