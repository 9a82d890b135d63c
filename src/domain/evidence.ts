/** Evidence: something that happened, in a person's own words. What it may be, and what may happen to it next. */
import { isDay } from './days.ts';

/** What kind of operations work it was. The words are the ids. */
export const KINDS = [
  'incident led',
  'incident handled',
  'update to stakeholders',
  'review written',
  'problem closed',
  'runbook or guide written',
  'change run',
  'service onboarded',
  'toil removed',
  'session given',
  'cover taken',
  'vendor handled',
  'something else',
] as const;
export type Kind = (typeof KINDS)[number];

/** By which way it was noted. */
export const WAYS = ['page', 'bookmark', 'command', 'import', 'offer'] as const;
export type Way = (typeof WAYS)[number];

export const LONGEST_TEXT = 20_000;
export const LONGEST_TITLE = 300;
export const LONGEST_ADDRESS = 2_000;
export const LONGEST_FILE_NAME = 200;

/** How many links, people helped and files one piece of evidence holds. */
export const MOST_OF_EACH = 20;

/** Largest file, in bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** What a person writes. Everything but the text may come later. */
export interface Note {
  /** Markdown, to the letter. */
  text: string;
  /** ISO 8601 day. */
  happenedOn: string;
  kind?: Kind | undefined;
}

/** Which expectation a piece of evidence speaks to, in the wording of which release. */
export interface Tie extends TieTarget {
  release: string;
}

export interface TieTarget {
  framework: string;
  /** Id of the expectation. */
  expectation: string;
  /** Id of one of its numbered points; absent: the whole of it. */
  point?: string | undefined;
}

export interface EvidenceLink {
  place: number;
  url: string;
  title?: string | undefined;
}

/** Whom it helped: somebody or a team of the directory, or others in words. All absent for somebody who was erased. */
export interface Helped {
  place: number;
  person?: { id: string; name: string } | undefined;
  team?: { id: string; name: string } | undefined;
  words?: string | undefined;
}

export interface EvidenceFile {
  id: string;
  name: string;
  /** By its content. */
  type: string;
  /** In bytes. */
  size: number;
}

/** A piece of evidence with everything that hangs on it. Instants are ISO 8601. */
export interface Evidence extends Note {
  id: string;
  /** Id of its owner. */
  owner: string;
  notedAt: string;
  changedAt: string;
  /** Counts edits. */
  version: number;
  /** Since when the line manager may read it. Absent: nobody but its owner. */
  sharedAt?: string | undefined;
  cameBy: Way;
  /** The release in force when it was noted. Absent for somebody who held no level. */
  release?: { framework: string; version: string } | undefined;
  ties: Tie[];
  links: EvidenceLink[];
  helped: Helped[];
  files: EvidenceFile[];
}

/** Where a piece of evidence was used, so that it stays what it was. */
export interface Use {
  /** In words that go on from "It was used in", e.g. "the conversation of 12 March 2026". */
  where: string;
}

/** What is wrong with something that was sent, as an instruction. `field`: which part of it. */
export interface Problem {
  field: string;
  message: string;
}

/** Whether something may happen, and why not. */
export type Ruling = { may: true } | { may: false; why: string };

const MAY: Ruling = { may: true };

/** A note as it was sent: its kind may be none of ours. */
export type SentNote = Omit<Note, 'kind'> & { kind?: string | undefined };

/** @param today the last day that is not in the future */
export function noteProblems({ text, happenedOn, kind }: SentNote, today: string): Problem[] {
  const problems: Problem[] = [];
  if (text.trim() === '') problems.push({ field: 'text', message: 'Write what happened' });
  if (text.length > LONGEST_TEXT) {
    const message = `Shorten it to ${inWords(LONGEST_TEXT)} characters; it has ${inWords(text.length)}`;
    problems.push({ field: 'text', message });
  }
  const day = dayProblem(happenedOn, today);
  if (day !== undefined) problems.push({ field: 'happened-on', message: day });
  if (kind !== undefined && !isKind(kind))
    problems.push({ field: 'kind', message: 'Choose a kind of the list' });
  return problems;
}

/** What was sent, once nothing is wrong with it. */
export function noteOf({ text, happenedOn, kind }: SentNote): Note {
  return { text, happenedOn, ...(kind !== undefined && isKind(kind) ? { kind } : {}) };
}

export function isKind(kind: string): kind is Kind {
  return (KINDS as readonly string[]).includes(kind);
}

export function mayShare({ sharedAt }: Pick<Evidence, 'sharedAt'>): Ruling {
  return sharedAt === undefined ? MAY : { may: false, why: 'It is shared already.' };
}

export function mayTakeBack({ sharedAt }: Pick<Evidence, 'sharedAt'>, uses: readonly Use[]): Ruling {
  if (sharedAt === undefined) return { may: false, why: 'It is not shared.' };
  return uses.length === 0
    ? MAY
    : { may: false, why: `${whereUsed(uses)} Whoever read it there can go on reading it.` };
}

export function mayDelete(uses: readonly Use[]): Ruling {
  return uses.length === 0 ? MAY : { may: false, why: `${whereUsed(uses)} What was said there rests on it.` };
}

/** The place of one more link or person helped. */
export function nextPlace(taken: readonly { place: number }[]): number {
  return Math.max(0, ...taken.map(({ place }) => place)) + 1;
}

function whereUsed(uses: readonly Use[]): string {
  return `It was used in ${uses.map(({ where }) => where).join(', and in ')}.`;
}

function dayProblem(day: string, today: string): string | undefined {
  if (!isDay(day)) return 'Give the day it happened as a date, such as 2026-03-12';
  if (day > today) return 'Choose a day that is not in the future';
  return day < '1950-01-01' ? 'Choose a day after 1950' : undefined;
}

function inWords(count: number): string {
  return count.toLocaleString('en-GB');
}
