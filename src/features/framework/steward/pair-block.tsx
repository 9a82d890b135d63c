import { TextField } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { ExpectationBody } from '../views/expectation.tsx';
import { deskAddress } from './addresses.ts';
import { type Desk, returnedTo } from './desk.ts';
import { DeskFields } from './desk-page.tsx';
import type { Pair, RowInView } from './pairs.ts';

/** Names the form of a pair, so that it comes back with what was typed. */
export function pairForm({ competency, other }: Pick<Pair, 'competency' | 'other'>): string {
  return `rows ${JSON.stringify([competency, other])}`;
}

const BECAUSE: Record<Pair['because'], string | undefined> = {
  'same name': 'They have one name.',
  likely: 'Their names are alike.',
  chosen: undefined,
};

/** Two rows side by side, with the buttons that say whether they are one competency. */
export function PairBlock(props: {
  desk: Desk;
  pair: Pair;
  rows: readonly [RowInView, RowInView];
  /** Tells the ids of this block from those of the others. */
  id: string;
}) {
  const { desk, pair, rows, id } = props;
  const names = rows.map(({ entries, competency }) => entries[0]?.heading ?? competency.name);
  const { typed, errors } = returnedTo(desk, pairForm(pair));
  const both = (
    <span class="visually-hidden">
      : <Phrase text={names[0] ?? ''} /> and <Phrase text={names[1] ?? ''} />
    </span>
  );
  return (
    <article class="pair" aria-labelledby={id}>
      <h3 id={id} class="visually-hidden">
        <Phrase text={names[0] ?? ''} /> and <Phrase text={names[1] ?? ''} />
      </h3>
      {BECAUSE[pair.because] !== undefined && <p class="quiet">{BECAUSE[pair.because]}</p>}
      <div class="side-by-side">
        {rows.map((row) => (
          <RowColumn key={row.competency.id} desk={desk} row={row} />
        ))}
      </div>
      <form method="post" action={deskAddress(desk.stored.id, 'rows', 'confirmations')}>
        <DeskFields desk={desk} />
        <input type="hidden" name="competency" value={pair.competency} />
        <input type="hidden" name="other" value={pair.other} />
        <details class="fold" open={typed.why !== undefined && typed.why !== ''}>
          <summary>Add a reason</summary>
          <TextField
            id={`${id}-why`}
            name="why"
            label="Reason (optional)"
            hint="Kept beside the decision, for whoever reads it later."
            value={typed.why ?? ''}
            errors={errors}
            maxlength={1000}
          />
        </details>
        <p class="buttons">
          <button type="submit" class="button">
            Same competency{both}
          </button>
          <button
            type="submit"
            class="button second"
            formaction={deskAddress(desk.stored.id, 'rows', 'refusals')}
          >
            Not the same{both}
          </button>
        </p>
      </form>
    </article>
  );
}

function RowColumn({ desk, row }: { desk: Desk; row: RowInView }) {
  return (
    <div class="side">
      {row.entries.map(({ expectation, level, heading }) => (
        <section key={expectation.id} class="expectation">
          <p class="quiet">
            <Phrase text={level} />
          </p>
          <h4 dir="auto">
            <Phrase text={heading} />
          </h4>
          <ExpectationBody expectation={expectation} framework={desk.confirmed} heading={5} />
        </section>
      ))}
      {row.entries.length === 0 && (
        <p class="quiet">
          <Phrase text={row.competency.name} />: no level says anything of it.
        </p>
      )}
    </div>
  );
}
