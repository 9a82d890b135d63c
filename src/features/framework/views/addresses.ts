/** The addresses of this feature's pages, in one place. Ids are opaque, so every part is percent-encoded. */

/** What an address may name besides the framework: a version, `draft`, or nothing for the newest release. */
export type VersionInAddress = string | undefined;

export function frameworkAddress(id: string, version?: VersionInAddress): string {
  const at = version === undefined ? '' : `@${encodeURIComponent(version)}`;
  return `/frameworks/${encodeURIComponent(id)}${at}`;
}

/** @param anchor the anchor of a competency on the level's page */
export function levelAddress(id: string, version: VersionInAddress, level: string, anchor?: string): string {
  const fragment = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`;
  return `${frameworkAddress(id, version)}/levels/${encodeURIComponent(level)}${fragment}`;
}

export function roleAddress(id: string, version: VersionInAddress, role: string): string {
  return `${frameworkAddress(id, version)}/roles/${encodeURIComponent(role)}`;
}

export function guideAddress(id: string, version: VersionInAddress, guide: string): string {
  return `${frameworkAddress(id, version)}/guides/${encodeURIComponent(guide)}`;
}

/** A guide that belongs to no framework yet. */
export function looseGuideAddress(guide: string): string {
  return `/guides/${encodeURIComponent(guide)}`;
}

/** A role profile that belongs to no framework yet. */
export function looseRoleAddress(role: string): string {
  return `/roles/${encodeURIComponent(role)}`;
}
