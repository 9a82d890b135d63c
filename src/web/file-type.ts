/** What a file is, by its content. Its name and what the browser says of it may be wrong, or a trap. */

export type FileType = 'image/png' | 'image/jpeg' | 'application/pdf' | 'text/plain; charset=utf-8';

const MAGIC: readonly (readonly [FileType, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** The media type; undefined for what nobody can be shown safely. */
export function typeOf(bytes: Uint8Array): FileType | undefined {
  const known = MAGIC.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return known[0];
  return isText(bytes) ? 'text/plain; charset=utf-8' : undefined;
}

/** Whether a browser may show it inside a page: pictures hold no script. */
export function isPicture(type: string): boolean {
  return type === 'image/png' || type === 'image/jpeg';
}

/** UTF-8 without control characters other than tabs, line and page ends. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return !/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text);
  } catch {
    return false;
  }
}
