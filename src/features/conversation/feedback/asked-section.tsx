import { phaseOf } from '../../../domain/conversation.ts';
import { dayIn } from '../../../domain/days.ts';
import {
  type FeedbackState,
  isFeedbackOver,
  refuseAskFeedback,
  stateOfFeedback,
} from '../../../domain/feedback.ts';
import type { PublishedEdition } from '../../../domain/published.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Token } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { rowsOf } from '../rows.ts';
import type { Talk } from '../talk.ts';
import { nameInList } from '../views/from-level.tsx';
import { ASKED, newFeedbackAddress, withdrawalAddress } from './addresses.ts';
import type { FeedbackRequest } from './queries.ts';

export interface AskedProps {
  talk: Talk;
  wording: PublishedEdition;
  /** Who was asked; nobody where the viewer may not know. */
  requests: readonly FeedbackRequest[];
  /** Id. */
  viewer: string;
  token: string;
  now: Date;
}

/** Who was asked for feedback, what, and until when: both sides see it from the moment in which it is asked. */
export function FeedbackAsked(props: AskedProps) {
  const { talk, requests } = props;
  const mayAsk = talk.mySide !== undefined && refuseAskFeedback(talk.state) === undefined;
  if (requests.length === 0 && !mayAsk) return null;
  return (
    <section class="part" aria-labelledby={ASKED}>
      <h2 id={ASKED}>Feedback asked for</h2>
      <p class="quiet">{aboutReading(talk)}</p>
      {requests.length === 0 && <p>Nobody was asked yet.</p>}
      <ul class="talk-feedback">
        {requests.map((request) => (
          <Request key={request.id} request={request} {...props} />
        ))}
      </ul>
      {mayAsk && (
        <ul class="inline-links">
          <li>
            <a href={newFeedbackAddress(talk.id)}>Ask a colleague</a>
          </li>
        </ul>
      )}
    </section>
  );
}

function aboutReading({ state }: Talk): string {
  if (state.revealedAt !== undefined) return 'What they said stands beside both views.';
  return phaseOf(state) === 'ended'
    ? 'What they said stays with whoever said it: nobody else reads it.'
    : 'You both see who was asked and what. What they say you both read once both views are revealed, and nobody before.';
}

function Request(props: AskedProps & { request: FeedbackRequest }) {
  const { talk, wording, request, viewer, token, now } = props;
  const { colleague, by, expectations, question, until } = request;
  const state = stateOfFeedback(request, dayIn('UTC', now), isFeedbackOver(talk.state));
  const rows = rowsOf(wording.framework, expectations);
  return (
    <li>
      <p>
        <strong>
          <Phrase text={colleague.name} />
        </strong>
        , asked by <Phrase text={by.name} />. <State request={request} state={state} />
        {state === 'open' && (
          <>
            {' '}
            <DateInWords date={until} />.
          </>
        )}
      </p>
      <p class="quiet">
        About{' '}
        {rows.map((row, index) => (
          <>
            {index > 0 && ' · '}
            <Phrase key={row.expectation.id} text={nameInList(row, talk.level)} />
          </>
        ))}
      </p>
      {question !== undefined && (
        <p class="quiet" dir="auto">
          “<Phrase text={question} />”
        </p>
      )}
      {state === 'open' && by.id === viewer && (
        <form method="post" action={withdrawalAddress(talk.id, request.id)}>
          <Token token={token} />
          <button type="submit" class="button small">
            Take it back
            <span class="visually-hidden">
              : <Phrase text={colleague.name} />
            </span>
          </button>
        </form>
      )}
    </li>
  );
}

const STATES: Record<FeedbackState, string> = {
  open: 'Can answer until',
  answered: 'Answered.',
  declined: 'Would rather not say anything this time.',
  withdrawn: 'The ask was taken back.',
  'out of time': 'Did not answer in time.',
};

function State({ request, state }: { request: FeedbackRequest; state: FeedbackState }) {
  return (
    <>
      {STATES[state]}
      {state === 'declined' && request.because !== undefined && (
        <>
          {' '}
          “<Phrase text={request.because} />”
        </>
      )}
    </>
  );
}
