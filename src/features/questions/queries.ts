/** SQL about questions on a wording. The executor comes first; row-level security decides what is found. */
import type { Executor } from '../../db/schema.ts';

/** Who may read a question and its answers besides the asker and the stewards. */
export type VisibleTo = 'stewards' | 'everybody';

export interface Question {
  id: string;
  framework: string;
  version: string;
  expectation: string;
  text: string;
  visibleTo: VisibleTo;
  askedAt: Date;
  /** Absent once they are erased. */
  asker?: Person;
  answered: boolean;
}

export interface WordingAnswer {
  id: string;
  text: string;
  answeredAt: Date;
  /** Absent once they are erased. */
  steward?: Person;
}

export interface Person {
  id: string;
  name: string;
}

/** Whoever can be written to. */
export interface Correspondent extends Person {
  email: string | null;
}

/** More than these of a kind stand on no page. */
const MOST = 200;

export async function findQuestion(db: Executor, id: string): Promise<Question | undefined> {
  const row = await questions(db).where('question.id', '=', id).executeTakeFirst();
  return row && question(row);
}

/** Those that somebody asked, newest first. */
export async function questionsAskedBy(db: Executor, person: string): Promise<Question[]> {
  const rows = await newest(db).where('question.asker_id', '=', person).execute();
  return rows.map(question);
}

/** The same without end, for taking along. */
export async function allQuestionsAskedBy(db: Executor, person: string): Promise<Question[]> {
  const rows = await inOrder(db).where('question.asker_id', '=', person).execute();
  return rows.map(question);
}

/** Those of others that everybody may read, newest first. */
export async function questionsForEverybody(db: Executor, except: string): Promise<Question[]> {
  const rows = await newest(db)
    .where('question.visible_to', '=', 'everybody')
    .where('question.asker_id', 'is distinct from', except)
    .execute();
  return rows.map(question);
}

/** Those about one expectation that everybody may read, newest first. */
export async function questionsAbout(
  db: Executor,
  { framework, expectation }: Pick<Question, 'framework' | 'expectation'>,
): Promise<Question[]> {
  const rows = await newest(db)
    .where('question.framework_id', '=', framework)
    .where('question.expectation_id', '=', expectation)
    .where('question.visible_to', '=', 'everybody')
    .execute();
  return rows.map(question);
}

/** Those to the stewards of these frameworks, newest first. */
export async function questionsTo(db: Executor, frameworks: readonly string[]): Promise<Question[]> {
  if (frameworks.length === 0) return [];
  const rows = await newest(db).where('question.framework_id', 'in', frameworks).execute();
  return rows.map(question);
}

export async function answersTo(db: Executor, id: string): Promise<WordingAnswer[]> {
  return (await answersToAll(db, [id])).get(id) ?? [];
}

/** By the id of the question, oldest first. */
export async function answersToAll(
  db: Executor,
  ids: readonly string[],
): Promise<Map<string, WordingAnswer[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('wording_answer as answer')
    .leftJoin('person as steward', 'steward.id', 'answer.steward_id')
    .select([
      'answer.question_id',
      'answer.id',
      'answer.text',
      'answer.answered_at',
      'steward.id as steward_id',
      'steward.name',
    ])
    .where('answer.question_id', 'in', ids)
    .orderBy('answer.answered_at')
    .orderBy('answer.id')
    .execute();
  const grouped = Map.groupBy(rows, ({ question_id }) => question_id);
  return new Map([...grouped].map(([id, answers]) => [id, answers.map(answer)]));
}

function answer(row: {
  id: string;
  text: string;
  answered_at: Date;
  steward_id: string | null;
  name: string | null;
}): WordingAnswer {
  return {
    id: row.id,
    text: row.text,
    answeredAt: row.answered_at,
    ...(row.steward_id === null ? {} : { steward: { id: row.steward_id, name: row.name ?? '' } }),
  };
}

/** What somebody answered as a steward, oldest first, to questions that they may still read. */
export async function answersBy(
  db: Executor,
  steward: string,
): Promise<{ question: string; text: string; answeredAt: Date }[]> {
  const rows = await db
    .selectFrom('wording_answer')
    .select(['question_id', 'text', 'answered_at'])
    .where('steward_id', '=', steward)
    .orderBy('answered_at')
    .orderBy('id')
    .execute();
  return rows.map(({ question_id: question, text, answered_at: answeredAt }) => ({
    question,
    text,
    answeredAt,
  }));
}

export async function insertQuestion(
  db: Executor,
  asked: Omit<Question, 'answered' | 'asker'> & { asker: string },
): Promise<void> {
  await db
    .insertInto('wording_question')
    .values({
      id: asked.id,
      framework_id: asked.framework,
      release_version: asked.version,
      expectation_id: asked.expectation,
      asker_id: asked.asker,
      text: asked.text,
      visible_to: asked.visibleTo,
      asked_at: asked.askedAt,
    })
    .execute();
}

export async function insertAnswer(
  db: Executor,
  answer: Omit<WordingAnswer, 'steward'> & { question: string; steward: string },
): Promise<void> {
  const { id, text, answeredAt, question, steward } = answer;
  await db
    .insertInto('wording_answer')
    .values({ id, question_id: question, steward_id: steward, text, answered_at: answeredAt })
    .execute();
}

/** Only the asker's own: row-level security finds no other. */
export async function showTo(db: Executor, id: string, visibleTo: VisibleTo): Promise<void> {
  await db.updateTable('wording_question').set({ visible_to: visibleTo }).where('id', '=', id).execute();
}

/** Today's stewards of a framework. */
export async function stewardsOf(db: Executor, framework: string): Promise<Correspondent[]> {
  return db
    .selectFrom('stewardship')
    .innerJoin('person', 'person.id', 'stewardship.person_id')
    .select(['person.id', 'person.name', 'person.email'])
    .where('stewardship.framework_id', '=', framework)
    .where('stewardship.until', 'is', null)
    .where('person.left_on', 'is', null)
    .orderBy('person.name')
    .execute();
}

export async function correspondent(db: Executor, id: string): Promise<Correspondent | undefined> {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('id', '=', id)
    .where('left_on', 'is', null)
    .executeTakeFirst();
}

function newest(db: Executor) {
  return inOrder(db).limit(MOST);
}

function inOrder(db: Executor) {
  return questions(db).orderBy('question.asked_at', 'desc').orderBy('question.id', 'desc');
}

function questions(db: Executor) {
  return db
    .selectFrom('wording_question as question')
    .leftJoin('person as asker', 'asker.id', 'question.asker_id')
    .select((expression) => [
      'question.id',
      'question.framework_id',
      'question.release_version',
      'question.expectation_id',
      'question.text',
      'question.visible_to',
      'question.asked_at',
      'asker.id as asker_id',
      'asker.name as asker_name',
      expression
        .exists(
          expression
            .selectFrom('wording_answer as answer')
            .select('answer.id')
            .whereRef('answer.question_id', '=', 'question.id'),
        )
        .as('answered'),
    ]);
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof questions>['executeTakeFirst']>>>;

function question(row: Row): Question {
  return {
    id: row.id,
    framework: row.framework_id,
    version: row.release_version,
    expectation: row.expectation_id,
    text: row.text,
    visibleTo: row.visible_to,
    askedAt: row.asked_at,
    ...(row.asker_id === null ? {} : { asker: { id: row.asker_id, name: row.asker_name ?? '' } }),
    answered: Boolean(row.answered),
  };
}
