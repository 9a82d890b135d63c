import { Choices, ErrorSummary, type FieldError, TextArea, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { Phrase, PlainText } from '../../../web/text.tsx';
import { type Wording, WordingBlock } from '../../framework/index.ts';
import { QUESTIONS_ADDRESS, questionAddress } from '../addresses.ts';
import { FIELDS, LONGEST_TEXT } from '../forms.ts';
import type { Person, Question, VisibleTo } from '../queries.ts';
import { QuestionNavigation } from './navigation.tsx';
import { AskedBy } from './question-list.tsx';

interface Props {
  wording: Wording;
  stewards: readonly Person[];
  /** What others asked about it that everybody may read. */
  before: readonly Question[];
  viewer: Viewer;
  token: string;
  typed: { text: string; visibleTo: VisibleTo | undefined };
  errors?: readonly FieldError[];
}

/** Where somebody asks the stewards about the wording of an expectation. */
export function askPage(props: Props): Page {
  const { wording, stewards, before, viewer, errors = [] } = props;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Ask about this wording · ${wording.heading}`,
    draft: true,
    section: 'frameworks',
    left: <QuestionNavigation viewer={viewer} />,
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>Ask about this wording</h1>
        <p class="lede">
          A question or a suggestion to the stewards of <Phrase text={wording.edition.framework.name} />. They
          answer here. Nothing of it becomes public.
        </p>
        <WordingBlock wording={wording} />
        <AskForm {...props} />
        <p class="quiet">{readers(stewards)}</p>
        <AskedBefore before={before} />
      </>
    ),
  };
}

function AskForm({ wording, token, typed, errors = [] }: Props) {
  return (
    <form method="post" action={QUESTIONS_ADDRESS} class="part">
      <Token token={token} />
      <input type="hidden" name="framework" value={wording.edition.framework.id} />
      <input type="hidden" name="version" value={wording.edition.version} />
      <input type="hidden" name="expectation" value={wording.expectation.id} />
      <TextArea
        id={FIELDS.text}
        name="text"
        label="Your question or suggestion"
        value={typed.text}
        errors={errors}
        rows={5}
        maxlength={LONGEST_TEXT}
        required
      />
      <VisibilityChoice visibleTo={typed.visibleTo} errors={errors} />
      <p class="buttons">
        <button type="submit" class="button">
          Ask the stewards
        </button>
      </p>
    </form>
  );
}

/** Who may read a question besides the stewards. */
export function VisibilityChoice(props: {
  visibleTo: VisibleTo | undefined;
  errors?: readonly FieldError[];
}) {
  const { visibleTo = '', errors = [] } = props;
  return (
    <Choices
      id={FIELDS.visibleTo}
      name="visible"
      label="Who may read it, and the answers"
      hint="You can change this later."
      value={visibleTo}
      errors={errors}
      options={[
        { value: 'stewards', label: 'The stewards only' },
        { value: 'everybody', label: 'Everybody who is signed in here' },
      ]}
    />
  );
}

function readers(stewards: readonly Person[]): string {
  if (stewards.length === 0)
    return 'Nobody is steward of this framework yet. Your question waits until somebody is.';
  return `Stewards today: ${stewards.map(({ name }) => name).join(', ')}.`;
}

function AskedBefore({ before }: { before: readonly Question[] }) {
  if (before.length === 0) return null;
  return (
    <section class="part" aria-labelledby="_before">
      <h2 id="_before">Asked before</h2>
      <ol class="said-list">
        {before.map((question) => (
          <li key={question.id} class="said">
            <PlainText text={question.text} />
            <AskedBy question={question} />
            <p>
              <a href={questionAddress(question.id)}>
                {question.answered ? 'Read the answer' : 'Open it'}
                <span class="visually-hidden">: {question.text.slice(0, 60)}</span>
              </a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
