/** What somebody sees who looks after some frameworks and holds no preview link, and where drafts are seen at all. */
import type { Catalogue, CatalogueEntry, Edition } from './catalogue.ts';

/** Catalogue -> ids of frameworks -> what is left of it: a search over a catalogue is kept by the catalogue itself. */
const seen = new WeakMap<Catalogue, Map<string, Catalogue>>();

/** Whether drafts are shown at a path: of a framework, or of what belongs to none yet. */
export function isDraftAddress(path: string): boolean {
  return /(?:@|%40)draft(?:\/|$)/i.test(path) || /^\/(?:guides|roles)\//.test(path);
}

/** The catalogue with the drafts of these frameworks and of no others; what belongs to no framework is left out. */
export function withDraftsOf(catalogue: Catalogue, frameworks: ReadonlySet<string>): Catalogue {
  const key = JSON.stringify([...frameworks].sort());
  const known = seen.get(catalogue) ?? new Map<string, Catalogue>();
  seen.set(catalogue, known);
  const made = known.get(key) ?? reduced(catalogue, frameworks);
  known.set(key, made);
  return made;
}

function reduced(catalogue: Catalogue, own: ReadonlySet<string>): Catalogue {
  return {
    ...catalogue,
    frameworks: catalogue.frameworks.flatMap((entry) => (own.has(entry.id) ? [entry] : published(entry))),
    guides: [],
    roleProfiles: [],
  };
}

function published({ id, releases }: CatalogueEntry): CatalogueEntry[] {
  return releases.length === 0 ? [] : [{ id, releases: releases.map(withoutDraftProfiles) }];
}

function withoutDraftProfiles(edition: Edition): Edition {
  const { framework } = edition;
  if (!framework.roleProfiles.some(({ draft }) => draft)) return edition;
  const roleProfiles = framework.roleProfiles.filter(({ draft }) => !draft);
  return { ...edition, framework: { ...framework, roleProfiles } };
}
