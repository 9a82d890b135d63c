import { createHash } from 'node:crypto';

/** `sha256:` and the hexadecimal digest of bytes, or of text as UTF-8. */
export function digest(content: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
