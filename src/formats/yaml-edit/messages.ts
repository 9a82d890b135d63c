import type { ErrorCode, YAMLError } from 'yaml';
import { type Finding, quoted } from '../../domain/finding.ts';
import type { Origin } from '../../domain/framework.ts';
import type { TextFile } from '../format.ts';

/** What the parser's complaints mean to somebody who edits a file by hand. */
const SAID_PLAINLY: Partial<Record<ErrorCode, [message: string, remedy: string]>> = {
  TAB_AS_INDENT: ['A tab is used to indent; YAML accepts only spaces there.', 'Replace the tab by spaces.'],
  BAD_INDENT: ['The line is not indented like its neighbours.', 'Line it up with the keys of the same part.'],
  BAD_ALIAS: ['The file uses an alias for a part that has no such name.', 'Write the text out instead.'],
  MISSING_CHAR: [
    'A character is missing, most often a colon or a closing quotation mark or bracket.',
    'Complete the line, and put text with special characters in quotation marks.',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'The line holds a second ": ", which YAML takes for another key.',
    'Put the text in quotation marks.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'A key runs over several lines, most often because a colon is missing or a line is not indented.',
    'Give each key its colon and indent the lines of its text.',
  ],
  UNEXPECTED_TOKEN: ['Something stands here that YAML does not expect.', 'Put the text in quotation marks.'],
  BAD_SCALAR_START: [
    'The text begins with a character that YAML keeps for itself.',
    'Put the text in quotation marks.',
  ],
  BAD_DQ_ESCAPE: [
    'The text in quotation marks has a backslash that means nothing.',
    'Write two backslashes, or use single quotation marks.',
  ],
  BLOCK_IN_FLOW: [
    'An indented list stands inside brackets.',
    'Write the list wholly with brackets, or without.',
  ],
};

/** The finding for a place where the text is not YAML. */
export function yamlProblem(error: YAMLError, place: Origin, file: TextFile): Finding {
  const [message, remedy] = SAID_PLAINLY[error.code] ?? [
    `This is not valid YAML: ${lowerFirst(error.message.split('\n', 1)[0] ?? '')}.`,
    'Mend the line; text with special characters belongs in quotation marks.',
  ];
  // Looks back a few words only: a file can be one line of a million mistakes.
  const before = file.text.slice(Math.max(error.pos[0] - 80, 0), error.pos[0]);
  const after = file.text.slice(error.pos[0], error.pos[0] + 120);
  const line = before.slice(before.lastIndexOf('\n') + 1) + (after.split(/\r?\n/, 1)[0] ?? '');
  return { rule: 'unreadable', severity: 'error', ...place, quote: quoted(line.trim()), message, remedy };
}

export function duplicateKey(place: Origin, key: string): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    ...place,
    quote: quoted(key),
    message: `The key "${quoted(key)}" is given twice in the same part; only the first one was read.`,
    remedy: 'Remove one of the two.',
  };
}

export function tooDeep(place: Origin, most: number): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    ...place,
    quote: '',
    message: `The file is nested more than ${most} levels deep here, so it was not read.`,
    remedy: 'Check that this is the right file; no competency framework needs such nesting.',
  };
}

export function tooBroken(file: TextFile, most: number): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    quote: '',
    message: `The file has more than ${most} places that are not valid YAML, so it was not read.`,
    remedy: 'Check that this is the right file and that nothing changed all its lines.',
  };
}

export function tooLarge(file: TextFile): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    quote: '',
    message: 'The file consists of more parts than any framework has, so it was not read.',
    remedy: 'Check that this is the right file, or split it into several frameworks.',
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
