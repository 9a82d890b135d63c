/** The addresses of feedback: the two sides' below their conversation, the colleague's beside it. */
import { talkAddress } from '../addresses.ts';

/** What the viewer is asked. */
export const FEEDBACK = '/feedback';

/** Where on a conversation's page it stands who was asked. */
export const ASKED = '_feedback';

/** Asks somebody. @param colleague id, once they are chosen */
export function newFeedbackAddress(talk: string, colleague?: string): string {
  const at = talkAddress(talk, 'feedback/new');
  return colleague === undefined ? at : `${at}?colleague=${colleague}`;
}

export function feedbackOfTalkAddress(talk: string): string {
  return talkAddress(talk, 'feedback');
}

export function withdrawalAddress(talk: string, request: string): string {
  return `${feedbackOfTalkAddress(talk)}/${request}/withdrawal`;
}

/** What a colleague who is signed in is asked. */
export function askedAddress(request: string): string {
  return `${FEEDBACK}/${request}`;
}

/** The same by the link in a mail. */
export function linkAddress(secret: string): string {
  return `${FEEDBACK}/by-mail/${secret}`;
}
