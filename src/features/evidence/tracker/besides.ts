/** What a row of a tracker says besides its evidence: what has a place of its own, and what is kept as text. Nothing is lost. */
import { isKind, LONGEST_ADDRESS, LONGEST_TITLE, MOST_OF_EACH } from '../../../domain/evidence.ts';
import type { CellLink, FilledRow } from '../../../formats/index.ts';
import type { Choices } from './choices.ts';
import type { Match } from './match.ts';

/** What stands in the row besides the evidence and has no place of its own: kept below it, by its header. */
export function besidesOf(
  row: FilledRow,
  more: {
    choices: Choices;
    written: string;
    rest: string;
    kind: string | undefined;
    column: string | undefined;
  },
): string[] {
  const { choices, written, rest, kind, column } = more;
  return [
    ...keptBesides(row, choices.leftOut).filter((text) => text !== written),
    ...(row.when !== undefined && column === undefined ? [`When: ${row.when.trim()}`] : []),
    ...(kind !== undefined && kind !== '' && !isKind(kind) ? [`Kind of work: ${row.kind?.trim()}`] : []),
    ...(rest === '' ? [] : [`Links: ${rest}`]),
  ];
}

export function keptBesides({ besides }: FilledRow, leftOut: ReadonlySet<string>): string[] {
  return besides
    .filter(({ header }) => !leftOut.has(header))
    .map(({ header, text }) => `${header}: ${text.trim()}`);
}

/** The proficiency of the row, where it is not the one that the expectation asks for anyway. */
export function proficiencyOf({ proficiency, ids }: FilledRow, match: Match, tied: boolean): string[] {
  const asked = 'exact' in match ? match.exact.proficiency : undefined;
  const said = proficiency?.trim() ?? '';
  const isAsked = asked?.toLowerCase() === said.toLowerCase();
  return said === '' || ids.evidence !== undefined || (tied && isAsked) ? [] : [`Proficiency: ${said}`];
}

/** What an untied piece was evidence of, in the file's own words: with them it can be tied later. */
export function aboutOf({ theme, competency, level, ids }: FilledRow): string {
  if (ids.evidence !== undefined && ids.expectation === undefined) return '';
  const parts = [...new Set([level, theme, competency])].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `From a tracker: ${parts.join(', ')}`;
}

/** Links that can be kept as such; any other is kept as text. */
export function usable({ links, rest }: { links: readonly CellLink[]; rest: string }) {
  const fits = ({ url, title = '' }: CellLink) =>
    url.length <= LONGEST_ADDRESS && title.length <= LONGEST_TITLE && URL.canParse(url);
  const kept = links.filter(fits).slice(0, MOST_OF_EACH);
  const others = links.filter((link) => !kept.includes(link));
  const text = [rest, ...others.map(({ url, title }) => [title, url].filter(Boolean).join(' '))];
  return { links: kept, rest: text.filter((part) => part !== '').join('\n') };
}
