/** What a colleague finds where there is nothing left to answer. */
import { DateInWords } from '../../../web/date.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import type { Row } from '../rows.ts';
import { SaidList } from './check-answer-page.tsx';
import type { FeedbackReceived } from './received.ts';

/** What they said, for themselves to read again, or that they declined. */
export function answeredPage({ ask, rows }: { ask: FeedbackReceived; rows: readonly Row[] }): Page {
  const declined = ask.declinedAt !== undefined;
  const at = ask.answeredAt ?? ask.declinedAt;
  return {
    title: declined ? 'You declined' : 'Thank you for your feedback',
    draft: true,
    main: (
      <>
        <h1>{declined ? 'You declined' : 'Thank you for your feedback'}</h1>
        <p class="lede">
          About the work of <Phrase text={ask.about.name} />
          {at !== undefined && (
            <>
              , on <DateInWords date={at.toISOString()} />
            </>
          )}
          . There is nothing more to do.
        </p>
        {declined && ask.because !== undefined && (
          <blockquote class="quoted" dir="auto">
            <Phrase text={ask.because} />
          </blockquote>
        )}
        {!declined && <SaidList level={ask.level} rows={rows} said={ask.said} />}
      </>
    ),
  };
}

/** The end date is past, the conversation is over, or the ask was taken back. */
export function tooLatePage(ask: FeedbackReceived): Page {
  return {
    title: 'There is nothing left to answer',
    draft: true,
    main: (
      <>
        <h1>There is nothing left to answer</h1>
        <p class="lede">
          {ask.withdrawnAt === undefined ? (
            <>
              The time to say something about the work of <Phrase text={ask.about.name} /> is over.
            </>
          ) : (
            <>
              Whoever asked you about the work of <Phrase text={ask.about.name} /> took it back.
            </>
          )}{' '}
          There is nothing for you to do.
        </p>
      </>
    ),
  };
}

export function invalidLinkPage(): Page {
  return {
    title: 'This link is not valid',
    draft: true,
    main: (
      <>
        <h1>This link is not valid</h1>
        <p class="lede">
          It may be cut short. There is nothing for you to do. If you meant to give feedback, sign in and look
          under “Feedback”, or say so to the person who asked.
        </p>
      </>
    ),
  };
}
