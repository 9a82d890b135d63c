import { inflateSync } from 'node:zlib';

/** The tables of a font, by their four letters. */
export type FontTables = ReadonlyMap<string, Buffer>;

const HEADER = 44;
const ENTRY = 20;

/** Takes a WOFF 1 file apart (W3C, WOFF File Format 1.0). For fonts of our own packages: damage is not mended. */
export function readWoff(woff: Buffer): { flavour: number; tables: FontTables } {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index): [string, Buffer] => {
    const at = HEADER + index * ENTRY;
    const offset = woff.readUInt32BE(at + 4);
    const stored = woff.subarray(offset, offset + woff.readUInt32BE(at + 8));
    const isCompressed = stored.length < woff.readUInt32BE(at + 12);
    return [woff.toString('latin1', at, at + 4), isCompressed ? inflateSync(stored) : stored];
  });
  return { flavour: woff.readUInt32BE(4), tables: new Map(tables) };
}

/** Puts the tables together as a TrueType file, which is what renderers read. Check sums are left at zero. */
export function writeTrueType({ flavour, tables }: ReturnType<typeof readWoff>): Uint8Array {
  const header = Buffer.alloc(12 + 16 * tables.size);
  const power = 2 ** Math.floor(Math.log2(tables.size));
  header.writeUInt32BE(flavour, 0);
  header.writeUInt16BE(tables.size, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((tables.size - power) * 16, 10);
  const parts: Uint8Array[] = [header];
  let offset = header.length;
  for (const [index, [name, table]] of [...tables].entries()) {
    const at = 12 + 16 * index;
    header.write(name, at, 'latin1');
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    parts.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat(parts);
}
