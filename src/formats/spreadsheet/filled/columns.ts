/** The columns of a tracker that somebody filled in: ours, and what people call them in their own. */
import { column, type Header, headersIn, technical } from '../columns.ts';
import type { Sheet } from '../table.ts';

export const TRACKER_COLUMNS = [
  column('theme', 'Theme', 18, ['themes', 'category', 'area', 'competency area', 'pillar', 'heading']),
  column('competency', 'Competency', 26, [
    'competencies',
    'competence',
    'competency name',
    'behaviour',
    'skill',
    'name at this level',
  ]),
  column('level', 'Level', 20, ['levels', 'grade', 'level name', 'role']),
  column('expected', 'What is expected', 40, [
    'statement',
    'statements',
    'expectation',
    'expectations',
    'expected',
    'description',
    'definition',
    'competency definition',
  ]),
  column('examples', 'Examples', 40, ['example', 'illustrative examples', 'examples for illustration']),
  column('proficiency', 'Proficiency', 20, ['proficiencies', 'proficiency level', 'required proficiency']),
  column('evidence', 'Evidence: what happened', 56, [
    'evidence',
    'what happened',
    'what i did',
    'my examples',
    'achievements',
    'self assessment',
  ]),
  column('when', 'When', 14, ['date', 'dates', 'day', 'happened on']),
  column('kind', 'Kind of work', 20, ['kind']),
  column('links', 'Links', 36, ['link', 'url', 'urls', 'ticket', 'tickets']),
  column('helped', 'Who it helped', 24, ['helped']),
  column('notes', 'Notes for the talk', 36, ['notes', 'note', 'comment', 'comments', 'remarks']),
  column('shared', 'Shared since', 14),
  column('files', 'Files', 24),
  technical('evidenceId', 'Evidence id'),
  technical('frameworkId', 'Framework id'),
  technical('release', 'Release'),
  technical('expectationId', 'Expectation id'),
  technical('pointId', 'Point id'),
] as const;
export type TrackerColumn = (typeof TRACKER_COLUMNS)[number]['key'];

/** Where a filled-in tracker has its header, and which columns hold evidence: some have one a quarter. */
export interface TrackerHeader extends Header<TrackerColumn> {
  /** Column numbers with their headers. */
  evidence: ReadonlyMap<number, string>;
}

const OF_EVIDENCE = /^\s*(?:my |your )?(?:evidence|self[- ]?assessment)\b/i;

/** The header of a sheet with evidence in it, or undefined where the sheet is something else. */
export function trackerHeader(sheet: Sheet): TrackerHeader | undefined {
  return headersIn(sheet, TRACKER_COLUMNS).map(withEvidence).find(isTracker);
}

function withEvidence(header: Header<TrackerColumn>): TrackerHeader {
  const named = header.columns.get('evidence');
  const more = [...header.unknown, ...header.repeated].filter(([, text]) => OF_EVIDENCE.test(text));
  const evidence = new Map(named === undefined ? more : [[named, 'Evidence'] as const, ...more]);
  const left = (texts: ReadonlyMap<number, string>) =>
    new Map([...texts].filter(([place]) => !evidence.has(place)));
  return { ...header, unknown: left(header.unknown), repeated: left(header.repeated), evidence };
}

/** Evidence, and something that says what it is evidence of. */
function isTracker({ columns, evidence }: TrackerHeader): boolean {
  return (
    evidence.size > 0 && (['competency', 'theme', 'expectationId'] as const).some((key) => columns.has(key))
  );
}
