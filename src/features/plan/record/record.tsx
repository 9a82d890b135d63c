/** What a plan holds of a person: their part of "everything about me", what erasing does to it, what a manager sees. */
import type { ComponentChildren } from 'preact';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type {
  Asking,
  ErasurePreview,
  PersonalFile,
  PersonalPart,
  PersonalRecord,
} from '../../people/index.ts';
import { LearningList } from '../learning/learning-page.tsx';
import { learningOf } from '../learning/queries.ts';
import { QualificationList } from '../qualifications/qualifications-page.tsx';
import { findFile, qualificationsOf } from '../qualifications/queries.ts';
import { ACTIONS, OBJECTIVES } from '../views/addresses.ts';
import { counted } from '../views/words.tsx';
import { planAsMarkdown } from './markdown.ts';
import { countPlan, wholePlan } from './queries.ts';

export function planRecord(published: () => Promise<PublishedFrameworks>): PersonalRecord {
  return {
    name: 'plan',
    title: 'Your plan: objectives, actions, learning, qualifications, and notes about you',
    gather,
    erasure,
    asManager: (asking) => asManager(asking, published),
  };
}

async function gather({ viewer, now, asThem }: Asking): Promise<PersonalPart> {
  const data = await asThem((db) => wholePlan(db, viewer.person));
  const files = data.qualifications.flatMap(({ id, file }): PersonalFile[] => {
    if (file === null) return [];
    const read = async () => (await asThem((db) => findFile(db, id)))?.bytes ?? new Uint8Array();
    return [{ path: `${id}/${file.name}`, size: file.size, read }];
  });
  return { data, markdown: planAsMarkdown(data, now.toISOString().slice(0, 10)), files };
}

async function erasure({ viewer, asThem }: Asking): Promise<ErasurePreview> {
  const counts = await asThem((db) => countPlan(db, viewer.person));
  const { objectives, actions, learning, qualifications, promised, notes } = counts;
  return {
    goes: [
      `Your plan: ${counted(objectives, 'objective', 'objectives')} and ${counted(actions, 'action', 'actions')}, with what was said of them.`,
      `What you learn and hold: ${counted(learning, 'thing learnt or wanted', 'things learnt or wanted')}, ${counted(qualifications, 'qualification', 'qualifications')} with their files.`,
      'What managers noted about you, your reminders, and the address of your calendar.',
      ...(notes > 0
        ? [`Your own notes on people who report to you: ${counted(notes, 'note', 'notes')}.`]
        : []),
    ],
    stays:
      promised > 0
        ? [
            `${counted(promised, 'action', 'actions')} of others that you were to do: nobody does them then, until somebody takes them over.`,
          ]
        : [],
  };
}

async function asManager(
  { viewer, now, asThem }: Asking,
  published: () => Promise<PublishedFrameworks>,
): Promise<ComponentChildren> {
  const editions = await published();
  const counts = await asThem((db) => countPlan(db, viewer.person));
  const learning = (await asThem((db) => learningOf(db, viewer.person))).filter(
    ({ sharedAt }) => sharedAt !== null,
  );
  const held = (await asThem((db) => qualificationsOf(db, viewer.person))).filter(
    ({ sharedAt }) => sharedAt !== null,
  );
  return (
    <>
      <p>
        All of <a href={OBJECTIVES}>your objectives</a> ({counts.objectives}) and the{' '}
        <a href={ACTIONS}>actions for you</a> ({counts.actions}), which you both write. Of what you learn and
        hold, what you share:
      </p>
      {learning.length + held.length === 0 && <p class="quiet">Nothing is shared.</p>}
      <LearningList learning={learning} published={editions} />
      <QualificationList qualifications={held} today={now.toISOString().slice(0, 10)} own={false} />
    </>
  );
}
