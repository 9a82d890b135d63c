import type { Guide } from '../../domain/framework.ts';
import { isBeside } from '../beside.ts';
import type { Format, TextFile } from '../format.ts';
import { nothingRead } from '../format.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { readGuide } from '../guide-markdown/index.ts';
import { IdMint } from '../ids.ts';
import { type Block, blocksOf } from '../markdown-blocks.ts';

/**
 * A guide in Markdown as people have it beside a framework: how to use it, questions and answers. Asked last of all:
 * any text with a title and a section fits, so everything that is more than that has been taken before.
 */
export const guideDocument: Format = {
  id: 'guide',
  label: 'guide in Markdown',
  recognises(file) {
    if (!/\.(?:md|markdown)$/i.test(file.name) || isBeside(file)) return false;
    const { values, body } = splitFrontMatter(file);
    const blocks = blocksOf(body);
    const hasTitle = typeof values.get('title') === 'string' || titleIn(blocks) !== undefined;
    return hasTitle && blocks.some(({ level }) => level === 2);
  },
  read(files) {
    const ids = new IdMint();
    const read = files.map(readGuideDocument);
    return {
      ...nothingRead(),
      guides: read.map(({ guide }) => ({ ...guide, id: ids.mint(guide.id, 'guide') })),
      findings: read.flatMap(({ findings }) => findings),
    };
  },
};

/** What site generators put into the front matter for themselves. It says nothing of the guide, so nothing is lost. */
const OF_THE_SITE = /^The key "(?:permalink|layout|nav_order)" /;

function readGuideDocument(file: TextFile): {
  guide: Guide;
  findings: ReturnType<typeof readGuide>['findings'];
} {
  const { guide, findings } = readGuide(file);
  if (guide === undefined) throw new Error('a guide is always read');
  return {
    guide: withoutRepeatedTitle(guide, file),
    findings: findings.filter(
      ({ rule, message }) => rule !== 'unexpected-part' || !OF_THE_SITE.test(message),
    ),
  };
}

/** A heading that repeats the front matter's title, or stands for it in a template, is not part of the text. */
function withoutRepeatedTitle(guide: Guide, file: TextFile): Guide {
  const heading = titleIn(blocksOf(splitFrontMatter(file).body));
  const repeats =
    heading !== undefined &&
    (heading.heading === guide.title || /^\{\{\s*page\.title\s*\}\}$/.test(heading.heading));
  const { introduction, ...rest } = guide;
  if (!repeats || introduction === undefined) return guide;
  const start = introduction.split('\n');
  if (start[0] !== heading.source) return guide;
  const text = start
    .slice(1)
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '');
  return text.trim() === '' ? rest : { ...rest, introduction: text };
}

/** The first-level heading before any other, if there is one. */
function titleIn(blocks: readonly Block[]): Block | undefined {
  const first = blocks.find(({ level }) => level > 0);
  return first?.level === 1 ? first : undefined;
}
