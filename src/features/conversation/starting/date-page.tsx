import { ErrorSummary, type FieldError, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import type { Talk } from '../talk.ts';
import { DateFields } from '../views/date-fields.tsx';
import { talkTitle } from '../views/talk-head.tsx';
import type { DateText } from './date-form.ts';

/** Sets, moves or cancels the date. */
export function datePage(props: {
  talk: Talk;
  typed: DateText;
  token: string;
  errors: readonly FieldError[];
}): Page {
  const { talk, typed, token, errors } = props;
  const set = talk.date !== undefined && !talk.date.cancelled;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}When you talk`,
    section: 'conversations',
    draft: true,
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>When you talk</h1>
        <p class="lede">
          <a href={talkAddress(talk.id)}>
            <Phrase text={talkTitle(talk)} />
          </a>
          . Both of you are told by mail, and the entry in your calendars follows.
        </p>
        <form method="post" action={talkAddress(talk.id, 'dates')}>
          <Token token={token} />
          <DateFields typed={typed} timeZone={talk.timeZone} errors={errors} />
          <div class="buttons">
            <button type="submit" class="button">
              {set ? 'Move it' : 'Set the date'}
            </button>
          </div>
        </form>
        {set && (
          <form method="post" action={talkAddress(talk.id, 'dates/cancellations')} class="part">
            <Token token={token} />
            <h2>Cancel the date</h2>
            <p>The conversation stays as it is, and so does what either of you prepared.</p>
            <div class="buttons">
              <button type="submit" class="button second">
                Cancel the date
              </button>
            </div>
          </form>
        )}
      </>
    ),
  };
}
