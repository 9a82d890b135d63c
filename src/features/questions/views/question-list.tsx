import type { PublishedFrameworks } from '../../../domain/published.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Phrase, PlainText } from '../../../web/text.tsx';
import { findWording } from '../../framework/index.ts';
import { questionAddress } from '../addresses.ts';
import type { Question } from '../queries.ts';

/** Questions with their text, each leading to its page. */
export function QuestionList(props: {
  questions: readonly Question[];
  published: PublishedFrameworks;
  heading: 2 | 3 | 4;
  /** What leads to a question; where it stands, unless something else is said. */
  called?: (question: Question) => string;
}) {
  const { questions, published, heading, called = (question) => placeInWords(question, published) } = props;
  const Heading = `h${heading}` as const;
  return (
    <ol class="said-list">
      {questions.map((question) => (
        <li key={question.id} class="said">
          <Heading>
            <a href={questionAddress(question.id)}>
              <Phrase text={called(question)} />
            </a>
          </Heading>
          <PlainText text={question.text} />
          <AskedBy question={question} />
        </li>
      ))}
    </ol>
  );
}

/** Who asked, when, for whom, and whether it waits. */
export function AskedBy({ question }: { question: Question }) {
  const { asker, askedAt, visibleTo, answered } = question;
  return (
    <p class="quiet">
      {asker === undefined ? 'Somebody who is no longer here' : <Phrase text={asker.name} />},{' '}
      <DateInWords date={askedAt.toISOString()} />. {READ_BY[visibleTo]}{' '}
      {answered ? 'Answered.' : 'Not answered yet.'}
    </p>
  );
}

const READ_BY = {
  stewards: 'For the stewards only.',
  everybody: 'For everybody who is signed in.',
} as const;

/** "Handling incidents, Lead Engineer": what a question is about. */
export function placeInWords(question: Question, published: PublishedFrameworks): string {
  const { framework, version, expectation } = question;
  const wording = findWording(published, { framework, version, expectation });
  return wording === undefined ? expectation : `${wording.heading}, ${wording.level.name}`;
}
