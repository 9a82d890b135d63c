/** The words of an objective: proposed, and changed. */
import type { Schema } from '../../../db/schema.ts';
import { objectiveProblems, type Problem, refuseRewording } from '../../../domain/plan.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Doors, Sent } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { cleanedField } from '../clean-text.ts';
import { tieChoices } from '../ties/choices.ts';
import { tiesIn, tieValue } from '../ties/tie.ts';
import { tiedTo } from '../ties/tied-to.ts';
import { OBJECTIVES, objectiveAddress } from '../views/addresses.ts';
import { afterwards } from '../views/done.ts';
import {
  BOTH_SIDES,
  byViewer,
  OWN,
  type PlanVisit,
  recordOpened,
  type Subject,
  subjectOf,
} from '../visits.ts';
import { proposeObjective, rewordObjective } from './actions.ts';
import { editObjectivePage, newObjectivePage, type ObjectiveForm } from './objective-form-page.tsx';
import { CHANGED_MEANWHILE, hasSeen, objectiveOf, show } from './one.tsx';
import { lockObjective, type Objective } from './queries.ts';

export function mountObjectiveForms(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get('/objectives/new', OWN, (visit) => openForm(visit, room));
  doors.post(OBJECTIVES, OWN, (sent) => propose(sent, room));
  doors.get('/objectives/:id/edit', BOTH_SIDES, async (visit) => {
    const { objective, subject } = await objectiveOf(visit);
    await recordOpened(visit, `objective:${objective.id}`, subject.id);
    const refusal = refuseRewording(objective);
    if (refusal !== undefined) return show(visit, room, objective, subject, refusal);
    return edit(visit, room, objective, subject, formOf(objective), []);
  });
  doors.post('/objectives/:id/wordings', BOTH_SIDES, async (sent) => {
    await lockObjective(sent.db, sent.c.req.param('id') ?? '');
    return reword(sent, room);
  });
}

/** The form, filled from the expectation that the address names: one more click proposes it. */
async function openForm(visit: PlanVisit, room: Room<Schema>): Promise<Answer> {
  const { c, viewer } = visit;
  const subject = await subjectOf(visit, c.req.query('for') ?? viewer.person);
  const published = await room.published();
  const ties = tiesIn(published, [c.req.query('expectation') ?? '']);
  const [tied] = ties.map((tie) => tiedTo(published, tie));
  const text = tied === undefined ? '' : `Grow in ${tied.competency}, as a ${tied.level} shows it`;
  const form = { text, why: '', howKnown: '', until: '', ties: ties.map(tieValue) };
  return newForm(visit, room, subject, form, []);
}

async function newForm(
  { viewer, token }: PlanVisit,
  room: Room<Schema>,
  subject: Subject,
  form: ObjectiveForm,
  errors: readonly Problem[],
): Promise<Answer> {
  const published = await room.published();
  const choices = tieChoices(published, subject.level ?? undefined, form.ties);
  const tied = tiesIn(published, form.ties).map((tie) => tiedTo(published, tie));
  const page = newObjectivePage({ form, subject, viewer, choices, tied, token, errors });
  return errors.length > 0 ? { page, status: 422 } : { page };
}

async function propose(sent: Sent<Schema>, room: Room<Schema>): Promise<Answer> {
  const { db, viewer, form } = sent;
  const subject = await subjectOf(sent, form.text('for') || viewer.person);
  const typed = typedIn(sent);
  const errors = objectiveProblems(typed, subject.today);
  if (errors.length > 0) return newForm(sent, room, subject, typed, errors);
  const ties = tiesIn(await room.published(), typed.ties);
  const id = await proposeObjective(db, byViewer(sent), { person: subject.id, words: typed, ties });
  return { redirect: afterwards(objectiveAddress(id), 'proposed') };
}

async function edit(
  { viewer, token }: PlanVisit,
  room: Room<Schema>,
  objective: Objective,
  subject: Subject,
  form: ObjectiveForm,
  errors: readonly Problem[],
  others = false,
): Promise<Answer> {
  const choices = tieChoices(await room.published(), subject.level ?? undefined, form.ties);
  const page = editObjectivePage({
    objective,
    subject,
    viewer,
    form,
    choices,
    token,
    errors,
    others,
  });
  if (others) return { page, status: 409 };
  return errors.length > 0 ? { page, status: 422 } : { page };
}

async function reword(sent: Sent<Schema>, room: Room<Schema>): Promise<Answer> {
  const { objective, subject } = await objectiveOf(sent);
  const refusal = refuseRewording(objective);
  if (refusal !== undefined) return show(sent, room, objective, subject, refusal);
  const typed = typedIn(sent);
  if (!hasSeen(sent, objective)) {
    const errors = [{ field: 'text', message: CHANGED_MEANWHILE }];
    return edit(sent, room, objective, subject, typed, errors, true);
  }
  const errors = objectiveProblems(typed, subject.today);
  if (errors.length > 0) return edit(sent, room, objective, subject, typed, errors);
  const ties = tiesIn(await room.published(), typed.ties);
  await rewordObjective(sent.db, byViewer(sent), objective, { words: typed, ties });
  return { redirect: afterwards(objectiveAddress(objective.id), 'reworded') };
}

function typedIn({ form }: Sent<Schema>): ObjectiveForm {
  return {
    text: cleanedField(form, 'text'),
    why: cleanedField(form, 'why'),
    howKnown: cleanedField(form, 'how-known'),
    until: form.text('until').trim(),
    ties: form.all('tie'),
  };
}

function formOf({ text, why, howKnown, until, ties }: Objective): ObjectiveForm {
  return { text, why: why ?? '', howKnown: howKnown ?? '', until: until ?? '', ties: ties.map(tieValue) };
}
