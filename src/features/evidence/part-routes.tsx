/** What hangs on a piece of evidence: links, whom it helped, files. */
import type { Schema } from '../../db/schema.ts';
import type { Problem } from '../../domain/evidence.ts';
import type { Answer } from '../../web/answer-with.ts';
import { type Doors, nothingHere, type Sent } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { addFiles, fileProblems, LARGEST_UPLOAD, readFiles, removeFile } from './actions/files.ts';
import { addHelped, helpedProblems, removeHelped } from './actions/helped.ts';
import { addLink, linkProblems, removeLink } from './actions/links.ts';
import { cleanedLine } from './clean-text.ts';
import { isPicture } from './file-type.ts';
import { ownPageProps } from './own-page-props.ts';
import { findFile } from './queries/find-file.ts';
import { afterwards, type DoneWord, evidenceAddress } from './views/addresses.ts';
import { ownPage } from './views/own-page.tsx';
import { byViewer, ownEvidence, ownEvidenceToChange, recordOpened } from './visits.ts';

const OWN = { may: 'signed in', audit: 'own' } as const;

export function mountParts(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.post('/evidence/:id/links', OWN, async (sent) => {
    const evidence = await ownEvidenceToChange(sent);
    const typed = { url: cleanedLine(sent.form.text('url')), title: cleanedLine(sent.form.text('title')) };
    const errors = linkProblems(typed, evidence.links.length);
    if (errors.length > 0) return returned(sent, room, errors, typed);
    await addLink(sent.db, byViewer(sent), evidence, typed);
    return back(evidence.id, 'linked');
  });
  doors.post('/evidence/:id/links/removal', OWN, async (sent) => {
    const { id } = await ownEvidenceToChange(sent);
    await removeLink(sent.db, byViewer(sent), id, placeIn(sent));
    return back(id, 'unlinked');
  });
  doors.post('/evidence/:id/helped', OWN, async (sent) => {
    const evidence = await ownEvidenceToChange(sent);
    const helped = cleanedLine(sent.form.text('helped'));
    const errors = helpedProblems(helped, evidence.helped.length);
    if (errors.length > 0) return returned(sent, room, errors, { helped });
    await addHelped(sent.db, byViewer(sent), evidence, helped);
    return back(evidence.id, 'helped');
  });
  doors.post('/evidence/:id/helped/removal', OWN, async (sent) => {
    const { id } = await ownEvidenceToChange(sent);
    await removeHelped(sent.db, byViewer(sent), id, placeIn(sent));
    return back(id, 'helped-removed');
  });
  mountFiles(doors, room);
}

function mountFiles(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.post(
    '/evidence/:id/files',
    OWN,
    async (sent) => {
      const evidence = await ownEvidenceToChange(sent);
      const files = await readFiles(sent.form.files('files'));
      const errors = fileProblems(files, evidence.files.length);
      if (errors.length > 0) return returned(sent, room, errors, {});
      await addFiles(sent.db, byViewer(sent), evidence, files);
      return back(evidence.id, 'attached');
    },
    { bytes: LARGEST_UPLOAD },
  );
  doors.get('/evidence/:id/files/:file', { may: 'signed in', audit: 'logged' }, async (visit) => {
    const found = await findFile(visit.db, visit.c.req.param('id') ?? '', visit.c.req.param('file') ?? '');
    if (found === undefined) throw nothingHere();
    await recordOpened(visit, found.owner, `evidence-file:${found.id}`);
    const { name, type } = found;
    return { file: { bytes: new Uint8Array(found.bytes), type, name, show: isPicture(type) } };
  });
  doors.post('/evidence/:id/files/removal', OWN, async (sent) => {
    const { id } = await ownEvidenceToChange(sent);
    await removeFile(sent.db, byViewer(sent), id, sent.form.text('file'));
    return back(id, 'file-removed');
  });
}

function back(evidence: string, done: DoneWord): Answer {
  return { redirect: afterwards(evidenceAddress(evidence), done) };
}

/** The page again, with what was typed and what is wrong with it. */
async function returned(
  sent: Sent<Schema>,
  room: Room<Schema>,
  errors: readonly Problem[],
  typed: Readonly<Record<string, string>>,
): Promise<Answer> {
  const evidence = await ownEvidence(sent);
  const props = await ownPageProps(sent, await room.published(), evidence, { errors, typed });
  return { page: ownPage(props), status: 422 };
}

function placeIn({ form }: Sent<Schema>): number {
  const place = Number.parseInt(form.text('place'), 10);
  return Number.isInteger(place) ? place : 0;
}
