import type { Framework } from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { fileNames } from '../folder/file-names.ts';
import type { SourceFile, Written } from '../format.ts';
import { keptBytes } from './kept-bytes.ts';
import { lossesBetween } from './losses.ts';
import { readSpreadsheet } from './read.ts';
import { frameworkSheets } from './sheets.ts';
import { workbookBytes } from './xlsx/write.ts';

/**
 * Writes a framework as a workbook that holds all of it: people's own sheets first, what no table has as data in the
 * last one. Texts that are longer than a cell holds are cut, marked and listed. With the file it was read from, that
 * file comes back byte for byte where nothing changed.
 */
export function writeXlsx(given: Framework, original?: SourceFile): Written {
  const framework = inOwnOrder(given);
  const file = keptBytes(framework, original, '.xlsx') ?? freshFile(framework);
  return { files: [file], losses: lossesBetween(framework, readSpreadsheet(file).frameworks[0]) };
}

function freshFile(framework: Framework): SourceFile {
  const name = `${fileNames([framework.id]).get(framework.id)}.xlsx`;
  return { name, bytes: workbookBytes(frameworkSheets(framework)) };
}
