/** What somebody wants to learn or has learnt. Their own; whoever manages them reads what is shared on their plan. */
import type { Schema } from '../../../db/schema.ts';
import { learningProblems } from '../../../domain/learning.ts';
import type { Problem } from '../../../domain/plan.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { type Doors, nothingHere, type Sent } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { Phrase } from '../../../web/text.tsx';
import { cleanedField } from '../clean-text.ts';
import { tieChoices } from '../ties/choices.ts';
import { tiesIn, tieValue } from '../ties/tie.ts';
import { LEARNING, learningAddress } from '../views/addresses.ts';
import { checkPage } from '../views/check-page.tsx';
import { afterwards, doneWord } from '../views/done.ts';
import { firstLine } from '../views/words.tsx';
import { byViewer, OWN, ownSubject, type PlanVisit } from '../visits.ts';
import { changeLearning, deleteLearning, enterLearning, markLearnt, shareLearning } from './actions.ts';
import { becomeEvidence } from './become-evidence.ts';
import { type LearningForm, learningFormPage } from './form-page.tsx';
import { learningPage } from './learning-page.tsx';
import { learningOnePage } from './one-page.tsx';
import { findOwnLearning, type Learning, learningOf, lockLearning } from './queries.ts';

export function mountLearning(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(LEARNING, OWN, async ({ db, viewer, token, c }) => ({
    page: learningPage({
      learning: await learningOf(db, viewer.person),
      published: await room.published(),
      token,
      done: doneWord(c.req.query('done')),
    }),
  }));
  mountForms(doors, room);
  doors.get('/learning/:id', OWN, async (visit) => {
    const learning = await ownLearning(visit);
    const { managers } = await ownSubject(visit);
    const { token, c } = visit;
    const published = await room.published();
    const done = doneWord(c.req.query('done'));
    return { page: learningOnePage({ learning, managers, published, token, done }) };
  });
  doors.post('/learning/:id/completion', OWN, async (sent) => {
    const learning = await ownLearningToChange(sent);
    const { today } = await ownSubject(sent);
    if (learning.learntOn === null) await markLearnt(sent.db, byViewer(sent), learning.id, today);
    return { redirect: learningAddress(learning.id) };
  });
  doors.post('/learning/:id/evidence', OWN, async (sent) => {
    const learning = await ownLearningToChange(sent);
    const { level } = await ownSubject(sent);
    const edition = (await room.published()).find(level?.framework ?? '');
    const release = edition && { framework: edition.framework.id, version: edition.version };
    await becomeEvidence(sent.db, byViewer(sent), learning, release);
    return { redirect: learningAddress(learning.id) };
  });
  mountSharing(doors);
  mountDeletion(doors);
}

function mountForms(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get('/learning/new', OWN, (visit) => {
    const { c } = visit;
    const ties = [c.req.query('expectation') ?? ''].filter((value) => value !== '');
    return openForm(visit, room, { text: '', kind: '', state: '', day: '', ties }, []);
  });
  doors.post(LEARNING, OWN, async (sent) => {
    const form = await typedIn(sent);
    if (form.problems.length > 0) return openForm(sent, room, form, form.problems);
    const ties = tiesIn(await room.published(), form.ties);
    const id = await enterLearning(sent.db, byViewer(sent), { words: form, ties });
    return { redirect: afterwards(learningAddress(id), 'entered') };
  });
  doors.get('/learning/:id/edit', OWN, async (visit) => {
    const learning = await ownLearning(visit);
    return openForm(visit, room, formOf(learning), [], learning.id);
  });
  doors.post('/learning/:id/wordings', OWN, async (sent) => {
    const { id } = await ownLearningToChange(sent);
    const form = await typedIn(sent);
    if (form.problems.length > 0) return openForm(sent, room, form, form.problems, id);
    const ties = tiesIn(await room.published(), form.ties);
    await changeLearning(sent.db, byViewer(sent), id, { words: form, ties });
    return { redirect: afterwards(learningAddress(id), 'changed') };
  });
}

function mountSharing(doors: Doors<Schema>): void {
  doors.post('/learning/:id/shares', OWN, async (sent) => {
    const learning = await ownLearningToChange(sent);
    await shareLearning(sent.db, byViewer(sent), learning, true);
    return { redirect: afterwards(learningAddress(learning.id), 'shared') };
  });
  doors.post('/learning/:id/shares/withdrawal', OWN, async (sent) => {
    const learning = await ownLearningToChange(sent);
    await shareLearning(sent.db, byViewer(sent), learning, false);
    return { redirect: afterwards(learningAddress(learning.id), 'taken-back') };
  });
}

function mountDeletion(doors: Doors<Schema>): void {
  doors.get('/learning/:id/deletion', OWN, async (visit) => {
    const { id, text, evidence } = await ownLearning(visit);
    const page = checkPage({
      heading: 'Delete this for good?',
      children: (
        <>
          <p class="lede" dir="auto">
            <Phrase text={firstLine(text)} />
          </p>
          <p>
            Nobody can bring it back, except from a backup of the whole installation.
            {evidence !== null && ' The evidence that it became stays.'}
          </p>
        </>
      ),
      action: learningAddress(id, 'deletion'),
      token: visit.token,
      confirm: 'Delete for good',
      back: learningAddress(id),
      keep: 'Keep it',
      shell: { current: LEARNING },
    });
    return { page };
  });
  doors.post('/learning/:id/deletion', OWN, async (sent) => {
    const { id } = await ownLearningToChange(sent);
    await deleteLearning(sent.db, byViewer(sent), id);
    return { redirect: afterwards(LEARNING, 'deleted') };
  });
}

/** The viewer's own that the address names. @throws CairnError `not found` */
async function ownLearning({ db, viewer, c }: PlanVisit): Promise<Learning> {
  const found = await findOwnLearning(db, viewer.person, c.req.param('id') ?? '');
  if (found === undefined) throw nothingHere();
  return found;
}

async function ownLearningToChange(visit: PlanVisit): Promise<Learning> {
  await lockLearning(visit.db, visit.c.req.param('id') ?? '');
  return ownLearning(visit);
}

async function openForm(
  visit: PlanVisit,
  room: Room<Schema>,
  form: LearningForm,
  errors: readonly Problem[],
  id?: string,
): Promise<Answer> {
  const { level } = await ownSubject(visit);
  const choices = tieChoices(await room.published(), level ?? undefined, form.ties);
  const page = learningFormPage({
    form,
    choices,
    token: visit.token,
    errors,
    ...(id === undefined ? {} : { id }),
  });
  return errors.length > 0 ? { page, status: 422 } : { page };
}

async function typedIn(sent: Sent<Schema>): Promise<LearningForm & { problems: Problem[] }> {
  const { form } = sent;
  const { today } = await ownSubject(sent);
  const state = form.text('state');
  const day = form.text('day').trim();
  const typed: LearningForm = {
    text: cleanedField(form, 'text'),
    kind: form.text('kind'),
    state: state === 'wanted' || state === 'learnt' ? state : '',
    day: day === '' && state === 'learnt' ? today : day,
    ties: form.all('tie'),
  };
  return { ...typed, problems: learningProblems(typed, today) };
}

function formOf({ text, kind, learntOn, wantedBy, ties }: Learning): LearningForm {
  return {
    text,
    kind: kind ?? '',
    state: learntOn === null ? 'wanted' : 'learnt',
    day: learntOn ?? wantedBy ?? '',
    ties: ties.map(tieValue),
  };
}
