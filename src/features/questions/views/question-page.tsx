import { DateInWords } from '../../../web/date.tsx';
import { Done, ErrorSummary, type FieldError, TextArea, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { Phrase, PlainText } from '../../../web/text.tsx';
import { type Wording, WordingBlock } from '../../framework/index.ts';
import { questionAddress } from '../addresses.ts';
import { FIELDS, LONGEST_TEXT } from '../forms.ts';
import type { Question, WordingAnswer } from '../queries.ts';
import { VisibilityChoice } from './ask-page.tsx';
import { QuestionNavigation } from './navigation.tsx';
import { AskedBy } from './question-list.tsx';

export interface QuestionView {
  question: Question;
  answers: readonly WordingAnswer[];
  /** The wording it was asked about. */
  wording: Wording | undefined;
  /** The same expectation in the newest release. */
  newest: Wording | undefined;
  viewer: Viewer;
  token: string;
  /** What was just done. */
  done?: string;
  /** An answer that could not be taken. */
  typed?: string;
  errors?: readonly FieldError[];
}

const DONE: Record<string, string> = {
  asked: 'Asked. The stewards were told, and you are told when one of them answers.',
  answered: 'Answered. Whoever asked was told.',
  stewards: 'Only the stewards read it now, besides you.',
  everybody: 'Everybody who is signed in may read it now.',
};

/** One question with its answers, beside the wording that it is about. */
export function questionPage(view: QuestionView): Page {
  const { question, answers, wording, viewer, done, errors = [] } = view;
  const about = wording === undefined ? question.expectation : wording.heading;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Question · ${about}`,
    draft: true,
    section: 'frameworks',
    left: <QuestionNavigation viewer={viewer} />,
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>
          Question about <Phrase text={about} />
        </h1>
        {done !== undefined && Object.hasOwn(DONE, done) && <Done>{DONE[done]}</Done>}
        <div class="said asked">
          <PlainText text={question.text} />
          <AskedBy question={question} />
        </div>
        {wording !== undefined && <WordingBlock wording={wording} />}
        <NewerWording {...view} />
        <Answers answers={answers} />
        {viewer.stewardOf.has(question.framework) && <AnswerForm {...view} />}
        {question.asker?.id === viewer.person && <VisibilityForm {...view} />}
      </>
    ),
  };
}

/** A question keeps the wording it was asked about; whoever reads it later learns that there is a newer one. */
function NewerWording({ wording, newest }: QuestionView) {
  if (wording === undefined || newest?.edition.version === wording.edition.version) return null;
  if (newest === undefined) return <p class="quiet">The newest release no longer has this expectation.</p>;
  return (
    <p class="quiet">
      Asked about {wording.edition.version}. The newest release is{' '}
      <a href={newest.address}>{newest.edition.version}</a>.
    </p>
  );
}

function Answers({ answers }: Pick<QuestionView, 'answers'>) {
  return (
    <section class="part" aria-labelledby="_answers">
      <h2 id="_answers">{answers.length === 1 ? 'Answer' : 'Answers'}</h2>
      {answers.length === 0 ? (
        <p>No steward has answered yet.</p>
      ) : (
        <ol class="said-list">
          {answers.map(({ id, text, steward, answeredAt }) => (
            <li key={id} class="said">
              <PlainText text={text} />
              <p class="quiet">
                {steward === undefined ? 'A steward who is no longer here' : <Phrase text={steward.name} />},{' '}
                <DateInWords date={answeredAt.toISOString()} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function AnswerForm({ question, token, typed = '', errors = [] }: QuestionView) {
  return (
    <form method="post" action={questionAddress(question.id, 'answers')}>
      <Token token={token} />
      <TextArea
        id={FIELDS.text}
        name="text"
        label="Your answer"
        hint={
          question.visibleTo === 'everybody'
            ? 'Everybody who is signed in may read it.'
            : 'Whoever asked reads it, and the other stewards.'
        }
        value={typed}
        errors={errors}
        rows={5}
        maxlength={LONGEST_TEXT}
        required
      />
      <p class="buttons">
        <button type="submit" class="button">
          Answer
        </button>
      </p>
    </form>
  );
}

function VisibilityForm({ question, token }: QuestionView) {
  return (
    <form method="post" action={questionAddress(question.id, 'visibility')} class="part">
      <Token token={token} />
      <VisibilityChoice visibleTo={question.visibleTo} />
      <p class="buttons">
        <button type="submit" class="button second">
          Save who may read it
        </button>
      </p>
    </form>
  );
}
