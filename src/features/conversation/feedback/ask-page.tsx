import { LONGEST_QUESTION } from '../../../domain/feedback.ts';
import {
  CheckboxField,
  ErrorSummary,
  type FieldError,
  TextArea,
  TextField,
  Token,
} from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { type Colleague, whereabouts } from '../../evidence/index.ts';
import type { Row } from '../rows.ts';
import type { Talk } from '../talk.ts';
import { nameInList } from '../views/from-level.tsx';
import { feedbackOfTalkAddress, newFeedbackAddress } from './addresses.ts';
import type { AskText } from './ask-form.ts';
import { WayBack } from './choose-page.tsx';

export interface AskProps {
  talk: Talk;
  colleague: Colleague;
  /** What can be asked about. */
  rows: readonly Row[];
  typed: AskText;
  token: string;
  errors?: readonly FieldError[];
}

/** Id of the control of an expectation. */
export function choiceId(expectation: string): string {
  return `ask-${expectation}`;
}

/** What a colleague is asked, why, and until when. */
export function askPage({ talk, colleague, rows, typed, token, errors = [] }: AskProps): Page {
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Ask ${colleague.name} for feedback`,
    draft: true,
    section: 'conversations',
    left: <WayBack talk={talk} />,
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>
          Ask <Phrase text={colleague.name} /> for feedback
        </h1>
        <p class="quiet">{whereabouts(colleague)}</p>
        <form class="stacked" method="post" action={feedbackOfTalkAddress(talk.id)}>
          <Token token={token} />
          <input type="hidden" name="colleague" value={colleague.id} />
          <fieldset class="field choose">
            <legend>What you ask about</legend>
            <p class="hint">
              They read the wording of each. A few are answered with more thought than many: ask about what
              they can have seen.
            </p>
            {rows.map((row) => (
              <CheckboxField
                key={row.expectation.id}
                id={choiceId(row.expectation.id)}
                name="expectation"
                value={row.expectation.id}
                label={<Phrase text={nameInList(row, talk.level)} />}
                checked={typed.chosen.includes(row.expectation.id)}
                errors={errors}
              />
            ))}
          </fieldset>
          <TextArea
            id="question"
            name="question"
            label="Why you ask them, in a sentence (you can leave it empty)"
            hint="They read it, and so do both of you."
            value={typed.question}
            errors={errors}
            maxlength={LONGEST_QUESTION}
          />
          <TextField
            id="until"
            name="until"
            type="date"
            label="Until when"
            hint="They are reminded once, three days before."
            value={typed.until}
            errors={errors}
          />
          <div class="buttons">
            <button type="submit" class="button">
              Look at what they will see
            </button>
            <a href={newFeedbackAddress(talk.id)}>Choose somebody else</a>
          </div>
        </form>
      </>
    ),
  };
}
