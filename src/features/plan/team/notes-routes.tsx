/** A manager's own notes on a report. */
import { isId } from '../../../db/ids.ts';
import type { Schema } from '../../../db/schema.ts';
import type { Problem } from '../../../domain/plan.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { type Doors, nothingHere, type Sent } from '../../../web/doors.ts';
import { Phrase } from '../../../web/text.tsx';
import { cleanedField } from '../clean-text.ts';
import { notesAddress, TEAM } from '../views/addresses.ts';
import { checkPage } from '../views/check-page.tsx';
import { afterwards, doneWord } from '../views/done.ts';
import { firstLine } from '../views/words.tsx';
import { byViewer, type PlanVisit, type Subject, subjectOf } from '../visits.ts';
import { changeNote, deleteNote, writeNote } from './note-actions.ts';
import { editNotePage, notesPage } from './notes-page.tsx';
import { type ManagerNote, notesOn } from './queries.ts';
import { TeamSide } from './side.tsx';

/** The notes are the viewer's own, so that reading them opens nothing of anybody else's. */
const MANAGERS = { may: 'manager', audit: 'own' } as const;

/** Most characters of a note. */
const LONGEST = 20_000;

export function mountNotes(doors: Doors<Schema>): void {
  doors.get('/team/:person/notes', MANAGERS, async (visit) => notes(visit, '', []));
  doors.post('/team/:person/notes', MANAGERS, async (sent) => {
    const subject = await reportOf(sent);
    const text = cleanedField(sent.form, 'text');
    const errors = problemsOf(text);
    if (errors.length > 0) return notes(sent, text, errors);
    await writeNote(sent.db, byViewer(sent), subject.id, text);
    return { redirect: afterwards(notesAddress(subject.id), 'noted') };
  });
  doors.get('/team/:person/notes/:note/edit', MANAGERS, async (visit) => {
    const { subject, note } = await noteOf(visit);
    return { page: editPage(visit, subject, note.id, note.text, []) };
  });
  doors.post('/team/:person/notes/:note/edit', MANAGERS, change);
  doors.get('/team/:person/notes/:note/deletion', MANAGERS, deletionPage);
  doors.post('/team/:person/notes/:note/deletion', MANAGERS, async (sent) => {
    const { subject, note } = await noteOf(sent);
    if (!(await deleteNote(sent.db, byViewer(sent), subject.id, note.id))) throw nothingHere();
    return { redirect: afterwards(notesAddress(subject.id), 'deleted') };
  });
}

async function notes(visit: PlanVisit, text: string, errors: readonly Problem[]): Promise<Answer> {
  const { db, viewer, token, c } = visit;
  const subject = await reportOf(visit);
  const page = notesPage({
    subject,
    viewer,
    token,
    errors,
    text,
    notes: await notesOn(db, subject.id),
    done: doneWord(c.req.query('done')),
  });
  return errors.length > 0 ? { page, status: 422 } : { page };
}

async function change(sent: Sent<Schema>): Promise<Answer> {
  const { subject, note } = await noteOf(sent);
  const text = cleanedField(sent.form, 'text');
  const errors = problemsOf(text);
  if (errors.length > 0) return { page: editPage(sent, subject, note.id, text, errors), status: 422 };
  const changed = await changeNote(sent.db, byViewer(sent), { id: note.id, person: subject.id, text });
  if (!changed) throw nothingHere();
  return { redirect: afterwards(notesAddress(subject.id), 'changed') };
}

async function deletionPage(visit: PlanVisit): Promise<Answer> {
  const { subject, note } = await noteOf(visit);
  const page = checkPage({
    heading: 'Delete this note for good?',
    children: (
      <>
        <p class="lede" dir="auto">
          <Phrase text={firstLine(note.text)} />
        </p>
        <p>That there was a note, and that you deleted it, stays written down without what it said.</p>
      </>
    ),
    action: notesAddress(subject.id, note.id, 'deletion'),
    token: visit.token,
    confirm: 'Delete for good',
    back: notesAddress(subject.id),
    keep: 'Keep it',
    shell: { section: 'team', left: <TeamSide viewer={visit.viewer} current={TEAM} /> },
  });
  return { page };
}

function editPage(
  { viewer, token }: PlanVisit,
  subject: Subject,
  note: string,
  text: string,
  errors: readonly Problem[],
) {
  return editNotePage({ subject, viewer, token, note, text, errors });
}

/** The report that the address names. @throws CairnError `not found` */
async function reportOf(visit: PlanVisit): Promise<Subject> {
  const subject = await subjectOf(visit, visit.c.req.param('person') ?? '');
  if (subject.side !== 'manager') throw nothingHere();
  return subject;
}

/** The viewer's own note that the address names. @throws CairnError `not found` */
async function noteOf(visit: PlanVisit): Promise<{ subject: Subject; note: ManagerNote }> {
  const subject = await reportOf(visit);
  const id = visit.c.req.param('note') ?? '';
  const note = isId(id) ? (await notesOn(visit.db, subject.id)).find((one) => one.id === id) : undefined;
  if (note === undefined) throw nothingHere();
  return { subject, note };
}

function problemsOf(text: string): Problem[] {
  if (text === '') return [{ field: 'text', message: 'Write what you want to remember' }];
  if (text.length <= LONGEST) return [];
  return [{ field: 'text', message: `Shorten it to ${LONGEST.toLocaleString('en-GB')} characters` }];
}
