/** What a person asked and answered about wording: for taking along, and for being erased. */
import type { Executor, Schema } from '../../db/schema.ts';
import type { PublishedFrameworks } from '../../domain/published.ts';
import { dayInWords } from '../../web/date.tsx';
import type { Room } from '../../web/room.ts';
import type { Asking, ErasurePreview, PersonalPart, PersonalRecord } from '../people/index.ts';
import { allQuestionsAskedBy, answersBy, answersToAll, questionsAskedBy } from './queries.ts';
import { placeInWords } from './views/question-list.tsx';

export function questionsRecord({ published }: Pick<Room<Schema>, 'published'>): PersonalRecord {
  return {
    name: 'questions',
    title: 'Your questions about wording',
    gather: async (asking) => gather(asking, await published()),
    erasure,
  };
}

/** Others stand in it by name. Instants are ISO 8601. */
interface Data {
  asked: {
    framework: string;
    release: string;
    about: string;
    text: string;
    readBy: string;
    askedAt: string;
    answers: { by: string | null; text: string; answeredAt: string }[];
  }[];
  answered: { question: string; text: string; answeredAt: string }[];
}

async function gather({ viewer, asThem }: Asking, published: PublishedFrameworks): Promise<PersonalPart> {
  const data = await asThem((db) => dataOf(db, viewer.person, published));
  return { data, markdown: asMarkdown(data) };
}

async function dataOf(db: Executor, person: string, published: PublishedFrameworks): Promise<Data> {
  const questions = await allQuestionsAskedBy(db, person);
  const answers = await answersToAll(
    db,
    questions.map(({ id }) => id),
  );
  const asked = questions.map((question) => ({
    framework: question.framework,
    release: question.version,
    about: placeInWords(question, published),
    text: question.text,
    readBy: question.visibleTo,
    askedAt: question.askedAt.toISOString(),
    answers: (answers.get(question.id) ?? []).map(({ steward, text, answeredAt }) => ({
      by: steward?.name ?? null,
      text,
      answeredAt: answeredAt.toISOString(),
    })),
  }));
  const answered = (await answersBy(db, person)).map(({ answeredAt, ...answer }) => ({
    ...answer,
    answeredAt: answeredAt.toISOString(),
  }));
  return { asked, answered };
}

function asMarkdown({ asked, answered }: Data): string {
  const questions = asked.map(
    ({ about, text, askedAt, readBy, answers }) =>
      `## ${about}\n\nAsked on ${day(askedAt)}, for ${readBy} to read.\n\n${quoted(text)}\n${answers
        .map(
          (answer) =>
            `\n${answer.by ?? 'A steward who has been erased'} answered on ${day(answer.answeredAt)}:\n\n${quoted(answer.text)}\n`,
        )
        .join('')}`,
  );
  const own = answered.map(
    ({ text, answeredAt }) => `- On ${day(answeredAt)}:\n\n  ${quoted(text).replaceAll('\n', '\n  ')}`,
  );
  const mine = own.length === 0 ? [] : [`## What you answered as a steward\n\n${own.join('\n')}\n`];
  return questions.length + mine.length === 0 ? 'There are none.\n' : [...questions, ...mine].join('\n');
}

async function erasure({ viewer, asThem }: Asking): Promise<ErasurePreview> {
  const { asked, answered } = await asThem(async (db) => ({
    asked: await questionsAskedBy(db, viewer.person),
    answered: await answersBy(db, viewer.person),
  }));
  return {
    goes: [],
    stays: [
      ...(asked.length > 0 ? ['Questions that you asked about wording, without your name.'] : []),
      ...(answered.length > 0 ? ['Answers that you gave as a steward, without your name.'] : []),
    ],
  };
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function day(instant: string): string {
  return dayInWords(instant) ?? instant;
}
