import { Parser } from 'saxen';
import { PackageProblem } from './package.ts';

/** What is told about an element: its name without prefix, and its attributes, names without prefix too. */
export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text and CDATA, possibly in several pieces. */
  text?(text: string): void;
  close?(name: string): void;
}

/** No sheet nests deeper than a dozen elements. */
const DEEPEST = 100;

/**
 * Reads a part of a workbook. Entities other than XML's own five and characters by number are never resolved.
 *
 * @throws PackageProblem where it is no well-formed XML.
 */
export function readXml(xml: string, name: string, reader: XmlReader): void {
  let problem: Error | undefined;
  let depth = 0;
  const parser = new Parser();
  parser.on('openTag', (element, attributes) => {
    depth += 1;
    if (depth > DEEPEST) {
      problem = new Error('it nests too deeply');
      parser.stop();
      return;
    }
    reader.open?.(local(element), decoded(attributes()));
  });
  parser.on('text', (text) => reader.text?.(resolved(text)));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('closeTag', (element) => {
    depth -= 1;
    reader.close?.(local(element));
  });
  parser.on('error', (error) => {
    problem = error;
  });
  // XML has every line end in a text read as LF; those that are meant to be CR are written by their number.
  parser.parse(xml.replace(/\r\n?/g, '\n'));
  if (problem !== undefined)
    throw new PackageProblem(`holds the part ${name}, which is no well-formed XML (${problem.message})`);
}

function decoded(attributes: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), resolved(value)]));
}

/** saxen's own decoding cuts characters beyond U+FFFF to 16 bits. */
function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `_x000D_` stands for the character of that number: for what XML cannot hold. */
export function decodeEscapes(text: string): string {
  return text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * Text as an element's content. Control characters, halves of characters and what only looks like an escape are
 * written as `_xHHHH_`, so that nothing is lost on the way.
 */
export function encodeText(text: string): string {
  return text
    .replace(/_(?=x[\da-f]{4})/gi, '_x005F_')
    .replace(UNHOLDABLE, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** Control characters, what is no character, and halves of characters. */
const UNHOLDABLE = /[^\P{Cc}\t\n\x7f-\x9f]|[\ufffe\uffff]|\p{Cs}/gu;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
