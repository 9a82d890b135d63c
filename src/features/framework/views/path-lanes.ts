/** Lays a ladder out as a path that may fork and join, one row a level, the way people draw branches of a river. */
import type { Level } from '../../../domain/framework.ts';

/** Beyond this many lanes side by side a drawing helps nobody: the words beside each level then carry it alone. */
const WIDEST = 4;

export interface PathRow {
  level: Level;
  /** The lane that its stone lies in, from 0. */
  lane: number;
  /** Pieces of line in this row. */
  lines: PathLine[];
}

/** `through` passes by; `in` and `out` lead to and from the row's own stone in its lane; `join` comes in from another
 * lane and `fork` leaves for one. */
export interface PathLine {
  kind: 'through' | 'in' | 'out' | 'join' | 'fork';
  lane: number;
}

export interface PathDrawing {
  rows: PathRow[];
  /** How many lanes the drawing is wide; 1 for a simple ladder. */
  lanes: number;
}

/** Places levels in their own order. A `next` that leads backwards, or to an unknown level, is not drawn. */
export function drawPath(levels: readonly Level[]): PathDrawing {
  const place = new Map(levels.map(({ id }, index) => [id, index]));
  /** What each lane leads to; undefined where the lane is free. */
  const lanes: (string | undefined)[] = [];
  const rows: PathRow[] = [];
  let width = 1;
  for (const [index, level] of levels.entries()) {
    const row = enter(level, lanes);
    const next = level.next.filter((id) => (place.get(id) ?? -1) > index);
    leave(row, [...new Set(next)], lanes);
    width = Math.max(width, lanes.length);
    if (width > WIDEST) return undrawn(levels);
    while (lanes.length > 0 && lanes.at(-1) === undefined) lanes.pop();
    rows.push(row);
  }
  return { rows, lanes: width };
}

function undrawn(levels: readonly Level[]): PathDrawing {
  return { rows: levels.map((level) => ({ level, lane: 0, lines: [] })), lanes: 1 };
}

/** Ends the lanes that lead to this level in its stone; all others pass by. */
function enter(level: Level, lanes: (string | undefined)[]): PathRow {
  const leading = lanes.indexOf(level.id);
  const free = lanes.indexOf(undefined);
  const lane = leading >= 0 ? leading : free >= 0 ? free : lanes.length;
  const lines: PathLine[] = [];
  for (const [at, target] of lanes.entries()) {
    if (target === undefined) continue;
    if (target !== level.id) lines.push({ kind: 'through', lane: at });
    else lines.push({ kind: at === lane ? 'in' : 'join', lane: at });
    if (target === level.id) lanes[at] = undefined;
  }
  return { level, lane, lines };
}

/** Opens a lane for each level that can follow: its own for the first, one to the right for each other. */
function leave(row: PathRow, next: readonly string[], lanes: (string | undefined)[]): void {
  const joined = new Set(row.lines.filter(({ kind }) => kind === 'join').map(({ lane }) => lane));
  for (const [index, id] of next.entries()) {
    let lane = row.lane;
    // A lane that joined in this row stays closed in it, or its line would seem to lead on.
    while (index > 0 && (lane <= row.lane || lanes[lane] !== undefined || joined.has(lane))) lane += 1;
    lanes[lane] = id;
    for (let at = 0; at < lane; at += 1) lanes[at] ??= undefined;
    row.lines.push({ kind: index === 0 ? 'out' : 'fork', lane });
  }
}
