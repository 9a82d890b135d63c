/** The door to frameworks: what the app mounts, and what commands and later features may call. */

export { examine } from './actions/examine.ts';
export { EXPORT_FORMATS, type ExportFormat, exportFramework } from './actions/export.ts';
export { type ImportReport, importDocuments } from './actions/import.ts';
export { createPreviewKey, isValidPreviewKey } from './actions/preview.ts';
export { publishShipped, SHIPPED } from './actions/publish-shipped.ts';
export { type ReleaseReport, releaseFramework } from './actions/release.ts';
export { createStewardKey } from './actions/steward-key.ts';
export type { Catalogue } from './catalogue.ts';
export type { PersonalApi, PersonalOperation } from './data/personal.ts';
export { dataRoutes } from './data-routes.ts';
export { glossaryReference } from './glossary.ts';
export { CatalogueKeeper } from './load-catalogue.ts';
export { catalogueOf, publishedCatalogue } from './publication.ts';
export { publishedIn } from './published.ts';
export { listDrafts } from './queries.ts';
export { KEPT_HEADERS, KEY_COOKIES, stateOfPages } from './render.ts';
export { frameworkRoutes } from './routes.tsx';
export { DESK_PAGES, deskAddress } from './steward/addresses.ts';
export {
  askAddress,
  comparisonAddress,
  competencyAddress,
  frameworkAddress,
  levelAddress,
} from './views/addresses.ts';
export { ExpectationBody } from './views/expectation.tsx';
export { expectationAddress, type LevelSheet, levelSheet, type SheetCell } from './views/level-sheet.ts';
export { policyInWords } from './views/policy-in-words.ts';
export { WordingBlock } from './views/wording.tsx';
export { findWording, type NamedWording, type Wording } from './wording.ts';
