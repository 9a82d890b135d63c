import { z } from 'zod';
import type { Finding } from '../../domain/finding.ts';
import { type Guide, type GuideSection, STATUSES } from '../../domain/framework.ts';
import type { TextFile } from '../format.ts';
import { knownValues, splitFrontMatter } from '../front-matter.ts';
import { IdMint } from '../ids.ts';
import { textOf } from '../lines.ts';
import { type Block, blocksOf } from '../markdown-blocks.ts';

const GAP_KINDS = ['empty list', 'missing guide', 'missing level', 'undefined scale', 'other'] as const;
const POLICY_KEYS = [
  'earlierLevels',
  'everyCompetencyRequired',
  'examples',
  'weighting',
  'individualContributorRoute',
  'appliesTo',
  'exempt',
  'voluntaryUse',
  'promotionRounds',
  'steward',
  'reviewBy',
] as const;

/** What the front matter of a guide may hold. `introduction` and `sections` stand there where Markdown cannot hold them. */
const FRONT_MATTER = {
  id: z.string(),
  title: z.string(),
  kind: z.enum(['how-to-use', 'faq', 'writing', 'guide']),
  textFormat: z.enum(['plain', 'markdown']),
  speaksOf: z.string(),
  introduction: z.string(),
  sections: z.array(z.object({ id: z.string(), heading: z.string(), body: z.string() })),
  proposals: z.array(
    z.object({
      key: z.enum(POLICY_KEYS),
      value: z.union([z.string(), z.boolean(), z.array(z.string())]),
      quote: z.string(),
    }),
  ),
  gaps: z.array(
    z.object({ id: z.string(), kind: z.enum(GAP_KINDS), quote: z.string(), explanation: z.string() }),
  ),
  sourceStatus: z.array(
    z.object({ status: z.enum(STATUSES), quote: z.string(), level: z.string().optional() }),
  ),
};

/**
 * Reads a guide: front matter, an introduction, and a section for each `## Heading`. Deeper headings belong to their
 * section's body. Always gives a guide; what could not be read has a finding.
 */
export function readGuide(file: TextFile): { guide?: Guide; findings: Finding[] } {
  const front = splitFrontMatter(file);
  const { values, findings } = knownValues(file, front, FRONT_MATTER);
  const {
    title: heading,
    introduction,
    sections,
  } = readBody(file, blocksOf(front.body), values.title == null);
  const title = values.title ?? heading ?? stemOf(file.name);
  const intro = values.introduction === undefined ? introduction : (values.introduction ?? undefined);
  const guide: Guide = {
    id: values.id ?? new IdMint().mint(title, 'guide'),
    title,
    kind: values.kind ?? kindOf(title),
    textFormat: values.textFormat ?? 'markdown',
    ...(intro === undefined ? {} : { introduction: intro }),
    sections: values.sections ?? sections,
    proposals: values.proposals ?? [],
    gaps: values.gaps ?? [],
    sourceStatus: (values.sourceStatus ?? []).map(({ level, ...status }) => ({
      ...status,
      ...(level === undefined ? {} : { level }),
    })),
    ...(values.speaksOf == null ? {} : { speaksOf: values.speaksOf }),
    origin: { file: file.name, line: 1 },
  };
  return { guide, findings };
}

/** The body at its second-level headings. A first-level heading before them is the title where nothing else gives it. */
function readBody(file: TextFile, blocks: readonly Block[], needsTitle: boolean) {
  const first = blocks.findIndex(({ level }) => level === 2);
  const head = blocks.slice(0, first === -1 ? blocks.length : first);
  const titled = needsTitle ? head.find(({ level }) => level === 1) : undefined;
  const introduction = textOf(head.flatMap((block) => linesIn(block, block !== titled)));
  const ids = new IdMint(blocks.flatMap(({ level, id }) => (level === 2 && id !== undefined ? [id] : [])));
  const sections: { block: Block; lines: Block['lines'] }[] = [];
  for (const block of first === -1 ? [] : blocks.slice(first)) {
    if (block.level === 2) sections.push({ block, lines: [...block.lines] });
    else for (const line of linesIn(block, true)) sections.at(-1)?.lines.push(line);
  }
  return {
    title: titled?.heading,
    introduction,
    sections: sections.map(
      ({ block, lines }): GuideSection => ({
        id: block.id ?? ids.mint(block.heading, 'section'),
        heading: block.heading,
        body: textOf(lines) ?? '',
        origin: { file: file.name, line: block.line },
      }),
    ),
  };
}

function linesIn(block: Block, withHeading: boolean): Block['lines'] {
  if (!withHeading || block.level === 0) return block.lines;
  return [{ text: block.source, number: block.line }, ...block.lines];
}

function kindOf(title: string): Guide['kind'] {
  if (/\bhow to use\b/i.test(title)) return 'how-to-use';
  return /\bFAQs?\b|frequently asked/i.test(title) ? 'faq' : 'guide';
}

function stemOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
