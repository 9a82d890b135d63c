/** Noting something that happened, on a page. */
import { newId } from '../../db/ids.ts';
import type { Schema } from '../../db/schema.ts';
import { dayIn, latestToday } from '../../domain/days.ts';
import { noteOf, noteProblems, type Tie } from '../../domain/evidence.ts';
import type { PublishedFrameworks } from '../../domain/published.ts';
import type { Answer } from '../../web/answer-with.ts';
import type { Doors, Sent } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { linkProblems } from './actions/links.ts';
import { noteEvidence } from './actions/note-evidence.ts';
import { cleaned, cleanedLine } from './clean-text.ts';
import { tieToNewest } from './expectations.ts';
import { findStanding } from './queries/standing.ts';
import { releaseFor } from './release-for.ts';
import { speakableAt } from './speakable.ts';
import { targetOf } from './tie-value.ts';
import { afterwards, BOOKMARK, evidenceAddress, NEW_EVIDENCE } from './views/addresses.ts';
import { bookmarkPage } from './views/bookmark-page.tsx';
import { type NoteForm, notePage } from './views/note-page.tsx';
import { byViewer, type EvidenceVisit } from './visits.ts';

const OWN = { may: 'signed in', audit: 'own' } as const;

export function mountNoting(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(NEW_EVIDENCE, OWN, async (visit) => {
    const { timeZone, level } = await findStanding(visit.db, visit.viewer.person);
    const speakable = speakableAt(await room.published(), visit.c.req.query(), level);
    const form = formOfAddress(visit, dayIn(timeZone, visit.now));
    const speaksTo = speakable.filter(({ chosen }) => chosen).map(({ value }) => value);
    return { page: notePage({ form: { ...form, speaksTo }, token: visit.token, errors: [], speakable }) };
  });
  doors.get(BOOKMARK, OWN, async () => ({ page: bookmarkPage(room.site.baseUrl) }));
  doors.post('/evidence', OWN, async (sent) => note(sent, await room.published()));
}

async function note(sent: Sent<Schema>, published: PublishedFrameworks): Promise<Answer> {
  const { db, viewer, now, token } = sent;
  const { timeZone, level } = await findStanding(db, viewer.person);
  const form = formThatWasSent(sent, dayIn(timeZone, now));
  const ties = tiesIn(form.speaksTo, published);
  const { url, title } = form;
  const written = { ...form, kind: form.kind || undefined };
  const errors = [
    ...noteProblems(written, latestToday(now)),
    ...(url === '' ? [] : linkProblems({ url, title }, 0)),
  ];
  if (errors.length > 0) {
    const speakable = speakableAt(published, { 'speaks-to': form.speaksTo.join(' ') }, level);
    return { page: notePage({ form, token, errors, speakable }), status: 422 };
  }
  const { id } = await noteEvidence(db, byViewer(sent), {
    ...noteOf(written),
    id: form.id,
    cameBy: form.bookmarked ? 'bookmark' : 'page',
    release: releaseFor(published, level),
    links: url === '' ? [] : [{ url, title }],
    ties,
  });
  return { redirect: afterwards(evidenceAddress(id), 'noted') };
}

/** What the address fills in: a text, or the page that the bookmark was used on. */
function formOfAddress({ c }: EvidenceVisit, today: string): Omit<NoteForm, 'speaksTo'> {
  const said = (name: string) => cleaned(c.req.query(name) ?? '');
  const url = said('url').trim();
  return {
    id: newId(),
    text: said('text'),
    happenedOn: today,
    kind: '',
    url,
    title: cleanedLine(said('title')),
    bookmarked: url !== '',
  };
}

function formThatWasSent({ form }: Sent<Schema>, today: string): NoteForm {
  return {
    id: form.text('id'),
    text: cleaned(form.text('text')),
    happenedOn: form.text('happened-on').trim() || today,
    kind: form.text('kind'),
    url: cleaned(form.text('url')).trim(),
    title: cleanedLine(form.text('title')),
    bookmarked: form.text('bookmarked') !== '',
    speaksTo: form.all('speaks-to'),
  };
}

/** Ties to what is still there to speak to; anything else was never offered. */
function tiesIn(values: readonly string[], published: PublishedFrameworks): Tie[] {
  return values.flatMap((value) => {
    const target = targetOf(value);
    return (target && tieToNewest(published, target)) ?? [];
  });
}
