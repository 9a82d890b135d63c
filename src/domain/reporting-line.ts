/** Who each person reports to, by ids; null where that is nobody. */
export type Managers = ReadonlyMap<string, string | null>;

/**
 * The loop that somebody stands in: from them up the reporting line to themselves again, both ends included. Undefined
 * where the line above them ends, or runs into a loop of others.
 */
export function loopThrough(person: string, managers: Managers): string[] | undefined {
  const chain = [person];
  const met = new Set(chain);
  for (let at = managers.get(person); at; at = managers.get(at)) {
    chain.push(at);
    if (at === person) return chain;
    if (met.has(at)) return undefined;
    met.add(at);
  }
  return undefined;
}

/** Every loop of a reporting line, once, as `loopThrough` gives it. Linear in the people. */
export function loopsIn(managers: Managers): string[][] {
  const loops: string[][] = [];
  /** People whose line upwards has been walked, and in which walk. */
  const walked = new Map<string, string>();
  for (const start of managers.keys()) {
    for (let at: string | null | undefined = start; at; at = managers.get(at)) {
      const walk = walked.get(at);
      if (walk === start) loops.push(loopThrough(at, managers) ?? []);
      if (walk !== undefined) break;
      walked.set(at, start);
    }
  }
  return loops;
}
