import { type AskState, mayTakeBackAsk, stateOfAsk } from '../../../../domain/ask.ts';
import { DateInWords } from '../../../../web/date.tsx';
import { Done, Token } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import { newAskAddress, withdrawalAddress } from '../addresses.ts';
import type { AskMade } from '../queries.ts';
import { GONE } from './confirmed-by.tsx';
import { EvidenceQuoted, type QuotedEvidence, WayToEvidence } from './quoted.tsx';

interface Props {
  evidence: QuotedEvidence;
  asks: readonly AskMade[];
  token: string;
  now: Date;
  /** What was just done. */
  done?: string | undefined;
}

const DONE: Record<string, string> = {
  asked: 'Asked.',
  again: 'You had asked them before. Each colleague is asked once about a piece.',
  'taken-back': 'Taken back. The link that they have leads nowhere now.',
};

/** Whom the owner of a piece of evidence asked to confirm it, and what they said. */
export function asksPage({ evidence, asks, token, now, done }: Props): Page {
  return {
    title: 'Who can confirm it',
    draft: true,
    section: 'my-path',
    left: <WayToEvidence evidence={evidence.id} />,
    main: (
      <>
        <h1>Who can confirm it</h1>
        <p class="lede">
          A colleague who saw it can say so in a sentence. You ask by name; they see this text and nothing
          else of yours.
        </p>
        {done !== undefined && Object.hasOwn(DONE, done) && <Done>{DONE[done]}</Done>}
        <EvidenceQuoted evidence={evidence} />
        {asks.length === 0 && <p>You have asked nobody yet.</p>}
        <ol class="said-list">
          {asks.map((ask) => (
            <AskItem key={ask.id} ask={ask} evidence={evidence} token={token} now={now} />
          ))}
        </ol>
        <p class="buttons">
          <a class="button" href={newAskAddress(evidence.id)}>
            Ask a colleague
          </a>
        </p>
      </>
    ),
  };
}

function AskItem(props: { ask: AskMade; evidence: QuotedEvidence; token: string; now: Date }) {
  const { ask, evidence, token, now } = props;
  const name = ask.colleague?.name ?? GONE;
  return (
    <li class="said">
      {ask.answered?.sentence !== undefined && (
        <p dir="auto">
          “<Phrase text={ask.answered.sentence} />”
        </p>
      )}
      <p class={ask.answered === undefined ? undefined : 'quiet'}>
        <Phrase text={name} /> <State ask={ask} now={now} />
        {ask.answered?.answer === 'confirmed' && ask.version < evidence.version && (
          <> You have changed the text since; they confirmed what it said before.</>
        )}
      </p>
      {mayTakeBackAsk(ask) && (
        <form method="post" action={withdrawalAddress(evidence.id, ask.id)}>
          <Token token={token} />
          <button type="submit" class="button small">
            Take it back
            <span class="visually-hidden">
              : <Phrase text={name} />
            </span>
          </button>
        </form>
      )}
    </li>
  );
}

const STATES: Record<AskState, string> = {
  waiting: 'was asked on',
  'out of time': 'did not answer in time; asked on',
  confirmed: 'confirmed it on',
  declined: 'would rather not confirm it;',
};

function State({ ask, now }: { ask: AskMade; now: Date }) {
  const state = stateOfAsk(ask, now);
  const at = (ask.answered?.at ?? ask.askedAt).toISOString();
  return (
    <>
      {STATES[state]} <DateInWords date={at} />
      {state === 'waiting' && (
        <>
          , and can answer until <DateInWords date={ask.expiresAt.toISOString()} />
        </>
      )}
      .
    </>
  );
}
