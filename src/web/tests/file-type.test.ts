import { expect, test } from 'vitest';
import { isPicture, typeOf } from '../file-type.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

test('a file is what its content says', () => {
  expect(typeOf(Uint8Array.of(...PNG, 0, 1))).toBe('image/png');
  expect(typeOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
  expect(typeOf(Buffer.from('%PDF-1.7\n\u0000\u0001'))).toBe('application/pdf');
  expect(typeOf(Buffer.from('Grüße\tund\r\nZeilen'))).toBe('text/plain; charset=utf-8');
});

test('a page of script is text, which no browser runs, and what is none of these is nothing', () => {
  expect(typeOf(Buffer.from('<script>alert(1)</script>'))).toBe('text/plain; charset=utf-8');
  expect(typeOf(Buffer.from('MZ\u0000\u0001'))).toBeUndefined();
  expect(typeOf(Uint8Array.of(0x50, 0x4b, 3, 4))).toBeUndefined();
  expect(typeOf(Uint8Array.of(0xc3, 0x28))).toBeUndefined();
  expect(typeOf(Uint8Array.of(...PNG.slice(0, 7)))).toBeUndefined();
});

test('pictures are shown, everything else is saved', () => {
  expect(['image/png', 'image/jpeg', 'application/pdf', 'text/html'].filter(isPicture)).toEqual([
    'image/png',
    'image/jpeg',
  ]);
});
