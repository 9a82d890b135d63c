import type { Schema } from '../../../db/schema.ts';
import { dayIn, latestToday } from '../../../domain/days.ts';
import { noteOf, noteProblems } from '../../../domain/evidence.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Asked } from '../../../web/doors.ts';
import { readBody, refuseProblems } from '../../../web/read-body.ts';
import { linkProblems } from '../actions/links.ts';
import { noteEvidence } from '../actions/note-evidence.ts';
import { cleaned, cleanedLine } from '../clean-text.ts';
import { findStanding } from '../queries/standing.ts';
import { releaseFor } from '../release-for.ts';
import { byViewer } from '../visits.ts';
import { newEvidence } from './schemas.ts';
import { tiesOf } from './ties-of.ts';

/** @throws CairnError that says what is wrong with what was sent */
export async function noteByApi(asked: Asked<Schema>, published: PublishedFrameworks) {
  const { db, viewer, now, body } = asked;
  const { id, text, happenedOn, kind, links = [], speaksTo = [] } = readBody(newEvidence, body);
  const { timeZone, level } = await findStanding(db, viewer.person);
  const note = noteOf({ text: cleaned(text), happenedOn: happenedOn ?? dayIn(timeZone, now), kind });
  refuseProblems(noteProblems(note, latestToday(now)));
  const cleanedLinks = links.map(({ url, title = '' }) => ({
    url: cleaned(url).trim(),
    title: cleanedLine(title),
  }));
  refuseProblems(cleanedLinks.flatMap((link) => linkProblems(link, 0)));
  return noteEvidence(db, byViewer(asked), {
    ...note,
    id,
    cameBy: viewer.kind === 'token' ? 'command' : 'page',
    release: releaseFor(published, level),
    links: cleanedLinks,
    ties: tiesOf(speaksTo, published, level),
  });
}
