/** The pages on which people ask the stewards about a wording, and stewards answer. */
import { isId } from '../../db/ids.ts';
import type { Executor, Schema } from '../../db/schema.ts';
import { Doors, nothingHere } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { findWording, listDrafts, type Wording } from '../framework/index.ts';
import { answerQuestion } from './actions/answer.ts';
import { askAboutWording } from './actions/ask.ts';
import { recordOpening } from './actions/record-opening.ts';
import { showQuestion } from './actions/show.ts';
import { QUESTIONS_ADDRESS, questionAddress, STEWARDS_ADDRESS } from './addresses.ts';
import { textProblems, visibilityIn, visibilityProblems } from './forms.ts';
import {
  answersTo,
  findQuestion,
  type Question,
  questionsAbout,
  questionsAskedBy,
  questionsForEverybody,
  questionsTo,
  stewardsOf,
} from './queries.ts';
import { askPage } from './views/ask-page.tsx';
import { type QuestionView, questionPage } from './views/question-page.tsx';
import { questionsPage } from './views/questions-page.tsx';
import { stewardsPage } from './views/stewards-page.tsx';

export function questionDoors(room: Room<Schema>): Doors<Schema> {
  const doors = new Doors<Schema>(room);
  asking(doors, room);
  reading(doors, room);
  answering(doors, room);
  return doors;
}

function asking(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(
    `${QUESTIONS_ADDRESS}/new`,
    { may: 'signed in', audit: 'directory' },
    async ({ c, db, viewer, token }) => {
      const wording = await wordingNamed(room, (name) => c.req.query(name) ?? '');
      const about = await aroundWording(db, wording);
      return {
        page: askPage({ wording, ...about, viewer, token, typed: { text: '', visibleTo: 'stewards' } }),
      };
    },
  );
  doors.post(
    QUESTIONS_ADDRESS,
    { may: 'signed in', audit: 'own' },
    async ({ db, viewer, form, token, now }) => {
      const wording = await wordingNamed(room, (name) => form.text(name));
      const text = form.text('text');
      const visibleTo = visibilityIn(form);
      const errors = [
        ...textProblems(text, 'Write what you would ask or suggest'),
        ...visibilityProblems(visibleTo),
      ];
      if (visibleTo === undefined || errors.length > 0) {
        const about = await aroundWording(db, wording);
        return {
          page: askPage({ wording, ...about, viewer, token, typed: { text, visibleTo }, errors }),
          status: 422,
        };
      }
      const { baseUrl } = room.site;
      const id = await askAboutWording(db, { asker: viewer, wording, text, visibleTo, baseUrl, now });
      return { redirect: `${questionAddress(id)}?done=asked` };
    },
  );
}

function reading(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(QUESTIONS_ADDRESS, { may: 'signed in', audit: 'own' }, async ({ db, viewer }) => {
    const published = await room.published();
    const own = await questionsAskedBy(db, viewer.person);
    const others = await questionsForEverybody(db, viewer.person);
    return { page: questionsPage({ own, others, published, viewer }) };
  });
  doors.get(
    `${QUESTIONS_ADDRESS}/:id`,
    { may: 'signed in', audit: 'logged' },
    async ({ c, db, viewer, token, now }) => {
      const question = await questionNamed(db, c.req.param('id') ?? '');
      await recordOpening(db, [question], { reader: viewer.person, now });
      const done = c.req.query('done');
      const view = await viewOf(room, db, question);
      return { page: questionPage({ ...view, viewer, token, ...(done === undefined ? {} : { done }) }) };
    },
  );
  doors.get(STEWARDS_ADDRESS, { may: 'steward', audit: 'logged' }, async ({ db, viewer, now }) => {
    const questions = await questionsTo(db, [...viewer.stewardOf]);
    await recordOpening(
      db,
      questions.filter(({ answered }) => !answered),
      { reader: viewer.person, now },
    );
    const [drafts, published] = [await listDrafts(db), await room.published()];
    return { page: stewardsPage({ questions, drafts, published, viewer }) };
  });
}

function answering(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.post(
    `${QUESTIONS_ADDRESS}/:id/answers`,
    { may: 'steward', audit: 'logged' },
    async ({ c, db, viewer, form, token, now }) => {
      const question = await questionNamed(db, c.req.param('id') ?? '');
      if (!viewer.stewardOf.has(question.framework)) throw nothingHere();
      const text = form.text('text');
      const errors = textProblems(text, 'Write your answer');
      if (errors.length > 0) {
        const view = await viewOf(room, db, question);
        return { page: questionPage({ ...view, viewer, token, typed: text, errors }), status: 422 };
      }
      await answerQuestion(db, { question, steward: viewer, text, baseUrl: room.site.baseUrl, now });
      return { redirect: `${questionAddress(question.id)}?done=answered` };
    },
  );
  doors.post(
    `${QUESTIONS_ADDRESS}/:id/visibility`,
    { may: 'signed in', audit: 'own' },
    async ({ c, db, viewer, form, now }) => {
      const question = await questionNamed(db, c.req.param('id') ?? '');
      const visibleTo = visibilityIn(form);
      if (question.asker?.id !== viewer.person || visibleTo === undefined) throw nothingHere();
      await showQuestion(db, { question, visibleTo, now });
      return { redirect: `${questionAddress(question.id)}?done=${visibleTo}` };
    },
  );
}

async function wordingNamed(room: Room<Schema>, named: (field: string) => string): Promise<Wording> {
  const version = named('version');
  const wording = findWording(await room.published(), {
    framework: named('framework'),
    version: version === '' ? undefined : version,
    expectation: named('expectation'),
  });
  if (wording === undefined) throw nothingHere();
  return wording;
}

/** What whoever asks ought to know: who will read it, and what was asked before. */
async function aroundWording(db: Executor, { edition, expectation }: Wording) {
  const framework = edition.framework.id;
  return {
    stewards: await stewardsOf(db, framework),
    before: await questionsAbout(db, { framework, expectation: expectation.id }),
  };
}

async function questionNamed(db: Executor, id: string): Promise<Question> {
  const question = isId(id) ? await findQuestion(db, id) : undefined;
  if (question === undefined) throw nothingHere();
  return question;
}

async function viewOf(
  room: Room<Schema>,
  db: Executor,
  question: Question,
): Promise<Pick<QuestionView, 'question' | 'answers' | 'wording' | 'newest'>> {
  const published = await room.published();
  const { framework, version, expectation } = question;
  return {
    question,
    answers: await answersTo(db, question.id),
    wording: findWording(published, { framework, version, expectation }),
    newest: findWording(published, { framework, expectation }),
  };
}
