import { describe, expect, it } from 'vitest';
import type { Level } from '../../../domain/framework.ts';
import { drawPath } from '../views/path-lanes.ts';

const ladder = (...levels: [string, string[]][]): Level[] =>
  levels.map(([id, next]) => ({ id, name: id, aliases: [], next }));

/** A drawing as text: lane of the stone, then the lines. */
function drawn(levels: Level[]): string[] {
  return drawPath(levels).rows.map(
    ({ level, lane, lines }) =>
      `${level.id}@${lane} ${lines.map((line) => `${line.kind}${line.lane}`).join(' ')}`,
  );
}

describe('the path of a ladder', () => {
  it('is straight where each level leads to the next', () => {
    expect(drawn(ladder(['a', ['b']], ['b', ['c']], ['c', []]))).toEqual([
      'a@0 out0',
      'b@0 in0 out0',
      'c@0 in0',
    ]);
  });

  it('forks and joins', () => {
    const levels = ladder(['a', ['b', 'c']], ['b', ['d']], ['c', ['d']], ['d', []]);
    expect(drawn(levels)).toEqual([
      'a@0 out0 fork1',
      'b@0 in0 through1 out0',
      'c@1 through0 in1 out1',
      'd@0 in0 join1',
    ]);
    expect(drawPath(levels).lanes).toBe(2);
  });

  it('leaves a gap between levels that do not lead to each other', () => {
    expect(drawn(ladder(['a', []], ['b', []]))).toEqual(['a@0 ', 'b@0 ']);
  });

  it('does not draw what leads backwards, to itself or nowhere', () => {
    expect(drawn(ladder(['a', ['a', 'b', 'gone']], ['b', ['a']]))).toEqual(['a@0 out0', 'b@0 in0']);
  });

  it('leaves the drawing to words where too many tracks run side by side', () => {
    const next = ['b', 'c', 'd', 'e', 'f'];
    const levels = ladder(['a', next], ...next.map((id): [string, string[]] => [id, []]));
    expect(drawPath(levels).rows.every(({ lines }) => lines.length === 0)).toBe(true);
  });
});
