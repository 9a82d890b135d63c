import type { Framework } from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { fileNames } from '../folder/file-names.ts';
import type { SourceFile, Written } from '../format.ts';
import { CSV_COLUMNS } from './columns.ts';
import { csvFile } from './csv/write.ts';
import { keptBytes } from './kept-bytes.ts';
import { lossesBetween } from './losses.ts';
import { readSpreadsheet } from './read.ts';
import { type CompetencyRow, competencyRows, levelCells, stepCells } from './rows.ts';
import { sourceKey } from './source-key.ts';

/**
 * Writes a framework as one CSV file, a row for each expectation. What the file does not give back when it is read
 * again is listed: guides, role profiles, policy, and what is said of levels and proficiencies besides their names. With
 * the file it was read from, that file comes back byte for byte where nothing changed.
 */
export function writeCsv(given: Framework, original?: SourceFile): Written {
  const framework = inOwnOrder(given);
  const file = keptBytes(framework, original, '.csv') ?? freshFile(framework);
  return { files: [file], losses: lossesBetween(framework, readSpreadsheet(file).frameworks[0]) };
}

function freshFile(framework: Framework): SourceFile {
  const rows = competencyRows(framework);
  const common: CompetencyRow = {
    framework: framework.name,
    frameworkId: framework.id,
    textFormat: framework.textFormat,
    ...(framework.source.key === sourceKey(framework.id) ? {} : { source: framework.source.key }),
  };
  const all = [...declarations(framework, rows), ...rows].map((row) => ({ ...row, ...common }));
  // A framework of nothing still has a name.
  const filled = all.length === 0 ? [common] : all;
  return csvFile(
    `${fileNames([framework.id]).get(framework.id)}.csv`,
    CSV_COLUMNS.map(({ header }) => header),
    filled.map((row) => CSV_COLUMNS.map(({ key }) => row[key])),
  );
}

/** Levels and proficiencies stand in the order in which rows name them; where that is not theirs, they come first. */
function declarations({ levels, scale }: Framework, rows: readonly CompetencyRow[]): CompetencyRow[] {
  const declared = (ids: readonly string[], key: 'levelId' | 'proficiencyId') => {
    const named = new Set(rows.flatMap((row) => row[key] ?? []));
    return ids.length === named.size && [...named].every((id, index) => id === ids[index]);
  };
  return [
    ...(declared(
      levels.map(({ id }) => id),
      'levelId',
    )
      ? []
      : levels.map(levelCells)),
    ...(declared(
      scale.steps.map(({ id }) => id),
      'proficiencyId',
    )
      ? []
      : scale.steps.map(stepCells)),
  ];
}
