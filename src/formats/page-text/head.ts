import type { TextFile } from '../format.ts';
import { sentencesOf } from '../sentences.ts';
import { speaksOfItself, statusClaimed } from '../source-status.ts';
import type { Page, Report } from './page-model.ts';
import { looksLikeHeading, type Token } from './tokens.ts';

/** What stands before the entries of a page, and the tokens that come after it. */
export interface Head extends Pick<Page, 'level' | 'family' | 'notices' | 'statuses' | 'missingGuide'> {
  body: Token[];
}

const BEFORE = /^the competencies for /i;
const AFTER = / are outlined below/i;

/**
 * The level and family that an introduction names: "The competencies for LEVEL in FAMILY are outlined below". Either
 * may hold the word "in": where the heading above names the level, what follows it is the family.
 */
export function introductionIn(token: Token, above?: Token): { level: string; family: string } | undefined {
  if (token.kind !== 'plain') return undefined;
  const start = BEFORE.exec(token.text)?.[0].length ?? -1;
  const end = token.text.search(AFTER);
  if (start === -1 || end <= start) return undefined;
  const names = token.text.slice(start, end);
  const heading = above?.text.trim() ?? '';
  const between =
    names.startsWith(`${heading} in `) && heading !== '' ? heading.length : names.lastIndexOf(' in ');
  if (between <= 0) return undefined;
  return { level: names.slice(0, between).trim(), family: names.slice(between + ' in '.length).trim() };
}

/** Reads the head of a page: its level, its family, banners, what it says of its own status. */
export function readHead(file: TextFile, tokens: readonly Token[], report: Report): Head {
  const at = tokens.findIndex((token, index) => introductionIn(token, tokens[index - 1]) !== undefined);
  const introduction = tokens[at];
  if (introduction === undefined) return headWithoutIntroduction(file, tokens, report);
  const above = tokens[at - 1];
  const { level, family } = introductionIn(introduction, above) ?? { level: '', family: '' };
  const headed = above?.kind === 'plain' && above.text.trim() === level;
  const head: Head = {
    level: { text: level, line: headed ? above.line : introduction.line },
    family,
    notices: [],
    statuses: [],
    body: [],
  };
  for (const token of tokens.slice(0, headed ? at - 1 : at)) addBanner(head, token, report);
  addIntroduction(head, introduction);
  return withBody(head, tokens.slice(at + 1));
}

/** A page that names no family: its first heading is taken for the level, and the person who imports it is told. */
function headWithoutIntroduction(file: TextFile, tokens: readonly Token[], report: Report): Head {
  const at = tokens.findIndex(({ kind, text }) => kind === 'plain' && looksLikeHeading(text));
  const heading = tokens[at] ?? { text: file.name, line: 1 };
  report(
    { text: heading.text, line: heading.line },
    `${file.name} does not say which level and job family it describes; its first heading is taken for the level.`,
    'Put the sentence "The competencies for LEVEL in FAMILY are outlined below." under the first heading.',
  );
  const head: Head = {
    level: { text: heading.text.trim(), line: heading.line },
    notices: [],
    statuses: [],
    body: [],
  };
  for (const token of tokens.slice(0, Math.max(at, 0))) addBanner(head, token, report);
  return withBody(head, tokens.slice(at + 1));
}

/** Above a page's own heading stand banners of the whole site: they speak of this family only where they name it. */
function addBanner(head: Head, token: Token, report: Report): void {
  if (token.kind !== 'plain') {
    report(token, 'This line stands before the heading of the page.', 'Move it to the entry it belongs to.');
    return;
  }
  const { text, line } = token;
  const status = statusClaimed(text, head.family);
  const own = speaksOfItself(text, head.family) || names(text, head.family);
  if (status !== undefined) head.statuses.push({ text, line, status });
  else head.notices.push({ text, line, about: own ? 'this framework' : 'other framework' });
}

function names(text: string, family: string | undefined): boolean {
  if (family === undefined || family === '') return false;
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return words.includes(` ${family.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `);
}

/** The introduction itself is layout; what else stands in its line is kept. */
function addIntroduction(head: Head, { text, line }: Token): void {
  const rest = text
    .slice(text.search(AFTER))
    .replace(AFTER, '')
    .replace(/^[.:]?\s*/u, '');
  for (const sentence of sentencesOf(rest)) addSentence(head, { text: sentence, line });
}

function addSentence(head: Head, { text, line }: { text: string; line: number }): void {
  const status = statusClaimed(text, head.family);
  if (status !== undefined) head.statuses.push({ text, line, status });
  else if (/\bhow to use\b|\bguide\b/iu.test(text) && head.missingGuide === undefined)
    head.missingGuide = { text, line };
  else head.notices.push({ text, line, about: 'this framework' });
}

/** Takes banners off the top of what follows the introduction. */
function withBody(head: Head, tokens: Token[]): Head {
  const isBanner = ({ kind, text }: Token) =>
    kind === 'plain' && (statusClaimed(text, head.family) !== undefined || !looksLikeHeading(text));
  const start = tokens.findIndex((token) => !isBanner(token));
  const banners = start === -1 ? tokens : tokens.slice(0, start);
  for (const banner of banners) addSentence(head, banner);
  return { ...head, body: tokens.slice(banners.length) };
}
