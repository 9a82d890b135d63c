/** What is published, as data. Levels and competencies are told as their pages show them, with confirmed rows joined. */
import type { Expectation, Framework } from '../../../domain/framework.ts';
import { earlierLevels } from '../../../domain/ladder.ts';
import type { Catalogue } from '../catalogue.ts';
import { expectationsByCompetency } from '../look-ups.ts';
import {
  competencyAddress,
  frameworkAddress,
  guideAddress,
  levelAddress,
  roleAddress,
} from '../views/addresses.ts';
import { levelSheet } from '../views/level-sheet.ts';
import { dataAddress, documentAddress } from './addresses.ts';
import { findPart, findReleased, type Released, type ReleasedPlace, releasesOf } from './released.ts';
import type * as schemas from './schemas.ts';

/** What answers are made from. */
export interface DataSource {
  catalogue: Catalogue;
  /** Public address of the installation, without a trailing slash. */
  baseUrl: string;
}

export function frameworkListAsData({ catalogue, baseUrl }: DataSource): schemas.FrameworkListAsData {
  const frameworks = catalogue.frameworks.flatMap((entry) => {
    const [newest] = releasesOf(entry);
    if (newest === undefined) return [];
    const { name, summary } = newest.framework;
    return [{ id: entry.id, name, ...given({ summary }), newest: releaseAsData(newest, entry.id, baseUrl) }];
  });
  return { frameworks };
}

/** The framework as JSON text: the document goes in as it was released, without being read and written again. */
export function frameworkAsJson({ catalogue, baseUrl }: DataSource, named: string): string {
  const place = findReleased(catalogue, named);
  const { entry, edition } = place;
  const besides: Omit<schemas.FrameworkAsData, 'document'> = {
    id: entry.id,
    ...releaseValues(edition),
    page: baseUrl + frameworkAddress(entry.id, versionOf(place)),
    releases: releasesOf(entry).map((release) => releaseAsData(release, entry.id, baseUrl)),
  };
  return `${JSON.stringify(besides).slice(0, -1)},"document":${edition.document}}`;
}

export function levelAsData(source: DataSource, named: string, id: string): schemas.LevelAsData {
  const place = findReleased(source.catalogue, named);
  const { framework } = place.edition;
  const level = findPart(framework.levels, id, 'level');
  const cells = levelSheet(framework, id).sections.flatMap((section) => section.cells);
  const competencies = new Set(cells.map(({ expectation }) => expectation.competency));
  return {
    release: reference(place, source.baseUrl),
    page: source.baseUrl + levelAddress(framework.id, versionOf(place), id),
    level,
    earlier: earlierLevels(framework.levels, id).map((earlier) => earlier.id),
    competencies: competenciesAsData(framework, competencies),
    expectations: cells.map(({ expectation, anchor }) =>
      expectationAsData(source, place, expectation, anchor),
    ),
  };
}

export function competencyAsData(source: DataSource, named: string, id: string): schemas.CompetencyAsData {
  const place = findReleased(source.catalogue, named);
  const { framework } = place.edition;
  findPart(framework.competencies, id, 'competency');
  const own = expectationsByCompetency(framework.expectations).get(id) ?? [];
  const byLevel = Map.groupBy(own, ({ level }) => level);
  const levels = framework.levels.filter((level) => byLevel.has(level.id));
  const [competency] = competenciesAsData(framework, new Set([id]));
  if (competency === undefined) throw new Error('a competency that was found is there');
  return {
    release: reference(place, source.baseUrl),
    page: source.baseUrl + competencyAddress(framework.id, versionOf(place), id),
    competency,
    levels,
    expectations: levels.flatMap((level) => {
      const row = { ...framework, expectations: byLevel.get(level.id) ?? [] };
      return levelSheet(row, level.id).sections.flatMap(({ cells }) =>
        cells.map(({ expectation, anchor }) => expectationAsData(source, place, expectation, anchor)),
      );
    }),
  };
}

export function roleProfileAsData(source: DataSource, named: string, id: string): schemas.RoleProfileAsData {
  const place = findReleased(source.catalogue, named);
  const { framework } = place.edition;
  const published = framework.roleProfiles.filter(({ draft }) => !draft);
  const roleProfile = findPart(published, id, 'role profile');
  const page = source.baseUrl + roleAddress(framework.id, versionOf(place), id);
  return { release: reference(place, source.baseUrl), page, roleProfile };
}

export function guideAsData(source: DataSource, named: string, id: string): schemas.GuideAsData {
  const place = findReleased(source.catalogue, named);
  const { framework } = place.edition;
  const guide = findPart(framework.guides, id, 'guide');
  const page = source.baseUrl + guideAddress(framework.id, versionOf(place), id);
  return { release: reference(place, source.baseUrl), page, guide };
}

function reference(place: ReleasedPlace, baseUrl: string): schemas.ReleaseReference {
  const { entry, edition } = place;
  const page = baseUrl + frameworkAddress(entry.id, versionOf(place));
  const { name } = edition.framework;
  return { framework: entry.id, name, ...releaseValues(edition), page, data: dataAddress(page) };
}

function releaseAsData(edition: Released, id: string, baseUrl: string): schemas.ReleaseAsData {
  const page = baseUrl + frameworkAddress(id, edition.version);
  const document = baseUrl + documentAddress(id, edition.version);
  return { ...releaseValues(edition), page, data: dataAddress(page), document };
}

function releaseValues({ version, status, since, digest }: Released) {
  if (status === 'draft') throw new Error('a release is not a draft');
  return { version, status, since, digest };
}

/** The version, where the address names it. */
function versionOf({ edition, pinned }: ReleasedPlace): string | undefined {
  return pinned ? edition.version : undefined;
}

function competenciesAsData(framework: Framework, ids: ReadonlySet<string>) {
  const themes = new Map(framework.themes.map((theme) => [theme.id, theme]));
  return framework.competencies
    .filter(({ id }) => ids.has(id))
    .map(({ theme, ...competency }) => ({ ...competency, ...given({ theme: themes.get(theme) }) }));
}

function expectationAsData(
  { baseUrl }: DataSource,
  place: ReleasedPlace,
  expectation: Expectation,
  anchor: string,
): schemas.ExpectationAsData {
  const { framework } = place.edition;
  const { proficiency: word, ...rest } = expectation;
  const proficiency = word === undefined ? undefined : stepOf(framework, word);
  const page = baseUrl + levelAddress(framework.id, versionOf(place), expectation.level, anchor);
  return { ...rest, ...given({ proficiency }), page };
}

/** A word that the scale does not hold is its own name, as on the page. */
function stepOf({ scale }: Framework, id: string) {
  return scale.steps.find((step) => step.id === id) ?? { id, name: id };
}

/** The values that are there: a key that may be left out is never `undefined`. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
