import type { Finding } from '../../../domain/finding.ts';
import { decode } from '../../decode.ts';
import type { SourceFile, TextFile } from '../../format.ts';
import { readCsv } from '../csv/read.ts';
import { cellsBelow } from '../entries.ts';
import { FindingList, where } from '../findings.ts';
import { unescapeFormula } from '../formulas.ts';
import type { Sheet } from '../table.ts';
import { isWorkbook } from '../xlsx/is-workbook.ts';
import { readWorkbook } from '../xlsx/read.ts';
import { type TrackerColumn, type TrackerHeader, trackerHeader } from './columns.ts';

/** A tracker that somebody filled in, as its file says it. Nothing is decided yet. */
export interface FilledTracker {
  rows: FilledRow[];
  /** What stands above the header, which may name the framework and the level. */
  titles: string[];
  /** Headers of columns that are none of a tracker's and have something in them. */
  extra: string[];
  /** What could not be read, or was read otherwise than it looks, with row and column. */
  findings: Finding[];
}

/** A row with something of the person's own in it. Texts are to the letter, apart from the line ends. */
export interface FilledRow {
  /** Absent in a CSV file, which has one sheet without a name. */
  sheet?: string;
  /** Counts from 1, as spreadsheet programs do. */
  row: number;
  /** What the row is evidence of, in the file's words. */
  theme?: string;
  competency?: string;
  level?: string;
  proficiency?: string;
  /** One for each column of evidence that has something. */
  evidence: string[];
  when?: string;
  kind?: string;
  links?: string;
  helped?: string;
  /** Own text of other columns, by their headers. */
  besides: { header: string; text: string }[];
  /** As our own export writes them. */
  ids: Partial<Record<'evidence' | 'framework' | 'release' | 'expectation' | 'point', string>>;
}

/** Reads a filled-in tracker, ours or one that people made. Never throws. */
export function readFilledTracker(given: SourceFile): FilledTracker {
  const { file, findings: undecoded } = decode(given);
  const nothing = { rows: [], titles: [], extra: [] };
  if (file === undefined) return { ...nothing, findings: undecoded };
  const { sheets, findings: broken } = isWorkbook(file)
    ? readWorkbook(file)
    : readCsv(file, (sheet) => trackerHeader(sheet) !== undefined);
  const found = sheets.flatMap((sheet) => {
    const header = trackerHeader(sheet);
    return header === undefined ? [] : [{ sheet, header }];
  });
  const findings = new FindingList(file.name);
  if (found.length === 0) {
    const told = broken.length > 0 ? broken : [noEvidence(file)];
    return { ...nothing, findings: [...undecoded, ...told] };
  }
  const read = found.map(({ sheet, header }) => readSheet(sheet, header, findings));
  return {
    rows: read.flatMap(({ rows }) => rows),
    titles: read.flatMap(({ titles }) => titles),
    extra: [...new Set(read.flatMap(({ extra }) => extra))],
    findings: [...undecoded, ...broken, ...findings.all()],
  };
}

function readSheet(sheet: Sheet, header: TrackerHeader, findings: FindingList) {
  tellRemarks(sheet, header, findings);
  const others = new Map([...header.unknown, ...header.repeated]);
  const cellsOf = new Map(sheet.rows.map(({ number, cells }) => [number, cells]));
  const above: Above = {};
  const rows = cellsBelow(sheet, header).flatMap(({ row, cells }): FilledRow[] => {
    const texts = cellsOf.get(row) ?? new Map<number, string>();
    const filled = filledRow(sheet, row, cells, texts, { header, others });
    const named = carried(above, filled, cells);
    return filled.evidence.length + filled.besides.length === 0 ? [] : [{ ...filled, ...named }];
  });
  const extra = [...others.values()].filter((name) =>
    rows.some(({ besides }) => besides.some(({ header }) => header === name)),
  );
  return { rows, titles: titlesAbove(sheet, header), extra };
}

function filledRow(
  sheet: Sheet,
  row: number,
  cells: Partial<Record<TrackerColumn, string>>,
  texts: ReadonlyMap<number, string>,
  { header, others }: { header: TrackerHeader; others: ReadonlyMap<number, string> },
): FilledRow {
  const textAt = (place: number) => tidy(unescapeFormula(texts.get(place) ?? ''));
  const notes = cells.notes === undefined ? [] : [{ header: 'Notes', text: tidy(cells.notes) }];
  const besides = [...others].map(([place, name]) => ({ header: name.trim(), text: textAt(place) }));
  const own = {
    when: cells.when,
    kind: cells.kind,
    links: cells.links,
    helped: cells.helped,
    proficiency: firstPart(cells.proficiency),
  };
  return {
    ...(sheet.name === undefined ? {} : { sheet: sheet.name }),
    row,
    ...Object.fromEntries(
      Object.entries(own).flatMap(([key, text]) => (text === undefined ? [] : [[key, tidy(text)]])),
    ),
    evidence: [...header.evidence.keys()].map(textAt).filter((text) => text.trim() !== ''),
    besides: [...notes, ...besides].filter(({ text }) => text.trim() !== ''),
    ids: idsIn(cells),
  };
}

interface Above {
  theme?: string | undefined;
  competency?: string | undefined;
  level?: string | undefined;
}

/**
 * What a row belongs to. An empty cell means the one above: people write a theme or competency once. A row that holds
 * nothing but a name stands over those below it, as the themes of our own tracker do. Our own export says it in each row,
 * or says nothing because the piece speaks to nothing.
 */
function carried(
  above: Above,
  row: FilledRow,
  cells: Partial<Record<TrackerColumn, string>>,
): Pick<FilledRow, 'theme' | 'competency' | 'level'> {
  const filled = Object.values(cells).filter((text) => text !== undefined && text.trim() !== '').length;
  const competency = firstPart(cells.competency);
  if (row.ids.evidence !== undefined) {
    Object.assign(above, { theme: undefined, competency: undefined, level: undefined });
  }
  const isHeading = filled === 1 && competency !== undefined && row.besides.length === 0;
  if (isHeading) Object.assign(above, { theme: competency, competency: undefined });
  else {
    if (cells.theme !== undefined && cells.theme !== above.theme) above.competency = undefined;
    above.theme = firstPart(cells.theme) ?? above.theme;
    above.competency = competency ?? above.competency;
  }
  above.level = firstPart(cells.level) ?? above.level;
  return Object.fromEntries(Object.entries(above).filter(([, text]) => text !== undefined));
}

/** A name with its definition below it in the same cell, as our own tracker writes them: the name. */
function firstPart(text: string | undefined): string | undefined {
  const part = text?.replace(/\r\n?/g, '\n').trim().split('\n', 1)[0]?.trim();
  return part === '' ? undefined : part;
}

function idsIn(cells: Partial<Record<TrackerColumn, string>>): FilledRow['ids'] {
  const ids = {
    evidence: cells.evidenceId,
    framework: cells.frameworkId,
    release: cells.release,
    expectation: cells.expectationId,
    point: cells.pointId,
  };
  return Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined && id.trim() !== ''));
}

function titlesAbove({ rows }: Sheet, header: TrackerHeader): string[] {
  return rows.flatMap(({ number, cells }) => (number < header.row ? [...cells.values()] : []));
}

/** Says what a spreadsheet program made of cells by itself. A date in the column for dates is what belongs there. */
function tellRemarks(sheet: Sheet, header: TrackerHeader, findings: FindingList): void {
  const own = new Set([...header.evidence.keys(), ...(['links', 'notes'] as const).flatMap(columnOf)]);
  function columnOf(key: TrackerColumn): number[] {
    const place = header.columns.get(key);
    return place === undefined ? [] : [place];
  }
  for (const { row, column, ...told } of sheet.remarks) {
    if (row > header.row && own.has(column))
      findings.tell(`remark ${told.severity}`, { sheet, row, column }, told);
  }
  for (const [column, text] of header.repeated) {
    const place = { sheet, row: header.row, column };
    findings.tell('repeated column', place, {
      severity: 'note',
      quote: text,
      message: `${where(place)}: there is a column of this kind already, so this one is kept as text.`,
      remedy: 'Rename it if it is something else.',
    });
  }
}

function noEvidence(file: TextFile): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    line: 1,
    quote: '',
    message: `No sheet of ${file.name} has a column for evidence beside one for competencies in its first 20 rows, so nothing was read from it.`,
    remedy: 'Name the columns in one row: Competency (or Theme), and Evidence.',
  };
}

/** Line ends as `\n`, which is how notes have them. */
function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
