import type { ConfirmedPolicy } from '../../../domain/confirmation.ts';
import type { Framework } from '../../../domain/framework.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Phrase } from '../../../web/text.tsx';
import { policyInWords } from './policy-in-words.ts';

/** The rules that the framework is used by, in plain words. */
export function PolicySection({ framework }: { framework: Framework }) {
  return (
    <>
      <p>It informs a conversation between somebody and their line manager. It never decides: people do.</p>
      <dl class="policy">
        {policyInWords(framework).map(({ key, term, sentence, quoted, silentDefault, confirmed }) => (
          <div key={key}>
            <dt>{term}</dt>
            <dd dir="auto">
              {quoted === undefined ? sentence : <Phrase text={quoted} />}
              {silentDefault && <span class="quiet confirmed">A default: the source does not say.</span>}
              {confirmed !== undefined && <Confirmed decision={confirmed} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Confirmed({ decision }: { decision: ConfirmedPolicy }) {
  return (
    <span class="quiet confirmed">
      Confirmed by <Phrase text={decision.by} /> on <DateInWords date={decision.on} />
    </span>
  );
}
