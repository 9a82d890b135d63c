/** What the pages show: every release and draft, loaded once and immutable until the revision changes. */
import type { Finding } from '../../domain/finding.ts';
import type { Framework, Guide, RoleProfile, Status } from '../../domain/framework.ts';
import type { ReleaseStatus } from '../../domain/release.ts';

/** One version of a framework as pages show it. */
export interface Edition {
  /** The framework with its confirmations applied. */
  framework: Framework;
  /** SemVer; absent for the draft. */
  version?: string;
  /** `sha256:...` of the release's document; absent for the draft. */
  digest?: string;
  /** The release's document to the letter, as its digest was made of it; absent for the draft. */
  document?: string;
  status: Status;
  /** The draft before its confirmations were applied, and what could not be read of it. Only for the draft. */
  asRead?: Framework;
  readFindings?: readonly Finding[];
  /** ISO 8601 instant from which the status holds; for the draft, when it was last imported or decided about. */
  since: string;
  /** Every status that the release has had, newest last; empty for the draft. */
  statuses: readonly ReleaseStatus[];
}

/** A framework with all its editions. */
export interface CatalogueEntry {
  id: string;
  /** Newest first. */
  releases: Edition[];
  /** Shown only to people who hold a preview link: drafts are for stewards (reading table of the product). */
  draft?: Edition;
}

export interface Catalogue {
  /** Changes whenever anything below changes: part of every cached page's key. */
  revision: string;
  frameworks: CatalogueEntry[];
  /** Guides and role profiles that belong to no framework yet. Only for people who hold a preview link. */
  guides: Guide[];
  roleProfiles: RoleProfile[];
}

/** The edition that an address means: `operations` the newest release, `operations@1.2.0` that one,
 * `operations@draft` the draft. */
export function findEdition(entry: CatalogueEntry, version?: string): Edition | undefined {
  if (version === undefined) return entry.releases[0];
  if (version === 'draft') return entry.draft;
  return entry.releases.find((edition) => edition.version === version);
}

/** The parts of `ID` or `ID@VERSION`. Framework ids may themselves hold an `@`, so a whole id that is known goes first. */
export function splitVersion(
  { frameworks }: Catalogue,
  named: string,
): { id: string; version: string | undefined } {
  const at = named.lastIndexOf('@');
  if (at <= 0 || frameworks.some(({ id }) => id === named)) return { id: named, version: undefined };
  return { id: named.slice(0, at), version: named.slice(at + 1) };
}
