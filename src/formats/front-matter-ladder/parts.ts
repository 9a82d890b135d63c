import type { Finding } from '../../domain/finding.ts';
import type { Origin } from '../../domain/origin.ts';
import type { TextFile } from '../format.ts';
import type { Line } from '../lines.ts';
import { isMap, type Plain, type PlainMap } from '../yaml-edit/plain.ts';
import { YamlSource } from '../yaml-edit/source.ts';
import { validate } from '../yaml-edit/validate.ts';
import { cutIntoTopics, type Stretch, splitFront } from './front.ts';
import { type Head, head, type Topic, topic } from './schema.ts';
import { withoutTabs } from './tabs.ts';

/** A file taken apart: what its front matter says, and the lines after it. */
export interface LadderParts {
  head: Head;
  topics: LocatedTopic[];
  /** Where a key of the head stands. */
  placeOf(key: keyof Head): Origin;
  body: Line[];
  findings: Finding[];
}

export interface LocatedTopic {
  topic: Topic;
  /** Where an object or list of the topic begins. */
  origin(part: unknown): Origin;
}

/**
 * Reads the front matter as a whole or, where it is not YAML as a whole, topic by topic, so that a mistake costs its
 * own topic at most. What does not fit is left out and has a finding with line and column.
 */
export function ladderParts(file: TextFile): LadderParts {
  const straight = withoutTabs(file);
  const { front, body, findings } = splitFront(file, straight.text);
  const whole = new Piece(file, { text: front, before: 0 });
  const stretches = whole.isSound ? [] : cutIntoTopics(front);
  const read = stretches.length > 1 ? inPieces(file, stretches) : inOne(whole);
  return { ...read, body, findings: [...straight.findings, ...findings, ...read.findings] };
}

type Read = Omit<LadderParts, 'body'>;

function inOne(piece: Piece): Read {
  const { data } = piece.source;
  if (!isMap(data)) return { ...readHead(piece, {}), topics: [] };
  const topics = data.topics;
  const at = piece.source.childOf(data, 'topics')?.range?.[0] ?? 0;
  delete data.topics;
  const front = readHead(piece, data);
  if (topics === undefined || topics === null) return { ...front, topics: [] };
  if (!Array.isArray(topics)) {
    return {
      ...front,
      topics: [],
      findings: [...front.findings, noList(piece.moved(piece.source.place(at)))],
    };
  }
  const read = readTopics(piece, topics);
  return { ...front, topics: read.topics, findings: [...front.findings, ...read.findings] };
}

function inPieces(file: TextFile, [first, ...rest]: readonly Stretch[]): Read {
  const piece = new Piece(file, first as Stretch);
  const front = readHead(piece, isMap(piece.source.data) ? piece.source.data : {});
  const topics: LocatedTopic[] = [];
  const findings = [...front.findings];
  for (const stretch of rest) {
    const own = new Piece(file, stretch);
    const { data } = own.source;
    const read = readTopics(own, Array.isArray(data) ? data : []);
    findings.push(...own.source.findings.map((finding) => own.moved(finding)), ...read.findings);
    topics.push(...read.topics);
  }
  return { ...front, topics, findings };
}

function readHead(piece: Piece, data: PlainMap): Omit<Read, 'topics'> {
  const { value, findings } = validate(head, piece.source, data);
  return {
    head: value ?? {},
    placeOf: (key) => piece.moved(piece.source.place(piece.source.childOf(data, key)?.range?.[0] ?? 0)),
    findings: [...piece.source.findings, ...findings].map((finding) => piece.moved(finding)),
  };
}

function readTopics(piece: Piece, list: readonly Plain[]): { topics: LocatedTopic[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const origin = (part: unknown) => piece.moved(piece.source.origin(part));
  const topics = list.flatMap((item) => {
    const read = validate(topic, piece.source, item, { fallback: nameFromTitle });
    findings.push(...read.findings.map((finding) => piece.moved(finding)));
    return read.value === undefined ? [] : { topic: read.value, origin };
  });
  return { topics, findings };
}

function nameFromTitle(key: string, part: PlainMap): string | undefined {
  return key === 'name' && typeof part.title === 'string' && part.title !== '' ? part.title : undefined;
}

function noList(place: Origin): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    ...place,
    quote: 'topics:',
    message: 'What stands under "topics" is not a list, so no topic was read.',
    remedy: 'Begin each topic with a hyphen and its name: "- name: knowledge".',
  };
}

/** YAML of a stretch of the file, with its places counted as the file's. */
class Piece {
  readonly source: YamlSource;
  readonly #before: number;

  constructor(file: TextFile, { text, before }: Stretch) {
    this.source = new YamlSource({ ...file, text });
    this.#before = before;
  }

  get isSound(): boolean {
    return this.source.findings.every(({ severity }) => severity !== 'error');
  }

  moved<Placed extends { line?: number }>(placed: Placed): Placed {
    return placed.line === undefined ? placed : { ...placed, line: placed.line + this.#before };
  }
}
