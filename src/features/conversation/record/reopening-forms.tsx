import { otherSide, refuseAnswerReopening, refuseAskReopening } from '../../../domain/conversation.ts';
import { type FieldError, TextArea, Token } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import { participant, type Talk } from '../talk.ts';

/** Longest reason for reopening, in characters. */
export const LONGEST_REASON = 2_000;

/** Where the other side asked to reopen it: their reason, and a yes or a no. */
export function Reopening({ talk, token }: { talk: Talk; token: string }) {
  const { reopening, talkSide, state } = talk;
  if (reopening === undefined || talkSide === undefined) return null;
  const asker = participant(talk, reopening.by).name;
  const mayAnswer = refuseAnswerReopening(state, talkSide) === undefined;
  return (
    <section class="banner attention not-printed" aria-label="Asked to reopen it">
      <p>
        <Phrase text={asker} /> asks to reopen it: <Phrase text={reopening.reason} />
      </p>
      {mayAnswer ? (
        <form method="post" action={talkAddress(talk.id, 'reopenings/answers')}>
          <Token token={token} />
          <p>
            With a yes you can both write on. What you signed stays as it is, and stands until you both sign
            again.
          </p>
          <div class="buttons">
            <button type="submit" class="button" name="answer" value="yes">
              Yes, reopen it
            </button>
            <button type="submit" class="button second" name="answer" value="no">
              No
            </button>
          </div>
        </form>
      ) : (
        <p>
          It waits for an answer of <Phrase text={participant(talk, otherSide(reopening.by)).name} />.
        </p>
      )}
    </section>
  );
}

/** One asks with a reason, and the other answers. */
export function AskReopening(props: {
  talk: Talk;
  token: string;
  errors: readonly FieldError[];
  /** A reason that came back. */
  reason?: string | undefined;
}) {
  const { talk, token, errors, reason } = props;
  const { talkSide, state } = talk;
  if (talkSide === undefined || refuseAskReopening(state) !== undefined) return null;
  return (
    <details class="fold part not-printed" open={errors.length > 0}>
      <summary>Ask to reopen it</summary>
      <form method="post" action={talkAddress(talk.id, 'reopenings')}>
        <Token token={token} />
        <TextArea
          id="reason"
          name="reason"
          label="Why"
          hint="The other side reads it, and says yes or no. It stays beside the record."
          value={reason ?? ''}
          errors={errors}
          maxlength={LONGEST_REASON}
        />
        <div class="buttons">
          <button type="submit" class="button second">
            Ask
          </button>
        </div>
      </form>
    </details>
  );
}
