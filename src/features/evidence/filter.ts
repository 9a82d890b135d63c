/** The filter of the list of evidence: from an address, and back into one. */
import { isDay } from '../../domain/days.ts';
import { isKind, type Kind } from '../../domain/evidence.ts';
import type { PublishedFrameworks } from '../../domain/published.ts';
import { cleanedLine } from './clean-text.ts';
import type { Filter, Place } from './queries/list-evidence.ts';
import { targetOf } from './tie-value.ts';

/** What an address asks for, as its form shows it. Every value may be empty. */
export interface Asked {
  q: string;
  kind: Kind | '';
  tied: 'yes' | 'no' | '';
  shared: 'yes' | 'no' | '';
  /** `FRAMEWORK/COMPETENCY`, each part percent-encoded. */
  competency: string;
  /** `FRAMEWORK/EXPECTATION`. */
  speaksTo: string;
  year: string;
}

/** Longest search, in characters. */
const LONGEST_SEARCH = 200;

export function askedIn(query: Readonly<Record<string, string>>): Asked {
  const { kind = '', year = '' } = query;
  return {
    q: cleanedLine(query.q ?? '').slice(0, LONGEST_SEARCH),
    kind: isKind(kind) ? kind : '',
    tied: yesOrNo(query.tied),
    shared: yesOrNo(query.shared),
    competency: query.competency ?? '',
    speaksTo: query['speaks-to'] ?? '',
    year: /^[1-9]\d{3}$/.test(year) ? year : '',
  };
}

export function filterOf(asked: Asked, published: PublishedFrameworks): Filter {
  const { q, kind, tied, shared, year } = asked;
  return {
    ...(q === '' ? {} : { words: q }),
    ...(kind === '' ? {} : { kind }),
    ...(tied === '' ? {} : { tied: tied === 'yes' }),
    ...(shared === '' ? {} : { shared: shared === 'yes' }),
    ...(year === '' ? {} : { year: Number(year) }),
    ...speaksToOf(asked, published),
  };
}

/** Where the list goes on. */
export function placeIn(query: Readonly<Record<string, string>>): Place | undefined {
  const [day = '', id = ''] = (query.after ?? '').split('_');
  return isDay(day) ? { day, id } : undefined;
}

/** The same filter as an address. @param more values that replace its own */
export function listAddress(
  address: string,
  asked: Asked,
  more: Readonly<Record<string, string>> = {},
): string {
  const { speaksTo, ...rest } = asked;
  const values = { ...rest, 'speaks-to': speaksTo, ...more };
  const given = Object.entries(values).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  return query === '' ? address : `${address}?${query}`;
}

export function isFiltered(asked: Asked): boolean {
  return Object.values(asked).some((value) => value !== '');
}

function speaksToOf(
  { competency, speaksTo }: Asked,
  published: PublishedFrameworks,
): Pick<Filter, 'speaksTo'> {
  const one = targetOf(speaksTo);
  if (one !== undefined) return { speaksTo: { framework: one.framework, expectations: [one.expectation] } };
  // The parts of a competency's value are those of a target: a framework, and an id in it.
  const row = targetOf(competency);
  if (row === undefined) return {};
  const cells = published.find(row.framework)?.framework.expectations ?? [];
  const expectations = cells.filter((cell) => cell.competency === row.expectation).map(({ id }) => id);
  return { speaksTo: { framework: row.framework, expectations } };
}

function yesOrNo(value = ''): 'yes' | 'no' | '' {
  return value === 'yes' || value === 'no' ? value : '';
}
