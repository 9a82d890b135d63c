/** All rules of the linter, in the order in which they look and in which `docs/linter.md` lists them. */
import type { Rule } from './rule.ts';
import { ableTo } from './rules/able-to.ts';
import { brokenInternalLink } from './rules/broken-internal-link.ts';
import { danglingId } from './rules/dangling-id.ts';
import { duplicateEntry } from './rules/duplicate-entry.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { editorNote } from './rules/editor-note.ts';
import { emptyList } from './rules/empty-list.ts';
import { exampleRepeatsStatement } from './rules/example-repeats-statement.ts';
import { filler } from './rules/filler.ts';
import { inconsiderate } from './rules/inconsiderate.ts';
import { levelLoop } from './rules/level-loop.ts';
import { levelMissing } from './rules/level-missing.ts';
import { malformedLink } from './rules/malformed-link.ts';
import { nameClash } from './rules/name-clash.ts';
import { nearDuplicate } from './rules/near-duplicate.ts';
import { negativeExample } from './rules/negative-example.ts';
import { noExample } from './rules/no-example.ts';
import { noSteward } from './rules/no-steward.ts';
import { passive } from './rules/passive.ts';
import { proficiencyFalls } from './rules/proficiency-falls.ts';
import { proficiencyNeverVaries } from './rules/proficiency-never-varies.ts';
import { proficiencyUndefined } from './rules/proficiency-undefined.ts';
import { referencedGuideMissing } from './rules/referenced-guide-missing.ts';
import { repeatedWord } from './rules/repeated-word.ts';
import { reviewDue } from './rules/review-due.ts';
import { rowMisaligned } from './rules/row-misaligned.ts';
import { scaleUnordered } from './rules/scale-unordered.ts';
import { spelling } from './rules/spelling.ts';
import { statusConflict } from './rules/status-conflict.ts';
import { tooManyCompetencies } from './rules/too-many-competencies.ts';
import { twoDemands } from './rules/two-demands.ts';
import { unexplainedAbbreviation } from './rules/unexplained-abbreviation.ts';
import { unknownLevelName } from './rules/unknown-level-name.ts';
import { wordingRepeatedFromEarlierLevel } from './rules/wording-repeated-from-earlier-level.ts';

export const RULES: readonly Rule[] = [
  duplicateId,
  danglingId,
  levelLoop,
  duplicateEntry,
  nearDuplicate,
  nameClash,
  rowMisaligned,
  levelMissing,
  unknownLevelName,
  proficiencyUndefined,
  scaleUnordered,
  proficiencyNeverVaries,
  proficiencyFalls,
  wordingRepeatedFromEarlierLevel,
  noExample,
  exampleRepeatsStatement,
  negativeExample,
  twoDemands,
  ableTo,
  passive,
  filler,
  inconsiderate,
  spelling,
  repeatedWord,
  editorNote,
  unexplainedAbbreviation,
  emptyList,
  referencedGuideMissing,
  malformedLink,
  brokenInternalLink,
  tooManyCompetencies,
  statusConflict,
  noSteward,
  reviewDue,
];
