/** One piece of evidence: read, edited, shared, deleted. */
import type { Schema } from '../../db/schema.ts';
import { latestToday } from '../../domain/days.ts';
import { type Evidence, mayDelete, noteOf, noteProblems } from '../../domain/evidence.ts';
import type { Answer } from '../../web/answer-with.ts';
import { type Doors, nothingHere } from '../../web/doors.ts';
import type { SentForm } from '../../web/form-guard.ts';
import type { Room } from '../../web/room.ts';
import { deleteEvidence } from './actions/delete-evidence.ts';
import { editEvidence } from './actions/edit-evidence.ts';
import { shareEvidence, takeBackEvidence } from './actions/share-evidence.ts';
import { cleaned } from './clean-text.ts';
import { asksAbout } from './confirm/queries.ts';
import { spokenTo } from './expectations.ts';
import { ownPageProps } from './own-page-props.ts';
import { findEvidence } from './queries/find-evidence.ts';
import { findPerson } from './queries/person.ts';
import { usedIn } from './queries/used-in.ts';
import { findVersions } from './queries/versions.ts';
import { afterwards, EVIDENCE, evidenceAddress } from './views/addresses.ts';
import { deletionPage } from './views/deletion-page.tsx';
import { conflictPage, type EditForm, editPage } from './views/edit-page.tsx';
import { ownPage } from './views/own-page.tsx';
import { sharedPage } from './views/shared-page.tsx';
import { versionsPage } from './views/versions-page.tsx';
import { byViewer, type EvidenceVisit, ownEvidence, ownEvidenceToChange, recordOpened } from './visits.ts';

const OWN = { may: 'signed in', audit: 'own' } as const;

export function mountPiece(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get('/evidence/:id', { may: 'signed in', audit: 'logged' }, (visit) => readPiece(visit, room));
  doors.get('/evidence/:id/edit', OWN, async (visit) => {
    const evidence = await ownEvidence(visit);
    return { page: editPage({ evidence, form: formOf(evidence), token: visit.token }) };
  });
  doors.post('/evidence/:id/versions', OWN, async (sent) => {
    const evidence = await ownEvidenceToChange(sent);
    return edit(sent, evidence, sent.form);
  });
  doors.get('/evidence/:id/versions', OWN, async (visit) => {
    const evidence = await ownEvidence(visit);
    return { page: versionsPage({ evidence, versions: await findVersions(visit.db, evidence.id) }) };
  });
  doors.post('/evidence/:id/shares', OWN, async (sent) => {
    const evidence = await ownEvidenceToChange(sent);
    await shareEvidence(sent.db, byViewer(sent), evidence);
    return { redirect: afterwards(evidenceAddress(evidence.id), 'shared') };
  });
  doors.post('/evidence/:id/shares/withdrawal', OWN, async (sent) => {
    const evidence = await ownEvidenceToChange(sent);
    await takeBackEvidence(sent.db, byViewer(sent), evidence);
    return { redirect: afterwards(evidenceAddress(evidence.id), 'taken-back') };
  });
  doors.get('/evidence/:id/deletion', OWN, async (visit) => {
    const evidence = await ownEvidence(visit);
    const ruling = mayDelete(await usedIn(visit.db, evidence.id));
    return { page: deletionPage({ evidence, ruling, token: visit.token }) };
  });
  doors.post('/evidence/:id/deletion', OWN, async (sent) => {
    const evidence = await ownEvidenceToChange(sent);
    await deleteEvidence(sent.db, byViewer(sent), evidence.id);
    return { redirect: afterwards(EVIDENCE, 'deleted') };
  });
}

/** The owner's own page; for whoever else may read it the shared one, which is written down. */
async function readPiece(visit: EvidenceVisit, room: Room<Schema>): Promise<Answer> {
  const { db, viewer, c } = visit;
  const evidence = await findEvidence(db, c.req.param('id') ?? '');
  if (evidence === undefined) throw nothingHere();
  const published = await room.published();
  if (evidence.owner === viewer.person)
    return { page: ownPage(await ownPageProps(visit, published, evidence)) };
  await recordOpened(visit, evidence.owner, `evidence:${evidence.id}`);
  const owner = (await findPerson(db, evidence.owner))?.name ?? '';
  const spoken = evidence.ties.map((tie) => spokenTo(published, tie));
  const asks = await asksAbout(db, evidence.id);
  return { page: sharedPage({ evidence, spoken, asks, owner }) };
}

async function edit(visit: EvidenceVisit, evidence: Evidence, sent: SentForm): Promise<Answer> {
  const { db, now, token } = visit;
  const form: EditForm = {
    text: cleaned(sent.text('text')),
    happenedOn: sent.text('happened-on').trim(),
    kind: sent.text('kind'),
    seen: Number(sent.text('version')),
  };
  const note = { ...form, kind: form.kind || undefined };
  const errors = noteProblems(note, latestToday(now));
  if (errors.length > 0) return { page: editPage({ evidence, form, token, errors }), status: 422 };
  const taken = await editEvidence(db, byViewer(visit), evidence, { ...noteOf(note), seen: form.seen });
  if (taken) return { redirect: afterwards(evidenceAddress(evidence.id), 'edited') };
  const both = { ...form, seen: evidence.version };
  return { page: conflictPage({ evidence, form: both, token }), status: 409 };
}

function formOf({ text, happenedOn, kind, version }: Evidence): EditForm {
  return { text, happenedOn, kind: kind ?? '', seen: version };
}
