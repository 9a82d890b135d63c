import type { Decision } from '../../../domain/confirmation.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Phrase } from '../../../web/text.tsx';

/** Who decided, when and why. */
export function DecidedBy({ decision: { by, on, why } }: { decision: Decision }) {
  return (
    <p class="quiet" dir="auto">
      <Phrase text={by} />, <DateInWords date={on} />
      {why !== undefined && (
        <>
          : <Phrase text={why} />
        </>
      )}
    </p>
  );
}
