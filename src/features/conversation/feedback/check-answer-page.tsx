import { LONGEST_BECAUSE } from '../../../domain/feedback.ts';
import { ErrorSummary, type FieldError, TextArea, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { MarkdownText, Phrase } from '../../../web/text.tsx';
import type { Row } from '../rows.ts';
import { FromLevel } from '../views/from-level.tsx';
import { Hidden } from '../views/hidden.tsx';
import { type AnswerText, fieldsAt, saidIn } from './answer-form.ts';
import type { AnswerProps } from './answer-page.tsx';
import type { FeedbackReceived } from './received.ts';

/** What will be sent, before it is: there is no second answer. */
export function checkAnswerPage(props: AnswerProps & { typed: AnswerText }): Page {
  const { ask, rows, address, token, typed } = props;
  return {
    title: 'Check your answer',
    draft: true,
    main: (
      <>
        <h1>Check your answer</h1>
        <p class="lede">You cannot change it later.</p>
        <SaidList level={ask.level} rows={rows} said={saidIn(typed, ask.expectations)} />
        <form class="stacked" method="post" action={`${address}/answer`}>
          <Token token={token} />
          {typed.map(({ text, unseen }, index) => (
            <>
              <Hidden name={fieldsAt(index + 1).said} value={text} />
              {unseen && <Hidden name={fieldsAt(index + 1).unseen} value="yes" />}
            </>
          ))}
          <div class="buttons">
            <button type="submit" class="button" name="checked" value="yes">
              Send it
            </button>
            <button type="submit" class="button second" name="checked" value="change">
              Change it
            </button>
          </div>
        </form>
      </>
    ),
  };
}

/** Declining is as good as answering, and needs no reason. */
export function declinePage(props: {
  ask: FeedbackReceived;
  address: string;
  token: string;
  because?: string;
  errors?: readonly FieldError[];
}): Page {
  const { ask, address, token, because = '', errors = [] } = props;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Decline to give feedback?`,
    draft: true,
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>Decline to give feedback?</h1>
        <p class="lede">
          <Phrase text={ask.about.name} /> and their manager see that you would rather not say anything this
          time. You need not say why, and cannot answer later.
        </p>
        <form class="stacked" method="post" action={`${address}/decline`}>
          <Token token={token} />
          <TextArea
            id="because"
            name="because"
            label="A sentence for them (you can leave it empty)"
            hint="They both read it at once."
            value={because}
            errors={errors}
            maxlength={LONGEST_BECAUSE}
          />
          <div class="buttons">
            <button type="submit" class="button">
              Decline
            </button>
            <a href={address}>Answer after all</a>
          </div>
        </form>
      </>
    ),
  };
}

interface SaidListProps {
  level: string;
  rows: readonly Row[];
  said: ReadonlyMap<string, string | null>;
}

/** What a colleague says, row by row. @param level the id of the level that is talked about */
export function SaidList({ level, rows, said }: SaidListProps) {
  return (
    <ul class="answers">
      {rows.map((row) => (
        <li key={row.expectation.id}>
          <h2 dir="auto">
            <Phrase text={row.heading} />
          </h2>
          <FromLevel row={row} level={level} />
          <SaidText text={said.get(row.expectation.id) ?? undefined} />
        </li>
      ))}
    </ul>
  );
}

function SaidText({ text }: { text: string | undefined }) {
  return text === undefined ? (
    <p class="quiet">I have not seen this</p>
  ) : (
    <MarkdownText text={text} headingsFrom={3} />
  );
}
