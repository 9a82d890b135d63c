import type { Finding } from '../../domain/finding.ts';
import { quoted } from '../../domain/finding.ts';
import type { TextFile } from '../format.ts';
import { linesOf } from '../lines.ts';
import { type Head, introductionIn, readHead } from './head.ts';
import { readLegacyEntries } from './legacy-entries.ts';
import { readNewerEntries } from './newer-entries.ts';
import type { Page, Report, Shape } from './page-model.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * Reads the pages in a file: one, or several pasted one below the other, each with its own introduction ("The
 * competencies for LEVEL in FAMILY are outlined below").
 */
export function readPages(file: TextFile): { pages: Page[]; findings: Finding[] } {
  const findings: Finding[] = [];
  let left = 0;
  const report: Report = ({ text, line }, message, remedy) => {
    if (findings.length >= MOST_FINDINGS) left += 1;
    else findings.push({ ...UNEXPECTED, file: file.name, line, quote: quoted(text), message, remedy });
  };
  const pages = splitPages(tokensOf(linesOf(file.text))).map((tokens) => readPage(file, tokens, report));
  if (left > 0) findings.push(manyMore(file, left));
  return { pages, findings };
}

/** At most so many places of a file are named one by one. */
const MOST_FINDINGS = 500;

const UNEXPECTED = { rule: 'unexpected-part', severity: 'warning' } as const;

function manyMore(file: TextFile, left: number): Finding {
  return {
    ...UNEXPECTED,
    file: file.name,
    quote: '',
    message: `${file.name} has ${left} more places like these; it is probably no competency page.`,
    remedy: 'Check that this is the right file, mend the places named above and import it again.',
  };
}

function splitPages(tokens: readonly Token[]): Token[][] {
  const starts: number[] = [];
  let last: string | undefined;
  for (const [index, token] of tokens.entries()) {
    const introduction = introductionIn(token, tokens[index - 1]);
    if (introduction === undefined) continue;
    const key = JSON.stringify([introduction.level, introduction.family]);
    const headed = tokens[index - 1]?.text.trim() === introduction.level;
    if (last !== undefined && key !== last) starts.push(headed ? index - 1 : index);
    last = key;
  }
  return [0, ...starts].map((start, index) => tokens.slice(start, starts[index] ?? tokens.length));
}

function readPage(file: TextFile, tokens: readonly Token[], report: Report): Page {
  const head: Head = readHead(file, tokens, report);
  const shape = shapeOf(head.body);
  const read =
    shape === 'legacy' ? readLegacyEntries(head.body, report) : readNewerEntries(head.body, report);
  const more = read.head.map(({ text, line }) => ({ text, line, about: 'this framework' as const }));
  const { body: _, ...page } = head;
  return { file, shape, ...page, notices: [...page.notices, ...more], entries: read.entries };
}

/** A page is of the legacy shape where at least half of its entries have a list headed "Examples:". */
function shapeOf(tokens: readonly Token[]): Shape {
  const count = (kind: Token['kind']) => tokens.filter((token) => token.kind === kind).length;
  return count('examples') > 0 && count('examples') * 2 >= count('proficiency') ? 'legacy' : 'newer';
}
