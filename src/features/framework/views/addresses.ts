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

/** One competency through the levels. */
export function competencyAddress(id: string, version: VersionInAddress, competency: string): string {
  return `${frameworkAddress(id, version)}/competencies/${encodeURIComponent(competency)}`;
}

/** Where people who are signed in ask the stewards about the wording of an expectation. */
export function askAddress(id: string, version: VersionInAddress, expectation: string): string {
  const asked = { framework: id, ...(version === undefined ? {} : { version }), expectation };
  return `/questions/new?${new URLSearchParams(asked)}`;
}

/** All levels of a framework on one page, to be printed. */
export function bookletAddress(id: string, version?: VersionInAddress): string {
  return `${frameworkAddress(id, version)}/booklet`;
}

/** A level of a framework, as comparisons name it. */
export interface LevelInAddress {
  id: string;
  version: VersionInAddress;
  level: string;
}

/** Two levels side by side. Of one version of a framework the address stands below that framework. */
export function comparisonAddress(before: LevelInAddress, after: LevelInAddress): string {
  const level = (side: LevelInAddress) => encodeURIComponent(side.level);
  if (before.id === after.id && before.version === after.version) {
    return `${frameworkAddress(before.id, before.version)}/compare/${level(before)}/${level(after)}`;
  }
  const side = (one: LevelInAddress) =>
    `${frameworkAddress(one.id, one.version).replace('/frameworks/', '')}/${level(one)}`;
  return `/compare/${side(before)}/${side(after)}`;
}

/** Where somebody who is signed in notes what speaks to a level or a competency. */
export function noteAddress(id: string, about: { level: string } | { competency: string }): string {
  return `/evidence/new?${new URLSearchParams({ framework: id, ...about })}`;
}

/** A guide that belongs to no framework yet. */
export function looseGuideAddress(guide: string): string {
  return `/guides/${encodeURIComponent(guide)}`;
}

/** A role profile that belongs to no framework yet. */
export function looseRoleAddress(role: string): string {
  return `/roles/${encodeURIComponent(role)}`;
}
