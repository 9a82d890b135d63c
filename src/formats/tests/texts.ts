import fc from 'fast-check';

/** Texts that break readers: markers of Markdown and YAML, line ends, blank ends, scripts of all directions. */
const NASTY = [
  '',
  ' ',
  '\n',
  'a\r\nb',
  '# A heading',
  '## A heading {#id}',
  'one\n\n## two\n\nthree',
  '---',
  '---\nid: x\n---',
  '```\n## in code\n```',
  '~~~\nnever closed',
  '* item',
  '**bold**',
  '****very bold****',
  '[label](https://example.org)',
  '[a](b) [c](d)',
  '<sup>®</sup>',
  '<script>alert(1)</script>',
  '| a | b |\n| --- | --- |',
  '| \n| --- | --- |',
  ' two  spaces ',
  'true',
  '~',
  '12:30',
  '!tag &anchor *alias',
  'key: value # comment',
  '👩🏽‍🚒 héros',
  'שלום עולם',
  '“curly” ’quotes’',
  '\u2028\u0085\ufeff\u0000\u007f',
  '\ud800',
  '2.1 Job purpose',
  'Skills',
  'Key responsibilities',
  'This profile describes the work of a Cook, Baker or Head of Kitchens.',
  'x'.repeat(100_000),
];

/** Any text a person could bring, nasty ones often. */
export const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(...NASTY.slice(0, -1)), { minLength: 2, maxLength: 4 })
    .map((parts) => parts.join('\n')),
);

/** A file's bytes with one to four small accidents: bytes flipped, inserted or cut, lines doubled. */
export function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat({ max: Math.max(bytes.length - 1, 0) });
  const accident = fc.oneof(
    fc.record({ kind: fc.constant('flip' as const), at: place, byte: fc.nat({ max: 255 }) }),
    fc.record({
      kind: fc.constant('insert' as const),
      at: place,
      bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
    }),
    fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.nat({ max: 400 }) }),
    fc.record({ kind: fc.constant('end' as const), at: place }),
    fc.record({ kind: fc.constant('double' as const), at: place }),
    fc.record({ kind: fc.constant('drop line' as const), at: place }),
  );
  return fc
    .array(accident, { minLength: 1, maxLength: 4 })
    .map((accidents) => accidents.reduce((damagedSoFar, one) => afterAccident(damagedSoFar, one), bytes));
}

type Accident =
  | { kind: 'flip'; at: number; byte: number }
  | { kind: 'insert'; at: number; bytes: Uint8Array }
  | { kind: 'cut'; at: number; length: number }
  | { kind: 'end' | 'double' | 'drop line'; at: number };

function afterAccident(bytes: Uint8Array, accident: Accident): Uint8Array {
  const { at } = accident;
  const start = bytes.lastIndexOf(0x0a, at) + 1;
  const newline = bytes.indexOf(0x0a, at);
  const end = newline === -1 ? bytes.length : newline + 1;
  switch (accident.kind) {
    case 'flip':
      return joined(bytes.subarray(0, at), new Uint8Array([accident.byte]), bytes.subarray(at + 1));
    case 'insert':
      return joined(bytes.subarray(0, at), accident.bytes, bytes.subarray(at));
    case 'cut':
      return joined(bytes.subarray(0, at), bytes.subarray(at + accident.length));
    case 'end':
      return bytes.subarray(0, at);
    case 'double':
      return joined(bytes.subarray(0, end), bytes.subarray(start));
    case 'drop line':
      return joined(bytes.subarray(0, start), bytes.subarray(end));
  }
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
