import type { Guide } from '../../domain/framework.ts';
import { writeFrontMatter } from '../front-matter.ts';
import { IdMint } from '../ids.ts';
import { content, writeHolding } from '../write-holding.ts';
import { readGuide } from './read.ts';

/**
 * Writes a guide as Markdown with front matter. Reading it gives the same guide but for where things stand (`origin`);
 * text that Markdown cannot hold to the letter (a `## ` in a body, blank lines at an end) goes into the front matter.
 */
export function writeGuide(guide: Guide): string {
  const data = content(guide);
  return writeHolding(
    ['introduction', 'sections'],
    data,
    (held) => compose(data, held),
    (file) => readGuide(file).guide,
  );
}

function compose(guide: Guide, held: ReadonlySet<string>): string {
  const { id, title, kind, textFormat, speaksOf, introduction, sections, proposals, gaps, sourceStatus } =
    guide;
  const front = writeFrontMatter({
    id,
    title,
    kind,
    ...(textFormat === 'markdown' ? {} : { textFormat }),
    ...(speaksOf === undefined ? {} : { speaksOf }),
    ...(proposals.length === 0 ? {} : { proposals }),
    ...(gaps.length === 0 ? {} : { gaps }),
    ...(sourceStatus.length === 0 ? {} : { sourceStatus }),
    ...(held.has('introduction') ? { introduction: introduction ?? null } : {}),
    ...(held.has('sections') ? { sections } : {}),
  });
  const parts = [front];
  if (introduction !== undefined && !held.has('introduction')) parts.push(`${introduction}\n`);
  if (!held.has('sections')) parts.push(...written(sections));
  return parts.join('\n');
}

/** An id is written only where reading would not mint the same one. */
function written(sections: Guide['sections']): string[] {
  const ids = new IdMint();
  return sections.map(({ id, heading, body }) => {
    const named = ids.mint(heading, 'section') === id ? '' : ` {#${id}}`;
    return `## ${heading}${named}\n${body === '' ? '' : `\n${body}\n`}`;
  });
}
