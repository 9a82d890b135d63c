import { dayIn } from '../../domain/days.ts';
import { type Evidence, mayTakeBack, type Problem } from '../../domain/evidence.ts';
import type { PublishedFrameworks } from '../../domain/published.ts';
import { asksAbout } from './confirm/queries.ts';
import { spokenTo } from './expectations.ts';
import { giverOf } from './offers/queries.ts';
import { findStandingAndNames } from './queries/standing.ts';
import { usedIn } from './queries/used-in.ts';
import { doneWord } from './views/addresses.ts';
import type { OwnProps } from './views/own-props.ts';
import type { EvidenceVisit } from './visits.ts';

/** A form of the page that was not taken: what is wrong with it, and what was typed. */
export interface Returned {
  errors: readonly Problem[];
  typed: Readonly<Record<string, string>>;
}

/** Gathers what the owner's page of a piece of evidence shows. */
export async function ownPageProps(
  visit: EvidenceVisit,
  published: PublishedFrameworks,
  evidence: Evidence,
  returned?: Returned,
): Promise<OwnProps> {
  const { db, viewer, token, now, c } = visit;
  const { standing, names } = await findStandingAndNames(db, viewer.person);
  return {
    evidence,
    spoken: evidence.ties.map((tie) => spokenTo(published, tie)),
    readers: standing.readers,
    names,
    asks: await asksAbout(db, evidence.id),
    offeredBy: evidence.cameBy === 'offer' ? await giverOf(db, evidence.id) : undefined,
    now,
    // What is not shared cannot be taken back, wherever it was used.
    mayTakeBack: mayTakeBack(evidence, evidence.sharedAt ? await usedIn(db, evidence.id) : []),
    token,
    today: dayIn(standing.timeZone, now),
    done: doneWord(c.req.query('done')),
    ...returned,
  };
}
