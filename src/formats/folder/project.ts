import type { Expectation, Framework, Level } from '../../domain/framework.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import type { Plain, PlainMap } from '../yaml-edit/plain.ts';
import type { FrameworkPart } from './read-framework.ts';
import type { ThemePart } from './read-theme.ts';

/** What `framework.yaml` lists besides its own content. */
export interface Lists {
  themes: readonly string[];
  /** Left out where the order is that of the file names. */
  roleProfiles?: readonly string[] | undefined;
  guides?: readonly string[] | undefined;
}

/** The data of `framework.yaml`; what is empty or a default is left out. */
export function projectFramework(part: FrameworkPart, lists: Lists): PlainMap {
  const { scale, confirmed } = part;
  return {
    id: part.id,
    name: part.name,
    summary: part.summary,
    version: part.version,
    textFormat: part.textFormat === 'markdown' ? undefined : part.textFormat,
    scale:
      scale.steps.length === 0 && !scale.ordered
        ? undefined
        : { ordered: scale.ordered || undefined, steps: scale.steps.map(withoutOrigin) },
    levels: filled(part.levels.map(projectLevel)),
    themes: filled([...lists.themes]),
    roleProfiles: lists.roleProfiles === undefined ? undefined : [...lists.roleProfiles],
    guides: lists.guides === undefined ? undefined : [...lists.guides],
    policy: projectPolicy(part.policy),
    proposals: filled(part.proposals.map(withoutOrigin)),
    lineage: filled(part.lineage.map(withoutOrigin)),
    confirmed: filledMap({
      rows: filled(confirmed.rows.map(withoutOrigin)),
      refused: filled((confirmed.refused ?? []).map(withoutOrigin)),
      policy: filled(confirmed.policy.map(withoutOrigin)),
      scale: confirmed.scale === undefined ? undefined : withoutOrigin(confirmed.scale),
    }),
    accepted: filled(part.accepted.map(withoutOrigin)),
    gaps: filled(part.gaps.map(withoutOrigin)),
    notices: filled(part.notices.map(withoutOrigin)),
    sourceStatus: filled(part.sourceStatus.map(withoutOrigin)),
    source: part.source === undefined ? undefined : (structuredClone(part.source) as unknown as PlainMap),
  };
}

/** The data of `themes/ID.yaml`. */
export function projectTheme({ theme, competencies, expectations }: ThemePart): PlainMap {
  const cells = Map.groupBy(expectations, ({ competency }) => competency);
  return {
    id: theme.id,
    name: theme.name,
    summary: theme.summary,
    competencies: filled(
      competencies.map(({ id, name, definition }) => {
        const own = cells.get(id) ?? [];
        cells.delete(id);
        return { id, name, definition, expectations: filled(own.map(projectExpectation)) };
      }),
    ),
  };
}

/** The parts of a framework by theme. What belongs to no theme or competency is in none. */
export function themeParts({ themes, competencies, expectations }: Framework): ThemePart[] {
  const rows = Map.groupBy(competencies, ({ theme }) => theme);
  const themeOf = new Map(competencies.map(({ id, theme }) => [id, theme]));
  const cells = Map.groupBy(expectations, ({ competency }) => themeOf.get(competency));
  return themes.map((theme) => ({
    theme,
    competencies: rows.get(theme.id) ?? [],
    expectations: cells.get(theme.id) ?? [],
  }));
}

function projectLevel({ id, name, aliases, next, track, route, summary }: Level): PlainMap {
  return { id, name, aliases: filled(aliases), next: filled(next), track, route, summary };
}

function projectExpectation(expectation: Expectation): PlainMap {
  const { id, level, name, statement, points, examples, proficiency, links, state } = expectation;
  return {
    id,
    level,
    name,
    statement,
    points: filled(points.map((point) => ({ ...point }))),
    examples: filled(examples),
    proficiency,
    links: filled(links.map((link) => ({ ...link }))),
    state: state === 'present' ? undefined : state,
  };
}

function projectPolicy(policy: Framework['policy']): PlainMap | undefined {
  const differs = Object.entries(policy).filter(
    ([key, value]) =>
      JSON.stringify(value) !== JSON.stringify(DEFAULT_POLICY[key as keyof typeof DEFAULT_POLICY]),
  );
  return filledMap(Object.fromEntries(differs) as PlainMap);
}

function withoutOrigin(part: object): PlainMap {
  const { origin: _notContent, ...content } = part as { origin?: unknown };
  return content as PlainMap;
}

function filled(items: readonly Plain[]): Plain[] | undefined {
  return items.length === 0 ? undefined : [...items];
}

function filledMap(map: PlainMap): PlainMap | undefined {
  return Object.values(map).some((value) => value !== undefined) ? map : undefined;
}
