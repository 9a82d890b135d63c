import { dayIn } from '../../../domain/days.ts';
import { type FeedbackState, stateOfFeedback } from '../../../domain/feedback.ts';
import { DateInWords } from '../../../web/date.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { askedAddress, FEEDBACK } from './addresses.ts';
import type { FeedbackReceived } from './received.ts';

/** What somebody is asked about the work of others, and what became of it. */
export function receivedPage({ asks, now }: { asks: readonly FeedbackReceived[]; now: Date }): Page {
  const today = dayIn('UTC', now);
  const stateOf = (ask: FeedbackReceived) => stateOfFeedback(ask, today, ask.over);
  const open = asks.filter((ask) => stateOf(ask) === 'open');
  const others = asks.filter((ask) => !open.includes(ask));
  return {
    title: 'Feedback',
    address: FEEDBACK,
    section: 'conversations',
    draft: true,
    main: (
      <div class="conversations">
        <h1>Feedback</h1>
        <p class="lede">
          What colleagues ask you to say about the work of somebody, in the words of their level. “I have not
          seen this” is a good answer.
        </p>
        {open.length === 0 && <p>Nothing waits for you.</p>}
        <Asks asks={open} stateOf={stateOf} />
        {others.length > 0 && (
          <section class="part" aria-labelledby="_before">
            <h2 id="_before">Before</h2>
            <Asks asks={others} stateOf={stateOf} />
          </section>
        )}
      </div>
    ),
  };
}

interface AsksProps {
  asks: readonly FeedbackReceived[];
  stateOf(ask: FeedbackReceived): FeedbackState;
}

function Asks({ asks, stateOf }: AsksProps) {
  return (
    <ul class="talk-feedback">
      {asks.map((ask) => (
        <li key={ask.id}>
          <p>
            <Asked ask={ask} state={stateOf(ask)} />
          </p>
        </li>
      ))}
    </ul>
  );
}

const STATES: Record<FeedbackState, string> = {
  open: '',
  answered: 'You answered.',
  declined: 'You declined.',
  withdrawn: 'It was taken back.',
  'out of time': 'The time to answer is over.',
};

function Asked({ ask, state }: { ask: FeedbackReceived; state: FeedbackState }) {
  const about = (
    <>
      The work of <Phrase text={ask.about.name} />
    </>
  );
  const led = ['open', 'answered', 'declined'].includes(state);
  return (
    <>
      {led ? <a href={askedAddress(ask.id)}>{about}</a> : about}, asked
      {ask.asker !== undefined && ask.asker.id !== ask.about.id && (
        <>
          {' '}
          by <Phrase text={ask.asker.name} />
        </>
      )}{' '}
      on <DateInWords date={ask.askedAt.toISOString()} />.{' '}
      {state === 'open' ? (
        <>
          You can answer until <DateInWords date={ask.until} />.
        </>
      ) : (
        STATES[state]
      )}
    </>
  );
}
