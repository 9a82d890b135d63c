/** A role level as far as its place in the ladder goes. */
export interface Rung {
  name: string;
  /** Skill -> the place of the required step in the scale, from 0; only where the scale has an order. */
  required: ReadonlyMap<string, number>;
}

/** A role with more levels than this is left as listed: comparing each with each would take too long. */
const MOST_COMPARED = 60;

const FIRST = /^(?:trainee|apprentice|intern|graduate)\b/i;
const EARLY = /^(?:junior|associate)\b/i;
const LAST = /^(?:head of|director|chief)\b/i;
const SENIOR = /^senior\b/i;
const LEAD = /^(?:lead|staff|principal)\b/i;

/** Whether names stand in alphabetical order: then that order says nothing about a ladder. */
export function isAlphabetical(names: readonly string[]): boolean {
  const sorted = names.map((name) => name.trim().toLowerCase());
  return sorted.every((name, index) => index === 0 || (sorted[index - 1] ?? '') <= name);
}

/**
 * The steps of a ladder whose source lists its levels in alphabetical order, lowest first; levels in one step stand
 * side by side. The words of a name say where a ladder begins and ends ("Trainee", "Head of"). Between these a level
 * comes before another that requires at least the same step of every skill that both require, and more of one; what
 * that leaves open is decided by "Senior" and "Lead", then stays as listed.
 */
export function stepsOf<Named extends Rung>(rungs: readonly Named[]): Named[][] {
  const steps: Named[][] = [];
  if (rungs.length > MOST_COMPARED) return rungs.map((rung) => [rung]);
  for (const rung of inOrder(rungs)) {
    const open = steps.at(-1);
    const beside = open?.every((other) => isBeside(other, rung)) ?? false;
    if (beside) open?.push(rung);
    else steps.push([rung]);
  }
  return steps;
}

/** Branches of one name follow each other, so that they can stand side by side. */
function inOrder<Named extends Rung>(rungs: readonly Named[]): Named[] {
  const left = [...rungs].toSorted((a, b) => stage(a) - stage(b) || grade(a) - grade(b));
  const order: Named[] = [];
  while (left.length > 0) {
    const index = left.findIndex((rung) => left.every((other) => other === rung || !isBefore(other, rung)));
    // A loop is possible where branches of one name require different skills: then it stays as listed.
    order.push(...left.splice(Math.max(index, 0), 1));
  }
  return order;
}

function isBefore(a: Rung, b: Rung): boolean {
  if (stem(a) === stem(b)) return false;
  return stage(a) === stage(b) ? requiresLess(a, b) : stage(a) < stage(b);
}

/** Nothing tells them apart: neither requires more and their names are of one grade, or they are two branches of one
 * name ("Baker", "Baker - shop"). */
function isBeside(a: Rung, b: Rung): boolean {
  if (stem(a) === stem(b)) return true;
  return stage(a) === stage(b) && grade(a) === grade(b) && a.required.size > 0 && !requiresLess(a, b);
}

function requiresLess(a: Rung, b: Rung): boolean {
  let more = 0;
  let less = 0;
  for (const [skill, step] of a.required) {
    const other = b.required.get(skill);
    if (other === undefined) continue;
    if (step < other) less += 1;
    if (step > other) more += 1;
  }
  return more === 0 && less > 0;
}

/** A name without the branch at its end. */
function stem({ name }: Rung): string {
  return name
    .replace(/ - .*$/s, '')
    .trim()
    .toLowerCase();
}

function stage({ name }: Rung): number {
  const start = name.trimStart();
  return FIRST.test(start) ? 0 : EARLY.test(start) ? 1 : LAST.test(start) ? 3 : 2;
}

function grade({ name }: Rung): number {
  const start = name.trimStart();
  return LEAD.test(start) ? 2 : SENIOR.test(start) ? 1 : 0;
}
