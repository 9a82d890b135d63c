import { type Finding, quoted } from '../../../domain/finding.ts';
import type { SourceFile } from '../../format.ts';
import type { Tables } from '../table.ts';
import { dateStyles } from './dates.ts';
import { openPackage, type Package, PackageProblem } from './package.ts';
import { sharedStrings } from './shared-strings.ts';
import { readSheet } from './sheet.ts';
import { readXml } from './xml.ts';

/** The sheets of a workbook as texts. Never throws: what cannot be read has a finding. */
export function readWorkbook(file: SourceFile): Tables {
  const findings: Finding[] = [];
  try {
    const parts = openPackage(file.bytes);
    const workbook = readOutline(parts);
    const context = {
      strings: sharedStrings(parts, workbook.strings),
      dates: dateStyles(parts, workbook.styles),
      startsIn1904: workbook.startsIn1904,
      budget: { left: MOST_TEXT },
    };
    const sheets = workbook.sheets.flatMap(({ name, path }) => {
      const xml = parts.text(path);
      if (xml === undefined) {
        findings.push(unreadable(file, `has no part ${path} for its sheet "${quoted(name)}"`));
        return [];
      }
      return [readSheet(xml, path, name, context)];
    });
    return { sheets, findings };
  } catch (error) {
    if (!(error instanceof PackageProblem)) throw error;
    return { sheets: [], findings: [...findings, unreadable(file, error.message)] };
  }
}

/** Most text that all cells together may hold, in UTF-16 code units. One string can be shared by many cells. */
const MOST_TEXT = 64 * 1024 * 1024;

interface Outline {
  sheets: { name: string; path: string }[];
  strings: string | undefined;
  styles: string | undefined;
  startsIn1904: boolean;
}

const WORKBOOK = 'xl/workbook.xml';

/** Which part holds which sheet: the names are in the workbook's part, the paths in its relationships. */
function readOutline(parts: Package): Outline {
  const xml = parts.text(WORKBOOK);
  if (xml === undefined) throw new PackageProblem('is an archive without a workbook in it');
  const targets = relationships(parts);
  const sheets: Outline['sheets'] = [];
  let startsIn1904 = false;
  readXml(xml, WORKBOOK, {
    open(name, attributes) {
      if (name === 'workbookPr') startsIn1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const path = targets.get(attributes.id ?? '')?.path;
      sheets.push({
        name: attributes.name ?? '',
        path: path ?? `xl/worksheets/sheet${sheets.length + 1}.xml`,
      });
    },
  });
  const ofKind = (kind: string) => [...targets.values()].find(({ type }) => type.endsWith(`/${kind}`))?.path;
  return { sheets, strings: ofKind('sharedStrings'), styles: ofKind('styles'), startsIn1904 };
}

function relationships(parts: Package): Map<string, { type: string; path: string }> {
  const name = 'xl/_rels/workbook.xml.rels';
  const found = new Map<string, { type: string; path: string }>();
  readXml(parts.text(name) ?? '<Relationships/>', name, {
    open(element, { Id = '', Type = '', Target = '' }) {
      if (element !== 'Relationship') return;
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`;
      found.set(Id, { type: Type, path });
    },
  });
  return found;
}

function unreadable(file: SourceFile, why: string): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    quote: '',
    message: `${file.name} ${why}, so nothing was read from it.`,
    remedy:
      'Open it in a spreadsheet program and save it again as XLSX, or save its sheet as CSV and import that.',
  };
}
