import { nextLevels } from '../../../domain/ladder.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../../domain/published.ts';
import { titleText } from '../../../web/text.tsx';
import type { Partner } from '../queries/find-partners.ts';

/** A level that a conversation can be about, in the newest release of its framework. */
export interface About {
  edition: PublishedEdition;
  level: { id: string; name: string };
}

export interface LevelGroup {
  label: string;
  options: { value: string; label: string }[];
}

/** The level that an address names as `framework/level`; the one that the person holds where it names none. */
export function aboutIn(
  published: PublishedFrameworks,
  named: string | undefined,
  held: Partner['held'],
): About | undefined {
  const [framework = '', level = ''] =
    named === undefined ? [held?.framework, held?.level] : named.split('/', 2).map(decoded);
  const edition = published.find(framework);
  const found = edition?.framework.levels.find(({ id }) => id === level);
  return edition && found && { edition, level: { id: found.id, name: found.name } };
}

/** How an address names a level. */
export function aboutValue(framework: string, level: string): string {
  return `${encodeURIComponent(framework)}/${encodeURIComponent(level)}`;
}

/** Every level of every framework: the one held and those that follow it first. */
export function offeredLevels(published: PublishedFrameworks, held: Partner['held']): LevelGroup[] {
  const own = held && published.find(held.framework);
  const near =
    own && held ? [held.level, ...nextLevels(own.framework.levels, held.level).map(({ id }) => id)] : [];
  const groups = published.newest().map((edition) => ({
    label: titleText(`${edition.framework.name} ${edition.version}`),
    options: options(edition, (id) => edition !== own || !near.includes(id)),
  }));
  const first = own && { label: 'Held, and next', options: options(own, (id) => near.includes(id)) };
  return [...(first ? [first] : []), ...groups].filter((group) => group.options.length > 0);
}

function options({ framework }: PublishedEdition, offered: (level: string) => boolean) {
  return framework.levels
    .filter(({ id }) => offered(id))
    .map(({ id, name }) => ({ value: aboutValue(framework.id, id), label: titleText(name) }));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // What somebody made of the address by hand names nothing.
    return '';
  }
}
