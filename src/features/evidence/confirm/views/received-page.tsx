import { type AskState, stateOfAsk } from '../../../../domain/ask.ts';
import { DateInWords } from '../../../../web/date.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import { AroundNavigation } from '../../views/around.tsx';
import { askedAddress, CONFIRMATIONS } from '../addresses.ts';
import type { AskReceived } from '../queries.ts';

/** What somebody is asked to confirm, and what they answered. */
export function receivedPage({ asks, now }: { asks: readonly AskReceived[]; now: Date }): Page {
  const waiting = asks.filter((ask) => stateOfAsk(ask, now) === 'waiting');
  const others = asks.filter((ask) => !waiting.includes(ask));
  return {
    title: 'Asked of you',
    draft: true,
    section: 'my-path',
    left: <AroundNavigation current={CONFIRMATIONS} />,
    main: (
      <>
        <h1>Asked of you</h1>
        <p class="lede">Colleagues who ask whether you saw what they wrote down. Each is answered once.</p>
        {waiting.length === 0 && <p>Nothing waits for you.</p>}
        <Asks asks={waiting} now={now} />
        {others.length > 0 && (
          <section class="part" aria-labelledby="_before">
            <h2 id="_before">Before</h2>
            <Asks asks={others} now={now} />
          </section>
        )}
      </>
    ),
  };
}

function Asks({ asks, now }: { asks: readonly AskReceived[]; now: Date }) {
  return (
    <ul class="said-list">
      {asks.map((ask) => (
        <li key={ask.id} class="said">
          <p>
            <Asked ask={ask} now={now} />
          </p>
        </li>
      ))}
    </ul>
  );
}

const STATES: Record<AskState, string> = {
  waiting: '',
  'out of time': 'The time to answer is over.',
  confirmed: 'You confirmed it.',
  declined: 'You declined.',
};

function Asked({ ask, now }: { ask: AskReceived; now: Date }) {
  const state = stateOfAsk(ask, now);
  const what = (
    <>
      <Phrase text={ask.owner.name} /> asked you on <DateInWords date={ask.askedAt.toISOString()} />
    </>
  );
  if (state === 'out of time') {
    return (
      <>
        {what}. {STATES[state]}
      </>
    );
  }
  return (
    <>
      <a href={askedAddress(ask.id)}>{what}</a>.{' '}
      {state === 'waiting' ? (
        <>
          You can answer until <DateInWords date={ask.expiresAt.toISOString()} />.
        </>
      ) : (
        STATES[state]
      )}
    </>
  );
}
