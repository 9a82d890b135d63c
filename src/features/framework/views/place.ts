import type { Catalogue, CatalogueEntry, Edition } from '../catalogue.ts';
import type { VersionInAddress } from './addresses.ts';

/** Who is looking at what, and when. */
export interface Viewing {
  catalogue: Catalogue;
  /** Whether the viewer holds a preview link and so may see drafts. */
  preview: boolean;
  /** ISO 8601 day. */
  today: string;
  /** Whether the page is to be hosted without a server. See `Site`. */
  static: boolean;
  /** Whether it is for somebody who is signed in, nobody in particular. */
  signedIn?: boolean;
  /** Ids of the frameworks whose steward's link the viewer holds. */
  stewardOf?: ReadonlySet<string>;
}

/** The edition that an address leads to, and how the address named it, so that links keep to it. */
export interface Place {
  entry: CatalogueEntry;
  edition: Edition;
  version: VersionInAddress;
  viewing: Viewing;
}

/** "1.2.0, beta", or "draft". */
export function editionInWords({ version, status }: Edition): string {
  return version === undefined ? status : `${version}, ${status}`;
}
