/** Trackers that people filled in: read, and written so that they read back as they were. */
export {
  type CellLink,
  dayOf,
  daysSpokenOf,
  linksCell,
  linksIn,
  namesCell,
  namesIn,
  piecesOf,
  SPLITS,
  type Split,
} from './pieces.ts';
export { type FilledRow, type FilledTracker, readFilledTracker } from './read.ts';
export { type TrackerRow, writeFilledTracker, writeFilledTrackerCsv } from './write.ts';
