import type { SourceFile, Written } from '../format.ts';
import { COMPETENCY_COLUMNS, type CompetencyColumn, LEVEL_COLUMNS, SCALE_COLUMNS } from './columns.ts';
import { csvFile } from './csv/write.ts';
import { BULLETS, listCell } from './lists.ts';
import type { Cells } from './rows.ts';
import { FRAMEWORK_ROWS, SHEETS, table } from './sheets.ts';
import { type SheetToWrite, workbookBytes } from './xlsx/write.ts';

/** The columns that people fill in. Ids come with the first export; the rest is for frameworks that need it. */
const COLUMNS = COMPETENCY_COLUMNS.filter(({ key }) =>
  ['theme', 'competency', 'definition', 'level', 'statement', 'examples', 'proficiency'].includes(key),
);

/** Two invented rows that show what belongs where: one competency at two levels. */
const ROWS: readonly Cells<CompetencyColumn>[] = [
  {
    theme: 'Craft',
    competency: 'Bread baking',
    definition: 'Bakes what the town eats, every morning.',
    level: 'Baker',
    statement: 'Bakes the daily loaves by recipe and tells the shop before seven what will be late.',
    ...examples('Weighs and notes each batch.', 'Calls the shop when the oven fails.'),
    proficiency: 'Working knowledge',
  },
  {
    theme: 'Craft',
    competency: 'Bread baking',
    definition: 'Bakes what the town eats, every morning.',
    level: 'Senior Baker',
    statement: 'Writes the recipes that others bake by, and mends them when the flour changes.',
    ...examples('Tried three flours and wrote down what changed.', 'Taught the night shift the new starter.'),
    proficiency: 'Practitioner',
  },
];

const NOTES = [
  'Replace the rows of the sheet "Competencies" by your own. One row is what one level is expected to show of one competency.',
  'Theme: a heading that groups competencies. Competency: the same name at every level where it is the same competency.',
  'Statement: what somebody at this level does, in a sentence or a few. Leave it empty if you have examples only.',
  'Examples: one on each line, with "• " in front. They are illustrations, never a list to tick.',
  'Proficiency: a word of your scale. Say in the sheet "Proficiencies" what each word means, lowest first.',
  'Levels: name them in the sheet "Levels", lowest first, and which level each leads to.',
  'A cell that has no text yet stays empty: the pages name it as a gap. Nothing is made up.',
  'Other columns are left out and reported. See what would be read: bin/cairn import FILE --dry-run',
];

/** A workbook to start from: header, notes and two invented rows. It can be imported as it is. */
export function writeTemplate(): Written {
  const sheets: SheetToWrite[] = [
    table(SHEETS.competencies, COLUMNS, ROWS),
    table(
      SHEETS.levels,
      LEVEL_COLUMNS.filter(({ key }) => key === 'level' || key === 'next'),
      [{ level: 'Baker', next: '• Senior Baker' }, { level: 'Senior Baker' }],
    ),
    table(
      SHEETS.scale,
      SCALE_COLUMNS.filter(({ key }) => key !== 'proficiencyId'),
      [
        { proficiency: 'Working knowledge', definition: 'Does it alone on an ordinary day.' },
        {
          proficiency: 'Practitioner',
          definition: 'Does it when the day is not ordinary, and shows others how.',
        },
      ],
    ),
    frameworkSheet(),
    notesSheet(),
  ];
  return { files: [{ name: 'cairn-template.xlsx', bytes: workbookBytes(sheets) }], losses: [] };
}

/** The same rows as one CSV file. It has no place for notes, or for what levels and proficiencies mean. */
export function writeTemplateCsv(): Written {
  const header = [...COLUMNS.map((column) => column.header), 'Framework'];
  const rows = ROWS.map((row) => [...COLUMNS.map(({ key }) => row[key]), 'Our bakery']);
  const file: SourceFile = csvFile('cairn-template.csv', header, rows);
  return { files: [file], losses: [] };
}

function examples(...texts: string[]): Cells<CompetencyColumn> {
  const cell = listCell(texts, BULLETS);
  return cell === undefined ? {} : { examples: cell };
}

function frameworkSheet(): SheetToWrite {
  const columns = [
    { key: 'what', header: 'What', synonyms: [], width: 44 },
    { key: 'value', header: 'Value', synonyms: [], width: 70 },
  ] as const;
  return table(SHEETS.framework, columns, [
    { what: FRAMEWORK_ROWS.name, value: 'Our bakery' },
    { what: FRAMEWORK_ROWS.summary, value: 'What bakers are expected to show, level by level.' },
    { what: FRAMEWORK_ROWS.ordered, value: 'yes' },
  ]);
}

function notesSheet(): SheetToWrite {
  const columns = [
    { key: 'note', header: 'How to fill in this workbook', synonyms: [], width: 110 },
  ] as const;
  return table(
    'Notes',
    columns,
    NOTES.map((note) => ({ note })),
  );
}
