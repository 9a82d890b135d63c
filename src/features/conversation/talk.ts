import type { ConversationState, Side } from '../../domain/conversation.ts';

/** A conversation as its pages know it: who, about what, when, and where it stands. Nothing that anybody wrote. */
export interface Talk {
  id: string;
  person: Participant;
  /** Who holds it on the manager's side; nobody any more where they were erased. */
  manager: Participant;
  /** The line manager, where a deputy holds it in their own name. */
  inPlaceOf?: Participant;
  startedBy: string;
  /** Instants are ISO 8601. */
  startedAt: string;
  framework: string;
  release: string;
  level: string;
  /** Ids of the expectations, in the framework's own order. */
  expectations: string[];
  state: ConversationState;
  /** Moves with every change that both sides see. */
  touchedAt: string;
  /** Whose view the viewer prepares; absent for whoever prepares none. */
  mySide?: Side;
  /** Whose part the viewer takes once both views are revealed; a deputy may take the manager's. */
  talkSide?: Side;
  date?: TalkDate;
  /** Who wants to reopen the record and why, where that waits for an answer. */
  reopening?: { by: Side; reason: string; at: string };
  /** IANA name of the viewer's time zone. */
  timeZone: string;
}

export interface Participant {
  /** Absent where they were erased. */
  id?: string;
  name: string;
}

/** Somebody who may have been erased since. */
export function somebody(id: string | null, name: string | null): Participant {
  return id === null || name === null ? { name: 'somebody who was erased' } : { id, name };
}

/** When the talk is. */
export interface TalkDate {
  /** Counts the versions of the calendar entry. */
  sequence: number;
  startsAt: string;
  minutes: number;
  place?: string;
  cancelled: boolean;
}

/** Who takes a part of a conversation. */
export function participant(talk: Talk, side: Side): Participant {
  return side === 'person' ? talk.person : talk.manager;
}

/** Whoever finds opportunities: the line manager, whom a deputy only stands in for. */
export function lineManagerOf({ manager, inPlaceOf }: Talk): Participant {
  return inPlaceOf ?? manager;
}
