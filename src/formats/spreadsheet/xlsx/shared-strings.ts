import type { Package } from './package.ts';
import { decodeEscapes, readXml } from './xml.ts';

/** The strings that cells refer to by number. Formatting inside a string and phonetic readings are left out. */
export function sharedStrings(parts: Package, path = 'xl/sharedStrings.xml'): string[] {
  const xml = parts.text(path);
  const strings: string[] = [];
  if (xml === undefined) return strings;
  const text = new StringText();
  readXml(xml, path, {
    open: (name) => text.open(name),
    text: (piece) => text.add(piece),
    close(name) {
      text.close(name);
      if (name === 'si') strings.push(text.take());
    },
  });
  return strings;
}

/** Gathers the text of one string item: everything in `<t>` that does not stand in a phonetic run. */
export class StringText {
  #pieces: string[] = [];
  #inText = false;
  #inReading = false;

  open(name: string): void {
    if (name === 't') this.#inText = true;
    if (name === 'rPh') this.#inReading = true;
  }

  add(piece: string): void {
    if (this.#inText && !this.#inReading) this.#pieces.push(piece);
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    if (name === 'rPh') this.#inReading = false;
  }

  take(): string {
    const text = decodeEscapes(this.#pieces.join(''));
    this.#pieces = [];
    return text;
  }
}
