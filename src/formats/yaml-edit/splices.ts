/** A change to a text: what stands between two offsets is replaced. */
interface Splice {
  start: number;
  end: number;
  text: string;
}

/** Thrown where an edit cannot be made in place; the part is then written anew. Never leaves this folder. */
export class CannotSplice extends Error {}

/** Collects changes to a text and applies them at once. Line ends of new text become those of the file. */
export class Splices {
  readonly text: string;
  readonly #splices: Splice[] = [];
  readonly #lineEnd: string;

  constructor(text: string) {
    this.text = text;
    this.#lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  }

  replace(start: number, end: number, text: string): void {
    this.#splices.push({ start, end, text: text.replaceAll('\n', this.#lineEnd) });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Insertions come before what is replaced at the same place, in the order they were asked for. */
  apply(): string {
    const sorted = this.#splices.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const parts: string[] = [];
    let done = 0;
    for (const { start, end, text } of sorted) {
      if (start < done) throw new CannotSplice('two changes overlap');
      parts.push(this.text.slice(done, start), text);
      done = end;
    }
    return parts.join('') + this.text.slice(done);
  }

  /** Offset of the first character of the line. */
  lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Offset after the last character of the line, before its line end. */
  lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    if (end === -1) return this.text.length;
    return end > 0 && this.text[end - 1] === '\r' ? Math.max(end - 1, offset) : end;
  }

  /** Offset after the last visible character before an offset, not before `least`. */
  trimmed(offset: number, least: number): number {
    let end = offset;
    while (end > least && /\s/.test(this.text[end - 1] as string)) end -= 1;
    return end;
  }
}
