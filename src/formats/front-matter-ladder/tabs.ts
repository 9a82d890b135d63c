import { type Finding, quoted } from '../../domain/finding.ts';
import type { TextFile } from '../format.ts';

/** At most so many tabs of a file are named one by one. */
const MOST_NAMED = 100;

/**
 * Reads tabs that stand where YAML wants spaces, before a text or its hyphen, as spaces, and says where each stood. A
 * tab after a hyphen is one space, which moves nothing; one that indents is taken to indent like the line above of the
 * same kind. Tabs inside texts stay. YAML readers disagree on such tabs: some refuse the whole file.
 */
export function withoutTabs(file: TextFile): { text: string; findings: Finding[] } {
  if (!file.text.includes('\t')) return { text: file.text, findings: [] };
  const findings: Finding[] = [];
  const margins: Margins = { item: '', key: '' };
  /** Indentation of the key whose block text (`|`, `>`) is being passed; -1 outside of one. */
  let block = -1;
  let number = 0;
  let more = 0;
  const text = file.text.replace(/[^\r\n]*(?:\r\n|\n|\r|$)/g, (line) => {
    number += 1;
    const prefix = /^[ \t]*(?:-[ \t]+)*/.exec(line)?.[0] ?? '';
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (line.trim() === '' || (block >= 0 && indent > block)) return line;
    const spaced = prefix.includes('\t') ? straight(prefix, margins) : prefix;
    if (spaced !== prefix) {
      if (findings.length < MOST_NAMED) findings.push(foundTab(file, line, prefix, number));
      else more += 1;
    }
    margins[spaced.includes('-') ? 'item' : 'key'] = /^ */.exec(spaced)?.[0] ?? '';
    block = /(?:^|[:-][ \t]+)[|>][+\-\d]{0,2}[ \t]*[\r\n]*$/.test(line)
      ? (/^ */.exec(spaced)?.[0].length ?? 0)
      : -1;
    return spaced + line.slice(prefix.length);
  });
  if (more > 0) findings.push(manyMore(file, more));
  return { text, findings };
}

/** Indentation of the last line that began with a hyphen, and of the last that did not. */
interface Margins {
  item: string;
  key: string;
}

function straight(prefix: string, margins: Margins): string {
  const indent = /^[ \t]*/.exec(prefix)?.[0] ?? '';
  const rest = prefix.slice(indent.length).replaceAll('\t', ' ');
  if (!indent.includes('\t')) return indent + rest;
  return (rest.includes('-') ? margins.item : margins.key) + rest;
}

function foundTab(file: TextFile, line: string, prefix: string, number: number): Finding {
  const column = prefix.indexOf('\t') + 1;
  const indents = prefix.slice(0, column).trim() === '';
  const place = { file: file.name, line: number, column, quote: quoted(line.trim()) };
  const remedy = 'Replace the tab by a space, indented like the lines around it.';
  return indents
    ? {
        ...place,
        rule: 'unreadable',
        severity: 'error',
        message: `A tab indents line ${number} of ${file.name}, where YAML accepts only spaces. The line was read as if it stood under the one above it.`,
        remedy,
      }
    : {
        ...place,
        rule: 'unexpected-part',
        severity: 'warning',
        message: `A tab stands at line ${number}, column ${column} of ${file.name}, where YAML wants a space: many readers refuse the whole file. It was read as a space.`,
        remedy,
      };
}

function manyMore(file: TextFile, more: number): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    quote: '',
    message: `${file.name} has ${more} more tabs where YAML wants spaces.`,
    remedy: 'Let your editor replace the tabs at the beginnings of lines by spaces.',
  };
}
