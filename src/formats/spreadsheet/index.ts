import { type Format, joinResults } from '../format.ts';
import { IdMint } from '../ids.ts';
import { isCompetencyCsv } from './csv/read.ts';
import { readTables } from './read.ts';
import { isWorkbook } from './xlsx/is-workbook.ts';

export { writeTemplate, writeTemplateCsv } from './template.ts';
export { writeTracker } from './tracker.ts';
export { writeCsv } from './write-csv.ts';
export { writeXlsx } from './write-xlsx.ts';

/** A framework in a spreadsheet: one row for what a level is expected to show of a competency, as XLSX or CSV. */
export const spreadsheet: Format = {
  id: 'spreadsheet',
  label: 'spreadsheet (XLSX or CSV)',
  recognises(file) {
    return isWorkbook(file) || (/\.(?:csv|tsv)$/i.test(file.name) && isCompetencyCsv(file));
  },
  read(files) {
    const ids = new IdMint();
    const taken = new Set<string>();
    const results = files.map(readTables).map((result) => ({
      ...result,
      frameworks: result.frameworks.map((framework) => {
        const id = taken.has(framework.id) ? ids.mint(framework.id, 'framework') : framework.id;
        taken.add(framework.id);
        return { ...framework, id };
      }),
    }));
    return joinResults(results);
  },
};
