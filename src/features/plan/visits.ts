/** What routes about somebody's plan begin with. */
import { recordEvent } from '../../db/events.ts';
import type { Executor, Schema } from '../../db/schema.ts';
import type { Side } from '../../domain/conversation.ts';
import { dayIn } from '../../domain/days.ts';
import { nothingHere, type Visit } from '../../web/doors.ts';
import { findStanding, type Standing } from './queries/standing.ts';

export type PlanVisit = Visit<Schema>;

export const OWN = { may: 'signed in', audit: 'own' } as const;
export const BOTH_SIDES = { may: 'signed in', audit: 'logged' } as const;

/** Who does something, and when. */
export interface By {
  /** Id of the viewer. */
  person: string;
  now: Date;
}

/** Whose plan it is, and which side of it the viewer is on. */
export interface Subject extends Standing {
  side: Side;
  /** The day that it is where the viewer is. */
  today: string;
}

export function byViewer({ viewer, now }: PlanVisit): By {
  return { person: viewer.person, now };
}

/** The viewer, as the subject of their own plan. */
export function ownSubject(visit: PlanVisit): Promise<Subject> {
  return subjectOf(visit, visit.viewer.person);
}

/** Somebody whose plan the viewer shares: their own, or that of somebody whom they manage. @throws CairnError `not found` */
export async function subjectOf({ db, viewer, now }: PlanVisit, person: string): Promise<Subject> {
  const standing = await findStanding(db, person);
  if (standing === undefined) throw nothingHere();
  const side = standing.id === viewer.person ? 'person' : 'manager';
  return { ...standing, side, today: dayIn(standing.viewerTimeZone ?? undefined, now) };
}

/** Records something that was done to a record, for its owner to read. */
export async function recordDone(
  db: Executor,
  { person, now }: By,
  verb: string,
  subject: string,
  about: string,
): Promise<void> {
  await recordEvent(db, { at: now, actor: person, verb, subject, kind: 'record', about });
}

/** Writes down that somebody opened what is another person's, who can read that they did. */
export async function recordOpened(visit: PlanVisit, subject: string, about: string): Promise<void> {
  if (about === visit.viewer.person) return;
  const [kind = ''] = subject.split(':');
  await recordDone(visit.db, byViewer(visit), `${kind}.opened`, subject, about);
}
