import type { Catalogue } from '../catalogue.ts';
import {
  competencyAddress,
  frameworkAddress,
  guideAddress,
  levelAddress,
  roleAddress,
} from '../views/addresses.ts';
import { releasesOf } from './released.ts';

/** A page that search engines should list. */
export interface ListedPage {
  address: string;
  /** ISO 8601 instant of its last change. */
  changed: string;
}

/** The page of every framework's newest release and of everything in it, under the addresses without a version. */
export function listedPages({ frameworks }: Catalogue): ListedPage[] {
  const newest = frameworks.flatMap((entry) => releasesOf(entry).slice(0, 1));
  const all = newest.map(({ since }) => since).sort();
  const list = all.length === 0 ? [] : [{ address: '/frameworks', changed: all.at(-1) ?? '' }];
  const pages = newest.flatMap(({ framework, since }) => {
    const { id, levels, competencies, roleProfiles, guides } = framework;
    const addresses = [
      frameworkAddress(id),
      ...levels.map((level) => levelAddress(id, undefined, level.id)),
      ...competencies.map((competency) => competencyAddress(id, undefined, competency.id)),
      ...roleProfiles.filter(({ draft }) => !draft).map((role) => roleAddress(id, undefined, role.id)),
      ...guides.map((guide) => guideAddress(id, undefined, guide.id)),
    ];
    return addresses.map((address) => ({ address, changed: since }));
  });
  return [...list, ...pages];
}
