/**
 * The parts of an XLSX file, which is a ZIP archive, without ever unpacking more than is allowed. Sizes are read from
 * the archive's directory and refused before anything is unpacked; an archive that declares less than it holds is
 * stopped by zlib at the declared size. (fflate goes on inflating behind the end of its buffer: a file of 1 MB that
 * held 1 GB and declared 1 MB kept it busy for 5 seconds.)
 */
import { inflateRawSync } from 'node:zlib';

/** Most that the parts which are read may unpack to, together: 64 MB. */
export const LARGEST_UNPACKED = 64 * 1024 * 1024;
/** Most parts an archive may list. A workbook of 200 sheets has some 500. */
export const MOST_PARTS = 4000;

/** What makes an archive unreadable, as the end of a sentence that begins with the file's name. */
export class PackageProblem extends Error {}

export interface Package {
  /** The text of a part, or undefined where there is none of that name. */
  text(name: string): string | undefined;
}

interface Part {
  method: number;
  packed: number;
  unpacked: number;
  at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const DEFLATED = 8;

/** @throws PackageProblem where the archive is damaged, encrypted, too large, or lists too many parts. */
export function openPackage(bytes: Uint8Array): Package {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = directory(bytes, view);
  const needed = [...parts].filter(([name]) => /\.(?:xml|rels)$/i.test(name));
  const total = needed.reduce((sum, [, { unpacked }]) => sum + unpacked, 0);
  if (total > LARGEST_UNPACKED) {
    throw new PackageProblem(
      `unpacks to ${Math.ceil(total / 1024 / 1024)} MB; workbooks of more than ${LARGEST_UNPACKED / 1024 / 1024} MB are not read`,
    );
  }
  return {
    text(name) {
      const part = parts.get(name.toLowerCase());
      return part === undefined ? undefined : new TextDecoder().decode(unpack(bytes, view, part, name));
    },
  };
}

function directory(bytes: Uint8Array, view: DataView): Map<string, Part> {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS)
    throw new PackageProblem(`lists ${count} parts; more than ${MOST_PARTS} are not read`);
  const parts = new Map<string, Part>();
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged();
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw new PackageProblem('is protected by a password');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    parts.set(name.toLowerCase(), {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** The directory's end lies in the last 64 KB: only a comment may stand behind it. */
function endOfDirectory(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

function unpack(
  bytes: Uint8Array,
  view: DataView,
  { method, packed, unpacked, at }: Part,
  name: string,
): Uint8Array {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw damaged();
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data;
  if (method !== DEFLATED)
    throw new PackageProblem(`holds the part ${name} packed in a way that is not known`);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(unpacked, 1) });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new PackageProblem(`holds more in the part ${name} than it declares`);
    throw damaged();
  }
}

function damaged(): PackageProblem {
  return new PackageProblem('is a damaged archive');
}
