import type { Finding } from '../../domain/finding.ts';
import type { Competency, Expectation, Theme } from '../../domain/framework.ts';
import type { TextFile } from '../format.ts';
import { IdMint } from '../ids.ts';
import { type ThemeFile, themeFile } from '../schema/folder-files.ts';
import { isMap, type Plain, type PlainMap } from '../yaml-edit/plain.ts';
import { YamlSource } from '../yaml-edit/source.ts';
import { validate } from '../yaml-edit/validate.ts';

/** What one theme file holds. */
export interface ThemePart {
  theme: Theme;
  competencies: Competency[];
  expectations: Expectation[];
}

export interface ThemeReading {
  source: YamlSource;
  findings: Finding[];
  part?: ThemePart;
}

/** Reads `themes/ID.yaml`. */
export function readThemeFile(file: TextFile): ThemeReading {
  const source = new YamlSource(file);
  const { value, findings } = validate(themeFile, source, source.data, {
    fallback: (key, part, around) => fallback(key, part, around, file),
  });
  const all = [...source.findings, ...findings];
  return value === undefined
    ? { source, findings: all }
    : { source, findings: all, part: partOf(value, source) };
}

/** What is missing and can be told from what stands around it, so that the rest is still read. */
function fallback(key: string, part: PlainMap, around: readonly Plain[], file: TextFile): Plain | undefined {
  if (key === 'name') return typeof part.id === 'string' ? part.id : undefined;
  if (key === 'text') return '';
  if (key !== 'id') return undefined;
  if (around.length === 0) return /([^/]+)\.ya?ml$/i.exec(file.name)?.[1];
  const competency = around.at(-2);
  if (typeof part.level === 'string' && isMap(competency)) return `${String(competency.id)}-${part.level}`;
  const words = [part.name, part.text].find((value) => typeof value === 'string');
  return words === undefined ? undefined : new IdMint().mint(words, 'entry');
}

function partOf(file: ThemeFile, source: YamlSource): ThemePart {
  const { $schema: _forEditors, competencies = [], ...theme } = file;
  const expectations: Expectation[] = [];
  const rows = competencies.map(({ expectations: cells = [], ...row }, index): Competency => {
    for (const cell of cells) {
      const { points = [], examples = [], links = [], state = 'present', ...rest } = cell;
      const origin = source.origin(cell);
      expectations.push({ ...rest, competency: row.id, points, examples, links, state, origin });
    }
    return { ...row, theme: theme.id, origin: source.origin(competencies[index]) };
  });
  return { theme: { ...theme, origin: source.origin(file) }, competencies: rows, expectations };
}
