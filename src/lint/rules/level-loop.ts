import type { Framework } from '../../domain/framework.ts';
import { findingAt, type Rule } from '../rule.ts';
import { rungsOf } from '../rungs.ts';

export const levelLoop: Rule = {
  id: 'level-loop',
  severity: 'error',
  about:
    'The ladder leads in a circle: no level of it comes before another, so nobody could say what is earlier.',
  check: (framework) =>
    circles(framework).map((circle) => {
      const names = circle.map(({ name }) => `“${name}”`);
      const first = circle[0];
      if (first === undefined) throw new Error('a circle has at least one level');
      return findingAt(levelLoop, first, {
        quote: first.name,
        message: `The ladder leads in a circle: ${names.slice(0, 10).join(' to ')}${names.length > 10 ? ' and on' : ''} to ${names[0]}. What comes earlier is then undefined.`,
        remedy: 'Take the step out of `next` that leads back down.',
      });
    }),
};

/** One circle for each group of levels that are caught in one. */
function circles(framework: Framework): Framework['levels'][] {
  const levels = new Map(framework.levels.map((level) => [level.id, level]));
  const left = new Set(rungsOf(framework).inCircle);
  const found: Framework['levels'][] = [];
  for (const start of [...left]) {
    const path: string[] = [];
    const place = new Map<string, number>();
    for (let at: string | undefined = left.has(start) ? start : undefined; at !== undefined; ) {
      const seen = place.get(at);
      if (seen !== undefined) {
        found.push(path.slice(seen).flatMap((id) => levels.get(id) ?? []));
        break;
      }
      place.set(at, path.length);
      path.push(at);
      at = levels.get(at)?.next.find((next) => left.has(next));
    }
    for (const id of path) left.delete(id);
  }
  return found;
}
