import type { Side } from '../../../domain/conversation.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../../domain/published.ts';
import { type Agreed, findAgreed } from '../queries/find-agreed.ts';
import { findViews } from '../queries/find-views.ts';
import { wordingOf } from '../rows.ts';
import type { Talk } from '../talk.ts';
import { type TalkVisit, talkingSide } from '../visits.ts';
import { type TalkedAbout, talkedAbout } from './talked-about.ts';

/** A talk as both sides see it once their views are revealed. */
export interface TalkData {
  talk: Talk;
  /** The viewer's. */
  side: Side;
  wording: PublishedEdition;
  rows: TalkedAbout[];
  agreed: Agreed;
  token: string;
  /** Id. */
  viewer: string;
}

export async function loadTalk(
  { db, token, viewer }: TalkVisit,
  published: PublishedFrameworks,
  talk: Talk,
): Promise<TalkData> {
  const wording = wordingOf(published, talk);
  const views = await findViews(db, talk.id);
  const agreed = await findAgreed(db, talk);
  return {
    talk,
    side: talkingSide(talk),
    wording,
    rows: talkedAbout(talk, wording, views, agreed),
    agreed,
    token,
    viewer: viewer.person,
  };
}
