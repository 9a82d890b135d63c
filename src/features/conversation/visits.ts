/** What routes about one conversation begin with. */
import type { Schema } from '../../db/schema.ts';
import type { Refusal, Side } from '../../domain/conversation.ts';
import { CairnError } from '../../domain/errors.ts';
import { nothingHere, type Visit } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { type By, recordTalk } from './acts.ts';
import { findTalk, lockTalk } from './queries/find-talk.ts';
import type { Talk } from './talk.ts';

export type TalkVisit = Visit<Schema>;

/** Doors behind which somebody's record stands, which its owner reads that it was opened. */
export const LOGGED = { may: 'signed in', audit: 'logged' } as const;

/** Doors behind which the viewer changes their own part. */
export const OWN = { may: 'signed in', audit: 'own' } as const;

/** Who acts now. */
export function byViewer({ viewer, now }: TalkVisit, { site }: Room<Schema>): By {
  return { person: viewer.person, name: viewer.name, now, baseUrl: site.baseUrl };
}

/** The conversation that the address names. @throws CairnError `not found` */
export async function talkOf(visit: TalkVisit): Promise<Talk> {
  return there(await findTalk(visit.db, visit.c.req.param('id') ?? ''));
}

/** The same to be changed. */
export async function talkToChange(visit: TalkVisit): Promise<Talk> {
  return there(await lockTalk(visit.db, visit.c.req.param('id') ?? ''));
}

/** The side whose view the viewer prepares. @throws CairnError `not found` for whoever prepares none */
export function preparingSide({ mySide }: Talk): Side {
  return there(mySide);
}

/** The side that the viewer takes in the talk. @throws CairnError `not found` for whoever takes none */
export function talkingSide({ talkSide }: Talk): Side {
  return there(talkSide);
}

/** The same talk, once there is something to talk about. @throws CairnError `not found` before, and for others */
export function revealed(talk: Talk): Talk {
  talkingSide(talk);
  there(talk.state.revealedAt);
  return talk;
}

export function there<T>(found: T | undefined): T {
  if (found === undefined) throw nothingHere();
  return found;
}

/** @throws CairnError `refused` with the reason, where there is one */
export function requireAllowed(refusal: Refusal): void {
  if (refusal !== undefined)
    throw new CairnError('refused', refusal, 'Open the conversation again: it may have moved on.');
}

/** Writes down that somebody opened the record of another person, who can read that they did. */
export async function recordOpened({ db, viewer, now }: TalkVisit, talk: Talk): Promise<void> {
  if (talk.person.id === viewer.person) return;
  await recordTalk(db, { person: viewer.person, now }, talk, 'opened');
}
