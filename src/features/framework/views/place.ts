import type { Catalogue, CatalogueEntry, Edition } from '../catalogue.ts';
import { askAddress, type VersionInAddress } from './addresses.ts';

/** Who is looking at what, and when. */
export interface Viewing {
  catalogue: Catalogue;
  /** Whether the viewer may see drafts: a steward, or whoever holds a link to them. */
  preview: boolean;
  /** ISO 8601 day. */
  today: string;
  /** Whether the page is to be hosted without a server. See `Site`. */
  static: boolean;
  /** Whether it is for somebody who is signed in, nobody in particular. */
  signedIn?: boolean;
  /** Ids of the frameworks that the viewer decides about: as their steward, or by a steward's link. */
  stewardOf?: ReadonlySet<string>;
}

/** The edition that an address leads to, and how the address named it, so that links keep to it. */
export interface Place {
  entry: CatalogueEntry;
  edition: Edition;
  version: VersionInAddress;
  viewing: Viewing;
}

/** Where the stewards are asked about an expectation: by people who are signed in, of what is released. */
export function askAddressesOf({
  edition,
  version,
  viewing,
}: Place): ((expectation: string) => string) | undefined {
  if (viewing.signedIn !== true || edition.version === undefined) return undefined;
  return (expectation) => askAddress(edition.framework.id, version, expectation);
}

/** "1.2.0, beta", or "draft". */
export function editionInWords({ version, status }: Pick<Edition, 'version' | 'status'>): string {
  return version === undefined ? status : `${version}, ${status}`;
}
