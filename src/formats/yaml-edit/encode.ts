import type { SourceFile, TextFile } from '../format.ts';

/** A file of a writer, in UTF-8. */
export function utf8File(name: string, text: string): SourceFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/**
 * An edited file: the very bytes where the text is unchanged, else UTF-8 with a byte order mark if there was one.
 * A file in UTF-16 becomes UTF-8 by its first edit, which is what YAML tools expect.
 */
export function editedFile(original: TextFile, name: string, text: string): SourceFile {
  if (text === original.text) return { name, bytes: original.bytes };
  const [first, second, third] = original.bytes;
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  return utf8File(name, marked ? `\uFEFF${text}` : text);
}

/** The name of a file without its folders. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
