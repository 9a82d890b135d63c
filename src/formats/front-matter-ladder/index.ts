import type { Finding } from '../../domain/finding.ts';
import { type Format, nothingRead } from '../format.ts';
import { IdMint } from '../ids.ts';
import { readLadder } from './read.ts';

/** How much of a file is looked at to recognise it, in UTF-16 code units. The longest known head has 250. */
const LOOKED_AT = 16 * 1024;

/** A ladder of numbered levels in the front matter of a Markdown file: topics, and for each level its criteria. */
export const frontMatterLadder: Format = {
  id: 'front-matter-ladder',
  label: 'ladder in front matter (Markdown)',
  recognises({ name, text }) {
    if (!/\.(?:md|mdx|markdown)$/i.test(name) || !/^---[ \t]*\r?\n/.test(text)) return false;
    const head = text.slice(0, LOOKED_AT);
    return /^topics[ \t]*:/m.test(head) && /^(?:levels[ \t]*:|[ \t]+(?:-[ \t]+)?level[ \t]*:)/m.test(head);
  },
  read(files) {
    const ids = new IdMint();
    const findings: Finding[] = [];
    const frameworks = files.flatMap((file) => {
      const reading = readLadder(file, ids);
      findings.push(...reading.findings);
      return reading.framework ?? [];
    });
    return { ...nothingRead(), frameworks, findings };
  },
};
