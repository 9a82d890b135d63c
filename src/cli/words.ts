import { readFileSync } from 'node:fs';
import { Option } from 'commander';
import { CairnError } from '../domain/errors.ts';

/** The option that names the organisation's own words, for commands that run the linter. */
export function wordsOption(): Option {
  return new Option(
    '--words <file>',
    'words your organisation uses, one a line: the linter takes them as spelt right',
  );
}

/** The words of the file; none without a file. */
export function readWords(file: string | undefined): ReadonlySet<string> {
  if (file === undefined) return new Set();
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
    return new Set(lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CairnError(
      'unreadable',
      `The list of words at ${file} could not be read (${code}).`,
      'Check the path after --words.',
      { cause: error },
    );
  }
}
