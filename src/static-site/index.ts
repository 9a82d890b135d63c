/** The door to the static site. */
export { type Ask, buildSite, type SiteReport, type SiteRequest } from './build-site.ts';
export { addressForApp, type Hosting } from './references.ts';
