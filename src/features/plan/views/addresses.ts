/** The addresses of this feature's pages, in one place. */
import { type TieTarget, tieValue } from '../ties/tie.ts';

export const ACTIONS = '/actions';
export const OBJECTIVES = '/objectives';
export const LEARNING = '/learning';
export const QUALIFICATIONS = '/qualifications';
export const REMINDERS = '/you/reminders';
export const CALENDAR = '/actions/calendar';
export const TEAM = '/team';
export const TALKS = '/team/talks';
export const HEAD = '/head';
export const RHYTHM = '/administration/rhythm';

export function actionAddress(id: string, part?: 'changes'): string {
  return [ACTIONS, id, ...(part === undefined ? [] : [part])].join('/');
}

export function objectiveAddress(id: string, part?: 'edit' | 'wordings' | 'states'): string {
  return [OBJECTIVES, id, ...(part === undefined ? [] : [part])].join('/');
}

export function learningAddress(
  id: string,
  part?: 'edit' | 'wordings' | 'shares' | 'shares/withdrawal' | 'completion' | 'deletion' | 'evidence',
): string {
  return [LEARNING, id, ...(part === undefined ? [] : [part])].join('/');
}

export function qualificationAddress(
  id: string,
  part?: 'edit' | 'wordings' | 'shares' | 'shares/withdrawal' | 'deletion' | 'file' | 'file/removal',
): string {
  return [QUALIFICATIONS, id, ...(part === undefined ? [] : [part])].join('/');
}

/** Objectives and actions of one person, as they and their line manager see them. */
export function planAddress(person: string): string {
  return `/people/${person}/plan`;
}

/** What a report shares of their learning and qualifications. */
export function sharedAddress(person: string): string {
  return `/people/${person}/learning`;
}

/** A manager's own notes on a report. */
export function notesAddress(person: string, note?: string, part?: 'edit' | 'deletion'): string {
  return [
    TEAM,
    person,
    'notes',
    ...(note === undefined ? [] : [note]),
    ...(part === undefined ? [] : [part]),
  ].join('/');
}

/** The form of a new action or objective: for somebody else, and about an expectation, where they are named. */
export function newAddress(
  list: typeof ACTIONS | typeof OBJECTIVES | typeof LEARNING,
  { person, tie }: { person?: string | undefined; tie?: TieTarget | undefined } = {},
): string {
  const query = new URLSearchParams();
  if (person !== undefined) query.set('for', person);
  if (tie !== undefined) query.set('expectation', tieValue(tie));
  return query.size === 0 ? `${list}/new` : `${list}/new?${query}`;
}
