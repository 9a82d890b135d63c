/** A run of bytes that is no character in UTF-8, and where it stands. */
export interface BrokenSequence {
  /** Counts from 1. */
  line: number;
  /** In characters (code points), counts from 1. */
  column: number;
  bytes: Uint8Array;
}

/** How many bytes are looked at to tell UTF-16 without a byte order mark. */
const SAMPLE = 4096;

/** The UTF-16 that bytes are in: by their byte order mark or, without one, where it is plain to see; else undefined. */
export function utf16Named(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  // European text in UTF-16 has a NUL in nearly every other byte and none in the bytes between.
  const enough = sample.length / 5;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return undefined;
}

/**
 * The first `most` runs of bytes that are not UTF-8, and how many more there are. A run is what a decoder replaces by
 * one U+FFFD (the WHATWG's "maximal subpart"). Linear in the bytes.
 */
export function brokenSequences(bytes: Uint8Array, most: number): { broken: BrokenSequence[]; more: number } {
  const broken: BrokenSequence[] = [];
  let more = 0;
  let line = 1;
  let column = 1;
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (let at = hasMark ? 3 : 0; at < bytes.length; ) {
    const { length, valid } = sequenceAt(bytes, at);
    if (!valid && broken.length < most) broken.push({ line, column, bytes: bytes.slice(at, at + length) });
    else if (!valid) more += 1;
    const endsLine = bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a);
    line += endsLine ? 1 : 0;
    column = endsLine ? 1 : column + 1;
    at += length;
  }
  return { broken, more };
}

/** Where a UTF-16 code unit of a text stands; columns in characters. */
export function placeInText(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}

/** Length of the sequence that starts at a byte, and whether it is a character. */
function sequenceAt(bytes: Uint8Array, at: number): { length: number; valid: boolean } {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { length: 1, valid: true };
  const needed =
    first >= 0xc2 && first <= 0xdf ? 1 : (first & 0xf0) === 0xe0 ? 2 : first >= 0xf0 && first <= 0xf4 ? 3 : 0;
  if (needed === 0) return { length: 1, valid: false };
  for (let index = 1; index <= needed; index += 1) {
    const [low, high] = index === 1 ? secondByte(first) : [0x80, 0xbf];
    const byte = bytes[at + index];
    if (byte === undefined || byte < low || byte > high) return { length: index, valid: false };
  }
  return { length: needed + 1, valid: true };
}

/** What may follow a first byte: narrower for some, so that no character has two spellings and none is a surrogate. */
function secondByte(first: number): [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  if (first === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
