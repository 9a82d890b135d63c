import { describe, expect, it } from 'vitest';
import { decode, LARGEST_FILE } from '../decode.ts';

const bytesOf = (...bytes: number[]) => new Uint8Array(bytes);
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, name = 'page.txt') => decode({ name, bytes });

/** UTF-16 without a byte order mark. */
function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const TEXT = 'Engineer\r\nKeeps “systems” up.\n';

describe('text', () => {
  it.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${TEXT}`)],
    ['UTF-16 LE with a byte order mark', utf16(`\ufeff${TEXT}`, true)],
    ['UTF-16 BE with a byte order mark', utf16(`\ufeff${TEXT}`, false)],
    ['UTF-16 LE without', utf16(TEXT, true)],
    ['UTF-16 BE without', utf16(TEXT, false)],
  ])('in %s is read with its line ends', (_, bytes) => {
    const { file, findings } = read(bytes);
    expect(findings).toEqual([]);
    expect(file?.text).toBe(TEXT);
    expect(file?.bytes).toBe(bytes);
    expect(file?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('may be empty', () => {
    expect(read(bytesOf())).toMatchObject({ file: { text: '' }, findings: [] });
  });
});

describe('bytes that are no character', () => {
  it('are named by line, column and value, and the rest is read', () => {
    const { file, findings } = read(
      new Uint8Array([...utf8('One\r\nTeam 😀'), 0x92, ...utf8('s goal\nx'), 0xe2, 0x80]),
    );
    expect(file?.text).toBe('One\r\nTeam 😀\ufffds goal\nx\ufffd');
    expect(
      findings.map(({ rule, severity, line, column, quote }) => [rule, severity, line, column, quote]),
    ).toEqual([
      ['unreadable', 'error', 2, 7, '92'],
      ['unreadable', 'error', 3, 2, 'E2 80'],
    ]);
    expect(findings[0]?.remedy).toContain('save the file as UTF-8');
  });

  it('are counted where there are many', () => {
    const { findings } = read(new Uint8Array(1000).fill(0x92));
    expect(findings).toHaveLength(6);
    expect(findings.at(-1)?.message).toContain('995 more');
  });

  it('agree with the platform’s decoder on what one broken place is', () => {
    const samples = [
      [0xc0, 0xaf],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf0, 0x80, 0x80, 0x41],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf0, 0x9f, 0x98],
      [0xc3, 0x41],
      [0x80, 0xbf],
    ];
    for (const sample of samples) {
      const bytes = new Uint8Array([0x61, ...sample, 0x62]);
      const replaced = [...new TextDecoder().decode(bytes)].filter(
        (character) => character === '\ufffd',
      ).length;
      expect(read(bytes).findings).toHaveLength(replaced);
    }
  });

  it('in UTF-16 are named too', () => {
    const { file, findings } = read(utf16('\ufeffA\nb\ud800c', true));
    expect(file?.text).toBe('A\nb\ufffdc');
    expect(findings).toMatchObject([{ rule: 'unreadable', severity: 'error', line: 2, column: 2 }]);
  });
});

describe('what is no text', () => {
  it.each([
    ['a PNG picture', bytesOf(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['a PDF document', utf8('%PDF-1.7 ...')],
    ['an office document (XLSX', bytesOf(0x50, 0x4b, 0x03, 0x04, 0x14)],
    ['a NUL character at line 2, column 3', utf8('ab\ncd\0ef')],
  ])('is refused: %s', (what, bytes) => {
    const { file, findings } = read(bytes);
    expect(file).toBeUndefined();
    expect(findings).toMatchObject([{ rule: 'unreadable', severity: 'error', file: 'page.txt' }]);
    expect(findings[0]?.message).toContain(what);
  });

  it('and what is too large, before it is looked at', () => {
    const { file, findings } = read(new Uint8Array(LARGEST_FILE + 1));
    expect(file).toBeUndefined();
    expect(findings[0]?.message).toContain('20 MB');
  });
});
