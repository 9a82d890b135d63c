import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap as isMapNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { type Finding, quoted } from '../../domain/finding.ts';
import type { Origin } from '../../domain/framework.ts';
import type { TextFile } from '../format.ts';
import { duplicateKey, tooBroken, tooDeep, tooLarge, yamlProblem } from './messages.ts';
import type { Plain, PlainMap } from './plain.ts';

/** Most tokens that are read: each costs a few hundred bytes of memory. 100,000 entries of examples have 5 million. */
const MOST_TOKENS = 8_000_000;
/** Deepest nesting that is read. The known formats need 9; the parser's own recursion ends at about 1,500. */
const MOST_DEPTH = 100;
/** A text with more mistakes is no YAML at all, and each costs a good deal of time. */
const MOST_ERRORS = 1_000;
/** How many values aliases may add to a file before it counts as a bomb. */
const MOST_FROM_ALIASES = 10_000;

/** A pair of a mapping as the composer makes them. */
export interface KeyAndValue {
  key: Node | null;
  value: Node | null;
}

/** A parsed YAML file: its data, and where each part of it stands. */
export class YamlSource {
  readonly file: TextFile;
  /** Absent where nothing could be read. Objects and arrays in it are the keys of `nodeOf`. */
  readonly data: Plain | undefined;
  readonly root: Node | undefined;
  readonly findings: Finding[] = [];
  /** Parts of `data` that were left out as unreadable. */
  readonly dropped = new Set<object>();
  readonly #lines = new LineCounter();
  readonly #nodes = new Map<object, Node>();
  readonly #values = new Map<Node, Plain>();
  readonly #pairs = new WeakMap<YAMLMap, Map<string, KeyAndValue>>();
  readonly #anchors = new Map<string, Plain>();
  #fromAliases = 0;

  constructor(file: TextFile) {
    this.file = file;
    const document = this.#parse();
    this.root = document?.contents ?? undefined;
    if (this.root !== undefined) this.data = this.#toData(this.root);
  }

  /** The node that an object or array of `data` was made from. */
  nodeOf(value: unknown): Node | undefined {
    return typeof value === 'object' && value !== null ? this.#nodes.get(value) : undefined;
  }

  /** The object, array or scalar value that a node became. */
  valueOf(node: unknown): Plain | undefined {
    return this.#values.get(node as Node);
  }

  /** The node of the value that stands at a key or index of an object or array of `data`. */
  childOf(parent: unknown, key: PropertyKey): Node | undefined {
    const node = this.nodeOf(parent);
    if (isMapNode(node)) return this.pairOf(node, String(key))?.value ?? undefined;
    if (isSeq(node)) return node.items[Number(key)] as Node | undefined;
    return undefined;
  }

  /** The pair of a mapping that counts: the first one with this key. */
  pairOf(map: YAMLMap, key: string): KeyAndValue | undefined {
    let pairs = this.#pairs.get(map);
    if (pairs === undefined) {
      pairs = new Map();
      for (const pair of map.items as KeyAndValue[]) {
        const name = this.#keyText(pair.key);
        if (!pairs.has(name)) pairs.set(name, pair);
      }
      this.#pairs.set(map, pairs);
    }
    return pairs.get(key);
  }

  /** Where an offset of the text is. */
  place(offset: number): Origin {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.file.name, line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** Where an object or array of `data` begins; the beginning of the file if that is not known. */
  origin(value: unknown): Origin {
    return this.place(this.nodeOf(value)?.range?.[0] ?? 0);
  }

  #parse(): Document | undefined {
    const tokens = this.#tokens();
    if (tokens === undefined) {
      this.findings.push(tooLarge(this.file));
      return undefined;
    }
    const deep = deepToken(tokens);
    if (deep !== undefined) {
      this.findings.push(tooDeep(this.place(deep), MOST_DEPTH));
      return undefined;
    }
    const documents = compose(tokens, this.file.text.length);
    if (documents === undefined) {
      this.findings.push(tooBroken(this.file, MOST_ERRORS));
      return undefined;
    }
    for (const { errors } of documents) {
      for (const error of errors) this.findings.push(yamlProblem(error, this.place(error.pos[0]), this.file));
    }
    const [first, second] = documents;
    if (second !== undefined) {
      this.findings.push({
        rule: 'unexpected-part',
        severity: 'warning',
        ...this.place(second.range?.[0] ?? 0),
        quote: '---',
        message: 'The file holds a second YAML document, which was not read.',
        remedy: 'Put each document into a file of its own.',
      });
    }
    return first;
  }

  #tokens(): CST.Token[] | undefined {
    const parser = new Parser(this.#lines.addNewLine);
    this.#lines.addNewLine(0);
    const tokens: CST.Token[] = [];
    let count = 0;
    for (const lexeme of new Lexer().lex(this.file.text)) {
      count += 1;
      if (count > MOST_TOKENS) return undefined;
      for (const token of parser.next(lexeme)) tokens.push(token);
    }
    for (const token of parser.end()) tokens.push(token);
    return tokens;
  }

  #toData(node: Node): Plain {
    const value = this.#convert(node);
    if (typeof value === 'object' && value !== null && !this.#nodes.has(value)) this.#nodes.set(value, node);
    this.#values.set(node, value);
    if (!isAlias(node) && node.anchor) this.#anchors.set(node.anchor, value);
    return value;
  }

  #convert(node: Node): Plain {
    if (isScalar(node)) return scalarValue(node);
    if (isAlias(node)) return this.#resolve(node);
    if (isSeq(node)) return node.items.map((item) => (item === null ? null : this.#toData(item as Node)));
    return isMapNode(node) ? this.#mapData(node) : null;
  }

  #mapData(node: YAMLMap): PlainMap {
    const map: PlainMap = Object.create(null) as PlainMap;
    for (const { key, value } of node.items as KeyAndValue[]) {
      const name = this.#keyText(key);
      if (name in map) this.findings.push(duplicateKey(this.place(key?.range?.[0] ?? 0), name));
      else map[name] = value === null ? null : this.#toData(value);
    }
    return map;
  }

  #keyText(key: Node | null): string {
    if (isScalar(key)) return key.source ?? String(key.value ?? '');
    const [start, end] = key?.range ?? [0, 0];
    return this.file.text.slice(start, Math.min(end, start + 80));
  }

  /** Aliases are copies of data that was read before, within a budget: a bomb costs no more than the budget. */
  #resolve(alias: Alias): Plain {
    const value = this.#anchors.get(alias.source);
    this.#fromAliases += value === undefined ? 0 : size(value, MOST_FROM_ALIASES);
    if (value !== undefined && this.#fromAliases <= MOST_FROM_ALIASES) return this.#copy(value, alias);
    const found =
      value === undefined ? 'no part has that name before it' : 'the file repeats itself too often';
    this.findings.push({
      rule: 'unreadable',
      severity: 'error',
      ...this.place(alias.range?.[0] ?? 0),
      quote: quoted(`*${alias.source}`),
      message: `An alias stands here for another part of the file and was not followed: ${found}.`,
      remedy: 'Write the text out instead of the alias.',
    });
    return null;
  }

  #copy(value: Plain, alias: Alias): Plain {
    if (typeof value !== 'object' || value === null) return value;
    const copy = Array.isArray(value)
      ? value.map((item) => this.#copy(item, alias))
      : this.#copyMap(value, alias);
    this.#nodes.set(copy, alias);
    return copy;
  }

  #copyMap(value: PlainMap, alias: Alias): PlainMap {
    const copy: PlainMap = Object.create(null) as PlainMap;
    for (const [key, inner] of Object.entries(value)) {
      if (inner !== undefined) copy[key] = this.#copy(inner, alias);
    }
    return copy;
  }
}

/**
 * Text is kept to the letter, with one exception: the line end after the last line of a block (`|`, `>`) ends the
 * line and is not part of the text. Numbers that JSON has no word for keep the text they were written as.
 */
function scalarValue({ type, value, source }: Scalar): Plain {
  if (typeof value === 'string') return type?.startsWith('BLOCK') ? value.replace(/\n$/, '') : value;
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return source ?? String(value);
}

function size(value: Plain, most: number): number {
  const open: Plain[] = [value];
  let count = 0;
  for (let at = open.pop(); at !== undefined && count <= most; at = open.pop()) {
    count += 1;
    if (typeof at === 'object' && at !== null) {
      for (const inner of Object.values(at)) if (inner !== undefined) open.push(inner);
    }
  }
  return count;
}

/** The documents of a text, or undefined if it has more mistakes than anybody would mend one by one. */
function compose(tokens: CST.Token[], length: number): Document[] | undefined {
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
  // biome-ignore lint/complexity/useLiteralKeys: see below.
  const report = composer['onError'];
  let errors = 0;
  // biome-ignore lint/complexity/useLiteralKeys: it is private, and there is no other way to stop the composer early.
  composer['onError'] = (...error: Parameters<typeof report>) => {
    errors += 1;
    if (errors > MOST_ERRORS) throw new TooBroken();
    report(...error);
  };
  try {
    const documents = [...composer.compose(tokens, false, length)] as Document[];
    const all = documents.reduce((sum, document) => sum + document.errors.length, 0);
    return all > MOST_ERRORS ? undefined : documents;
  } catch (error) {
    if (error instanceof TooBroken) return undefined;
    throw error;
  }
}

class TooBroken extends Error {}

/** The offset of the first token that is nested too deeply. The composer recurses; this does not. */
function deepToken(tokens: readonly CST.Token[]): number | undefined {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { token, depth } = at;
    if (depth > MOST_DEPTH) return token.offset;
    if (token.type === 'document' && token.value !== undefined) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const item of token.items) {
      if (item.key) open.push({ token: item.key, depth: depth + 1 });
      if (item.value) open.push({ token: item.value, depth: depth + 1 });
    }
  }
  return undefined;
}
