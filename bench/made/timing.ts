/** Taking times, and telling them. */

/** What is timed, by its name in the table. `n` counts the visits from 0. */
export interface Case {
  name: string;
  visit(n: number): Promise<unknown>;
}

/** Times of one case, in milliseconds. */
export interface Times {
  name: string;
  milliseconds: number[];
  /** Visits a second, all users together. */
  perSecond: number;
}

/**
 * Lets users visit one case after the other, in turns, so that what else the machine does weighs on each alike. Each
 * user begins the next visit as soon as the last has answered.
 *
 * @param load.seconds of each case in each round
 */
export async function inTurns(
  cases: readonly Case[],
  load: { users: number; seconds: number; rounds: number },
): Promise<Times[]> {
  const all = cases.map(({ name }) => ({ name, milliseconds: [] as number[], perSecond: 0 }));
  for (let round = 0; round < load.rounds; round += 1) {
    for (const [index, one] of cases.entries()) {
      all[index]?.milliseconds.push(...(await visits(one, load.users, load.seconds)));
    }
  }
  for (const one of all) one.perSecond = one.milliseconds.length / (load.seconds * load.rounds);
  return all;
}

async function visits({ visit }: Case, users: number, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  let n = 0;
  const user = async () => {
    while (performance.now() < end) {
      const begun = performance.now();
      await visit(n++);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: users }, user));
  return times;
}

/** @param part of 1, e.g. 0.95: the time within which so many of them stay */
export function within(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

/** Prints a table. The first of the times is the reference. */
export function printTimes(title: string, all: readonly Times[]): void {
  console.log(`\n${title}\n`);
  console.log('| what | p50 | p95 | a second | ratio p50 | ratio p95 |\n|---|---|---|---|---|---|');
  const [reference] = all;
  for (const one of all) {
    const [p50, p95] = [0.5, 0.95].map((part) => within(one.milliseconds, part)) as [number, number];
    const ratio = (part: number) =>
      (within(one.milliseconds, part) / within(reference?.milliseconds ?? [], part)).toFixed(2);
    const figures = [`${p50.toFixed(1)} ms`, `${p95.toFixed(1)} ms`, one.perSecond.toFixed(0)];
    console.log(`| ${[one.name, ...figures, ratio(0.5), ratio(0.95)].join(' | ')} |`);
  }
}
