/** The door to the formats: every reader in the order in which it is asked, and every writer. */
import { faqText } from './faq-text/index.ts';
import { folder } from './folder/index.ts';
import type { Format } from './format.ts';
import { frontMatterLadder } from './front-matter-ladder/index.ts';
import { guideDocument } from './guide-document/index.ts';
import { jobFamily } from './job-family/index.ts';
import { pageText } from './page-text/index.ts';
import { roleProfile } from './role-profile/index.ts';
import { roleSkillCsv } from './role-skill-csv/index.ts';
import { spreadsheet } from './spreadsheet/index.ts';

export { carryIds } from './carry-ids.ts';
export { decode, LARGEST_FILE } from './decode.ts';
export { digest } from './digest.ts';
export { writeFolder } from './folder/index.ts';
export type { Format, Loss, ReadResult, SourceFile, TextFile, Written } from './format.ts';
export { IdMint } from './ids.ts';
export { writeJobFamily } from './job-family/index.ts';
export { writeJson } from './json/index.ts';
export { writeMarkdown } from './markdown/index.ts';
export { readFiles } from './read.ts';
export { jsonSchemas } from './schema/index.ts';
export {
  columnLetters,
  type ReadTable,
  readTable,
  type TableColumn,
  type TableRow,
  writeTableCsv,
  writeTableXlsx,
} from './spreadsheet/any-table.ts';
export {
  type CellLink,
  dayOf,
  daysSpokenOf,
  type FilledRow,
  type FilledTracker,
  linksCell,
  linksIn,
  namesCell,
  namesIn,
  piecesOf,
  readFilledTracker,
  SPLITS,
  type Split,
  type TrackerRow,
  writeFilledTracker,
  writeFilledTrackerCsv,
} from './spreadsheet/filled/index.ts';
export { writeCsv, writeTemplate, writeTemplateCsv, writeTracker, writeXlsx } from './spreadsheet/index.ts';

/** Every format that Cairn reads. The first that recognises a file reads it: the strictest come first. */
export const FORMATS_READ: readonly Format[] = [
  folder,
  jobFamily,
  frontMatterLadder,
  roleSkillCsv,
  spreadsheet,
  pageText,
  faqText,
  roleProfile,
  guideDocument,
];
