import { LONGEST_SAID, type TypedSaid } from '../../../domain/feedback.ts';
import type { Framework } from '../../../domain/framework.ts';
import { DateInWords } from '../../../web/date.tsx';
import { CheckboxField, ErrorSummary, type FieldError, TextArea, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { ExpectationBody } from '../../framework/index.ts';
import type { Row } from '../rows.ts';
import { FromLevel, nameInList } from '../views/from-level.tsx';
import { type AnswerText, fieldsAt } from './answer-form.ts';
import type { FeedbackReceived } from './received.ts';

export interface AnswerProps {
  ask: FeedbackReceived;
  /** What is asked about, in the frozen wording. */
  rows: readonly Row[];
  framework: Framework;
  /** The address of this page: by the link, or of somebody who is signed in. */
  address: string;
  token: string;
}

interface FormProps extends AnswerProps {
  typed: AnswerText;
  errors?: readonly FieldError[];
}

/** What a colleague is asked: the words of each expectation, what they saw, and that they have not is fine. */
export function answerPage(props: FormProps): Page {
  const { ask, rows, address, token, errors = [] } = props;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}What have you seen of the work of ${ask.about.name}?`,
    draft: true,
    main: (
      <div class="feedback-form">
        <ErrorSummary errors={errors} />
        <h1>
          What have you seen of the work of <Phrase text={ask.about.name} />?
        </h1>
        <p class="lede">
          <Asker ask={ask} /> You can answer once, until <DateInWords date={ask.until} />.
        </p>
        {ask.question !== undefined && (
          <blockquote class="quoted" dir="auto">
            <Phrase text={ask.question} />
          </blockquote>
        )}
        <WhoReads ask={ask} />
        <form method="post" action={`${address}/answer`}>
          <Token token={token} />
          {rows.map((row, index) => (
            <Asked
              key={row.expectation.id}
              {...props}
              row={row}
              place={index + 1}
              said={props.typed[index]}
            />
          ))}
          <div class="buttons">
            <button type="submit" class="button">
              Look through it and send
            </button>
            <a href={`${address}/decline`}>Decline</a>
          </div>
        </form>
      </div>
    ),
  };
}

function Asker({ ask: { asker, about } }: { ask: FeedbackReceived }) {
  if (asker === undefined) return null;
  return (
    <>
      <Phrase text={asker.name} /> asks you{asker.id === about.id ? ' about their own work' : ''}, for a
      conversation about growing in their role.
    </>
  );
}

/** Told before anything is written: by whom and when it is read. */
function WhoReads({ ask: { about, manager } }: { ask: FeedbackReceived }) {
  return (
    <p>
      It stands with your name. <Phrase text={about.name} />
      {manager === undefined ? '' : ' and '}
      {manager !== undefined && <Phrase text={manager} />} read it together, once each has written their own
      view; before that nobody does but you. What they then agree keeps it. If they end the conversation
      before that, it stays yours alone.
    </p>
  );
}

function Asked(props: FormProps & { row: Row; place: number; said: TypedSaid | undefined }) {
  const { ask, row, framework, place, said, errors = [] } = props;
  const names = fieldsAt(place);
  return (
    <section class="part" aria-labelledby={`_asked-${place}`}>
      <h2 id={`_asked-${place}`} dir="auto">
        <Phrase text={row.heading} />
      </h2>
      <FromLevel row={row} level={ask.level} />
      <div class="wording">
        <ExpectationBody expectation={row.expectation} framework={framework} heading={3} />
      </div>
      <TextArea
        id={names.said}
        name={names.said}
        label={
          <>
            What did you see?
            <span class="visually-hidden">
              {' '}
              <Phrase text={nameInList(row, ask.level)} />
            </span>
          </>
        }
        hint="Something that happened says more than an opinion."
        value={said?.text ?? ''}
        errors={errors}
        rows={4}
        maxlength={LONGEST_SAID}
      />
      <CheckboxField
        id={names.unseen}
        name={names.unseen}
        label={
          <>
            I have not seen this
            <span class="visually-hidden">
              {' '}
              <Phrase text={nameInList(row, ask.level)} />
            </span>
          </>
        }
        checked={said?.unseen ?? false}
      />
    </section>
  );
}
