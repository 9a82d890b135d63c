/** The door to the static site. */
/** What follows is also for whoever reads a site that was written. */
export { fileOf } from './addresses.ts';
export { type Ask, buildSite, type SiteReport, type SiteRequest } from './build-site.ts';
export { addressForApp, type Hosting } from './references.ts';
