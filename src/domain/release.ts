import type { Framework, Status } from './framework.ts';

/** An immutable published version of a framework. Its status stands beside it, as dated rows. */
export interface Release {
  framework: string;
  /** SemVer, e.g. `1.2.0`. */
  version: string;
  /** `sha256:` and the hexadecimal digest of the document's bytes. */
  digest: string;
  /** Canonical JSON of the framework's content. */
  document: string;
  /** Newest last. Never empty. */
  statuses: ReleaseStatus[];
}

/** From when on a release has a status, and who said so. */
export interface ReleaseStatus {
  status: ReleasedStatus;
  /** ISO 8601 instant. */
  since: string;
  by: string;
}

/** A release is never a draft: a draft is what has not been released. */
export type ReleasedStatus = Exclude<Status, 'draft'>;

/** The status that a release has now. */
export function currentStatus(release: Pick<Release, 'statuses'>): ReleasedStatus {
  const last = release.statuses.at(-1);
  if (last === undefined) throw new Error('a release has at least one status');
  return last.status;
}

/**
 * The document of a release: the framework's content without the role profiles that their authors marked as drafts,
 * since everybody may read a release whole.
 */
export function releaseDocument(framework: Framework): string {
  const roleProfiles = framework.roleProfiles.filter(({ draft }) => !draft);
  return canonicalDocument({ ...framework, roleProfiles });
}

/**
 * The content of a framework as canonical JSON: keys sorted, no white space. Leaves out where
 * and in which files things were read and the version, so that the same content from another file has the same
 * digest, and a release whose status alone changes stays one release.
 */
export function canonicalDocument(framework: Framework): string {
  const { version: _decidedAtRelease, source, ...content } = framework;
  const provenance = { key: source.key, format: source.first?.format ?? source.format, files: [] };
  return JSON.stringify(canonical({ ...content, source: provenance }));
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, inner]) => key !== 'origin' && inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, canonical(inner)]));
}
