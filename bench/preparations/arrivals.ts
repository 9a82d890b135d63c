/** Requests that arrive when they are due, whether or not those before have been answered. */

export interface Arrival {
  /** When it is due, in milliseconds from the beginning. */
  at: number;
  kind: string;
  send(): Promise<void>;
}

export interface Arrived {
  /** By kind: milliseconds from when each was due until it was answered. */
  times: Map<string, number[]>;
  /** Milliseconds by which each was sent later than it was due: the fault of whoever makes the load. */
  lag: number[];
  errors: string[];
}

export async function arrive(arrivals: readonly Arrival[]): Promise<Arrived> {
  const arrived: Arrived = { times: new Map(), lag: [], errors: [] };
  const begun = performance.now();
  const answers: Promise<void>[] = [];
  for (const arrival of arrivals.toSorted((a, b) => a.at - b.at)) {
    const wait = begun + arrival.at - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    answers.push(answered(arrival, begun, arrived));
  }
  await Promise.all(answers);
  return arrived;
}

async function answered({ at, kind, send }: Arrival, begun: number, arrived: Arrived): Promise<void> {
  const due = begun + at;
  arrived.lag.push(performance.now() - due);
  try {
    await send();
  } catch (error) {
    arrived.errors.push(`${kind}: ${error instanceof Error ? error.message : error}`);
  }
  const times = arrived.times.get(kind) ?? [];
  times.push(performance.now() - due);
  arrived.times.set(kind, times);
}
