import { digest } from '../digest.ts';
import type { TextFile } from '../format.ts';

/** Text of our own as a reader gets it, to check by reading what was written. */
export function textFile(name: string, text: string): TextFile {
  const bytes = new TextEncoder().encode(text);
  return { name, text, bytes, digest: digest(bytes) };
}
