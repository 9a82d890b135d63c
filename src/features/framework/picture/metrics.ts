import type { FontTables } from './woff.ts';

/** Width of each character that the font can draw, in parts of the font's size. */
export type Metrics = ReadonlyMap<number, number>;

/** Reads what a font can draw and how wide that is. Kerning is left out: it only makes lines a little shorter. */
export function readMetrics(tables: FontTables): Metrics {
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map((name) => table(tables, name));
  if (!head || !hhea || !hmtx || !cmap) throw new Error('a font has these tables');
  const unitsPerEm = head.readUInt16BE(18);
  const widths = hhea.readUInt16BE(34);
  const widthOf = (glyph: number) => hmtx.readUInt16BE(Math.min(glyph, widths - 1) * 4) / unitsPerEm;
  return new Map([...charactersOf(cmap)].map(([character, glyph]) => [character, widthOf(glyph)]));
}

function table(tables: FontTables, name: string): Buffer {
  const found = tables.get(name);
  if (found === undefined) throw new Error(`the font has no table ${name}`);
  return found;
}

/** Character -> glyph, of the subtable for the Basic Multilingual Plane (format 4), which every font has. */
function charactersOf(cmap: Buffer): Map<number, number> {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(8 + index * 8)),
  );
  const segments = subtables.find((subtable) => subtable.readUInt16BE(0) === 4);
  if (segments === undefined) throw new Error('the font has no table of characters that is read here');
  const count = segments.readUInt16BE(6) / 2;
  const found = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const [ends, starts] = [14 + index * 2, 16 + (count + index) * 2];
    const [deltas, ranges] = [starts + count * 2, starts + count * 4];
    const range = segments.readUInt16BE(ranges);
    const first = segments.readUInt16BE(starts);
    for (let character = first; character <= segments.readUInt16BE(ends); character += 1) {
      if (character === 0xffff) continue;
      const at = ranges + range + (character - first) * 2;
      const glyph = range === 0 ? character : segments.readUInt16BE(at);
      const shifted = glyph === 0 ? 0 : (glyph + segments.readInt16BE(deltas)) & 0xffff;
      if (shifted !== 0) found.set(character, shifted);
    }
  }
  return found;
}
