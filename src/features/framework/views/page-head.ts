/** What the pages of a framework say of themselves in their heads. Drafts say nothing to others. */
import type { Competency, Guide, Level, RoleProfile } from '../../../domain/framework.ts';
import type { Alternate, Page } from '../../../web/page.ts';
import { dataAddress, FEED, pictureAddress } from '../data/addresses.ts';
import {
  competencyAddress,
  frameworkAddress,
  guideAddress,
  levelAddress,
  roleAddress,
  type VersionInAddress,
} from './addresses.ts';
import { editionInWords, type Place } from './place.ts';
import { competencyInSchemaOrg, frameworkInSchemaOrg, levelInSchemaOrg } from './structured-data.ts';

type PageHead = Pick<Page, 'canonical' | 'description' | 'alternates' | 'picture' | 'structuredData'>;

/** Longest description that is shown whole where links are shared, in UTF-16 code units. */
const LONGEST_DESCRIPTION = 200;

/** Drawing takes a tenth of a second. Beyond this many levels all show the framework's picture. */
const MOST_PICTURES = 200;

const FEED_LINK: Alternate = { type: 'application/atom+xml', address: FEED, title: 'Releases' };

/** For the list of all frameworks. */
export function listHead(): PageHead {
  const description = 'Competency frameworks: what each role is expected to show, level by level.';
  return { description, alternates: [asData('/frameworks'), FEED_LINK] };
}

export function frameworkHead(place: Place): PageHead {
  const { framework } = place.edition;
  return released(place, {
    addressOf: (version) => frameworkAddress(framework.id, version),
    description: framework.summary ?? `What is expected at each level of ${framework.name}.`,
    structuredData: (baseUrl) => frameworkInSchemaOrg(place, baseUrl),
  });
}

export function levelHead(place: Place, level: Level): PageHead {
  const { framework } = place.edition;
  const what = `What is expected of a ${level.name} in ${framework.name} ${editionInWords(place.edition)}.`;
  return released(place, {
    addressOf: (version) => levelAddress(framework.id, version, level.id),
    ...(framework.levels.length > MOST_PICTURES
      ? {}
      : { pictureOf: levelAddress(framework.id, place.version, level.id) }),
    description: level.summary === undefined ? what : `${level.summary} ${what}`,
    structuredData: (baseUrl) => levelInSchemaOrg(place, baseUrl, level),
  });
}

/** For the page of one competency through the levels. */
export function competencyHead(place: Place, competency: Competency): PageHead {
  const { framework } = place.edition;
  return released(place, {
    addressOf: (version) => competencyAddress(framework.id, version, competency.id),
    description: competency.definition ?? `${competency.name} through the levels of ${framework.name}.`,
    structuredData: (baseUrl) => competencyInSchemaOrg(place, baseUrl, competency),
  });
}

export function roleProfileHead(place: Place, profile: RoleProfile): PageHead {
  if (profile.draft) return {};
  const { framework } = place.edition;
  return released(place, {
    addressOf: (version) => roleAddress(framework.id, version, profile.id),
    description: `The role of ${profile.title}: purpose, key responsibilities and skills.`,
  });
}

export function guideHead(place: Place, guide: Guide): PageHead {
  const { framework } = place.edition;
  return released(place, {
    addressOf: (version) => guideAddress(framework.id, version, guide.id),
    description: `${guide.title}: a guide to ${framework.name}.`,
  });
}

interface Said {
  addressOf: (version: VersionInAddress) => string;
  description: string;
  /** Address of the page whose picture stands for this one; the framework's by default. */
  pictureOf?: string;
  structuredData?: (baseUrl: string) => object;
}

/** The newest release is listed under the address that stays when a newer one comes; earlier ones under their own. */
function released(place: Place, said: Said): PageHead {
  const { entry, edition, version } = place;
  if (edition.version === undefined) return {};
  const isNewest = entry.releases[0]?.version === edition.version;
  return {
    canonical: said.addressOf(isNewest ? undefined : edition.version),
    description: shortened(said.description),
    alternates: [asData(said.addressOf(version)), FEED_LINK],
    picture: pictureAddress(said.pictureOf ?? frameworkAddress(entry.id, version)),
    ...(said.structuredData === undefined ? {} : { structuredData: said.structuredData }),
  };
}

function asData(page: string): Alternate {
  return { type: 'application/json', address: dataAddress(page), title: 'This page as data' };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_DESCRIPTION) return line;
  return `${line.slice(0, LONGEST_DESCRIPTION - 1).toWellFormed()}…`;
}
