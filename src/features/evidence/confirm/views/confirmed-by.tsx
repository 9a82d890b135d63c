import { stateOfAsk } from '../../../../domain/ask.ts';
import { DateInWords } from '../../../../web/date.tsx';
import { Phrase } from '../../../../web/text.tsx';
import { asksAddress, newAskAddress } from '../addresses.ts';
import type { AskMade } from '../queries.ts';

export const GONE = 'Somebody who is no longer here';

interface Props {
  evidence: { id: string; version: number };
  asks: readonly AskMade[];
}

/** Who confirmed a piece of evidence, with what they said: for everybody who may read it. Nothing where nobody did. */
export function ConfirmedBy({ evidence, asks }: Props) {
  const confirmed = asks.filter(({ answered }) => answered?.answer === 'confirmed');
  if (confirmed.length === 0) return null;
  return (
    <section class="part" aria-labelledby="_confirmed">
      <h2 id="_confirmed">Confirmed by</h2>
      <Sentences evidence={evidence} asks={confirmed} />
    </section>
  );
}

/** The same for its owner, with who has not answered yet and the way to ask. */
export function Confirmations({ evidence, asks, now }: Props & { now: Date }) {
  const confirmed = asks.filter(({ answered }) => answered?.answer === 'confirmed');
  const waiting = asks.filter((ask) => stateOfAsk(ask, now) === 'waiting');
  return (
    <section class="part" aria-labelledby="_confirmed">
      <h2 id="_confirmed">Confirmed by</h2>
      {confirmed.length > 0 && <Sentences evidence={evidence} asks={confirmed} />}
      {waiting.length > 0 && (
        <p class="quiet">
          Asked, and not answered yet: {waiting.map(({ colleague }) => colleague?.name ?? GONE).join(', ')}.
        </p>
      )}
      <p>
        <a href={newAskAddress(evidence.id)}>Ask a colleague to confirm it</a>
        {asks.length > 0 && (
          <>
            {' '}
            or <a href={asksAddress(evidence.id)}>see whom you asked</a>
          </>
        )}
      </p>
    </section>
  );
}

/** What those said who confirmed. */
export function Sentences({ evidence, asks }: Props) {
  return (
    <ol class="said-list">
      {asks.map(({ id, colleague, answered, version }) => (
        <li key={id} class="said">
          <p dir="auto">
            “<Phrase text={answered?.sentence ?? ''} />”
          </p>
          <p class="quiet">
            <Phrase text={colleague?.name ?? GONE} />, <DateInWords date={answered?.at.toISOString() ?? ''} />
            {version < evidence.version && '. The text was edited since.'}
          </p>
        </li>
      ))}
    </ol>
  );
}
