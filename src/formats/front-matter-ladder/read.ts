import { NOTHING_CONFIRMED } from '../../domain/confirmation.ts';
import { type Finding, quoted } from '../../domain/finding.ts';
import type { Framework, Guide } from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import type { TextFile } from '../format.ts';
import { IdMint } from '../ids.ts';
import { type Line, textOf } from '../lines.ts';
import { type Block, blocksOf } from '../markdown-blocks.ts';
import { ladderLevels } from './levels.ts';
import { type LadderParts, ladderParts } from './parts.ts';
import { readTopics } from './topics.ts';

/**
 * Reads one file as one framework. A topic is a theme that is itself the competency; a level's criteria are its
 * points. `ids` are those of the frameworks of one import.
 */
export function readLadder(file: TextFile, ids: IdMint): { framework?: Framework; findings: Finding[] } {
  const parts = ladderParts(file);
  const content = readTopics(parts.topics);
  const ladder = ladderLevels(parts, content.levels);
  const findings = [...parts.findings, ...content.findings, ...ladder.findings, ...notHeld(parts)];
  if (content.themes.length === 0 && ladder.levels.length === 0) {
    return { findings: [...findings, nothingIn(file)] };
  }
  const { path, title } = parts.head;
  const name = title || fileStem(file);
  const framework = inOwnOrder({
    id: ids.mint(path?.split('/').findLast((part) => part !== '') ?? name, 'framework'),
    name,
    textFormat: 'plain',
    scale: { ordered: false, steps: [] },
    levels: ladder.levels,
    themes: content.themes,
    competencies: content.competencies,
    expectations: content.expectations,
    roleProfiles: [],
    guides: guideOf(file, parts.body, name),
    policy: { ...DEFAULT_POLICY },
    proposals: [],
    lineage: [],
    confirmed: structuredClone(NOTHING_CONFIRMED),
    accepted: [],
    gaps: ladder.gaps,
    notices: [],
    sourceStatus: [],
    source: {
      format: 'front-matter-ladder',
      key: `front-matter-ladder:${path || name}`,
      files: [{ name: file.name, digest: file.digest }],
    },
  });
  return { framework, findings };
}

function fileStem({ name }: TextFile): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '') || 'Ladder';
}

/** What people wrote below the front matter, as the Markdown it is. */
function guideOf(file: TextFile, body: readonly Line[], title: string): Guide[] {
  if (textOf(body) === undefined) return [];
  const ids = new IdMint();
  const blocks = blocksOf(body);
  const introduction = textOf(blocks[0]?.lines ?? []);
  const origin = (line: number) => ({ file: file.name, line });
  return [
    {
      id: 'guide',
      title,
      kind: 'guide',
      textFormat: 'markdown',
      ...(introduction === undefined ? {} : { introduction }),
      sections: sectionsOf(blocks.slice(1)).map(({ heading, lines, line }) => ({
        id: ids.mint(heading, 'section'),
        heading,
        body: textOf(lines) ?? '',
        origin: origin(line),
      })),
      proposals: [],
      gaps: [],
      sourceStatus: [],
      origin: origin(body[0]?.number ?? 1),
    },
  ];
}

/** Headings deeper than the one before them belong to its text. */
function sectionsOf(blocks: readonly Block[]): Block[] {
  const sections: Block[] = [];
  for (const block of blocks) {
    const open = sections.at(-1);
    if (open === undefined || block.level <= open.level) sections.push({ ...block, lines: [...block.lines] });
    else {
      open.lines.push({ text: block.source, number: block.line });
      for (const line of block.lines) open.lines.push(line);
    }
  }
  return sections;
}

/** Keys that only say how the original site shows its page. */
const OF_THE_SITE = ['path', 'sidebarTitle', 'sidebarGroup', 'yaml', 'homepage'] as const;

function notHeld({ head, placeOf }: LadderParts): Finding[] {
  const keys = OF_THE_SITE.filter((key) => head[key] !== undefined && head[key] !== null);
  const [first] = keys;
  if (first === undefined) return [];
  return [
    {
      rule: 'not-held',
      severity: 'note',
      ...placeOf(first),
      quote: quoted(keys.map((key) => `${key}: ${String(head[key])}`).join(', ')),
      message: `Cairn has no place for what is said of the page's own site: ${keys.join(', ')}. The file itself is kept as it is.`,
      remedy: 'Nothing to do, unless something in it belongs in the framework: then write it into a text.',
    },
  ];
}

function nothingIn(file: TextFile): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    quote: '',
    message: `Neither topics nor levels of ${file.name} could be read, so there is no framework in it.`,
    remedy: 'Mend what the other findings name, then import the file again.',
  };
}
