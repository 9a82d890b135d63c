import { policyInForce } from '../../../domain/policy.ts';
import { type FieldError, TextArea, Token } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { ExpectationBody, policyInWords } from '../../framework/index.ts';
import { talkAddress } from '../addresses.ts';
import type { Row } from '../rows.ts';
import type { Preparation } from './preparation.ts';

/** Longest reason for raising something, in characters. */
export const LONGEST_WHY = 2_000;

/** A reason that came back. */
export interface ReturnedRaise {
  expectation: string;
  why: string;
  errors: readonly FieldError[];
}

interface Props {
  preparation: Preparation;
  returned?: ReturnedRaise | undefined;
}

/** Earlier levels by the policy of the release: folded and met where they are assumed, absent where not considered. */
export function Earlier(props: Props) {
  const { earlier, wording, rows } = props.preparation;
  if (policyInForce(wording.framework).earlierLevels !== 'assumed' || earlier.length === 0) return null;
  const rule = policyInWords(wording.framework).find(({ key }) => key === 'earlierLevels');
  const levels = Map.groupBy(earlier, ({ level }) => level.id);
  const raised = new Set(rows.flatMap((row) => (row.raised === undefined ? [] : [row.expectation.id])));
  return (
    <section class="earlier-levels" aria-labelledby="_earlier">
      <h2 id="_earlier">Earlier levels</h2>
      <p class="lede">{rule?.sentence}</p>
      {[...levels].map(([id, cells]) => (
        <details key={id} class="fold earlier-level" open={cells.some(hasReturned(props))}>
          <summary>
            <h3>
              <Phrase text={cells[0]?.level.name ?? id} />
            </h3>
            <span class="quiet">Met</span>
          </summary>
          {cells.map((row) => (
            <EarlierRow
              key={row.expectation.id}
              {...props}
              row={row}
              raised={raised.has(row.expectation.id)}
            />
          ))}
        </details>
      ))}
    </section>
  );
}

function hasReturned({ returned }: Props) {
  return ({ expectation }: Row) => expectation.id === returned?.expectation;
}

function EarlierRow({ preparation, returned, row, raised }: Props & { row: Row; raised: boolean }) {
  const { talk, wording, token } = preparation;
  const own = returned?.expectation === row.expectation.id ? returned : undefined;
  return (
    <article class="expectation">
      <h4 dir="auto">
        <Phrase text={row.heading} />
      </h4>
      <ExpectationBody expectation={row.expectation} framework={wording.framework} heading={4} />
      <form method="post" action={talkAddress(talk.id, raised ? 'raises/withdrawals' : 'raises')}>
        <Token token={token} />
        <input type="hidden" name="expectation" value={row.expectation.id} />
        {raised ? (
          <div class="buttons">
            <span>You raised it: it stands among your rows above.</span>
            <button type="submit" class="button small">
              Let it go
              <span class="visually-hidden">
                : <Phrase text={row.heading} />
              </span>
            </button>
          </div>
        ) : (
          <RaiseFields row={row} own={own} />
        )}
      </form>
    </article>
  );
}

function RaiseFields({ row, own }: { row: Row; own: ReturnedRaise | undefined }) {
  return (
    <details class="fold" open={own !== undefined}>
      <summary>
        Raise it for discussion
        <span class="visually-hidden">
          : <Phrase text={row.heading} />
        </span>
      </summary>
      <TextArea
        id={`why-${row.expectation.id}`}
        name="why"
        label="Why"
        hint="The other side reads it once both views are revealed."
        value={own?.why ?? ''}
        errors={own?.errors ?? []}
        maxlength={LONGEST_WHY}
      />
      <div class="buttons">
        <button type="submit" class="button small">
          Raise it
        </button>
      </div>
    </details>
  );
}
