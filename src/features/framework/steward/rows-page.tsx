import type { Framework } from '../../../domain/framework.ts';
import { SelectField } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { titleText } from '../../../web/text.tsx';
import { deskAddress } from './addresses.ts';
import type { Desk } from './desk.ts';
import { returnedTo } from './desk.ts';
import { deskPage } from './desk-page.tsx';
import { PairBlock } from './pair-block.tsx';
import { type Pair, pairsProposed, rowsInView } from './pairs.ts';
import { JoinedRows, RefusedRows } from './rows-decided.tsx';

/** How many proposals stand on one page. */
const AT_ONCE = 20;

/** The form with which somebody chooses two rows by hand. */
export const CHOOSING = 'choose two rows';

export interface RowsView {
  /** How many proposals to pass over. */
  from: number;
  /** Two rows that somebody chose to see side by side. */
  chosen?: Pair;
}

/** Which entries of neighbouring levels are one competency: proposed, decided one by one, and taken back. */
export function rowsPage(desk: Desk, { from, chosen }: RowsView): Page {
  const all = pairsProposed(desk.confirmed);
  const start = from < all.length ? from : 0;
  const shown = all.slice(start, start + AT_ONCE);
  return deskPage(desk, 'rows', {
    heading: 'Which entries are one competency',
    children: (
      <>
        <p class="lede">
          A competency runs through the levels. The source may call it something else at each of them, so a
          person says which entries belong together. Nothing is joined before that, and everything can be
          taken back.
        </p>
        {chosen !== undefined && <Pairs desk={desk} id="_chosen" heading="Chosen by you" pairs={[chosen]} />}
        {all.length === 0 ? (
          <section class="part" aria-labelledby="_proposed">
            <h2 id="_proposed">Proposed</h2>
            <p>No two entries look like one competency and wait for an answer.</p>
          </section>
        ) : (
          <Pairs desk={desk} id="_proposed" heading={`Proposed (${all.length})`} pairs={shown} />
        )}
        <MorePairs id={desk.stored.id} start={start} total={all.length} />
        <ChooseTwo desk={desk} chosen={chosen} />
        <JoinedRows desk={desk} />
        <RefusedRows desk={desk} />
      </>
    ),
  });
}

function Pairs(props: { desk: Desk; id: string; heading: string; pairs: readonly Pair[] }) {
  const { desk, id, heading, pairs } = props;
  const find = rowsInView(desk.confirmed);
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {pairs.map((pair, index) => {
        const [one, two] = [find(pair.competency), find(pair.other)];
        if (one === undefined || two === undefined) return null;
        const key = `${pair.competency} ${pair.other}`;
        return <PairBlock key={key} desk={desk} pair={pair} rows={[one, two]} id={`${id}-${index + 1}`} />;
      })}
    </section>
  );
}

function MorePairs({ id, start, total }: { id: string; start: number; total: number }) {
  if (total <= AT_ONCE) return null;
  const at = (from: number) => `${deskAddress(id, 'rows')}${from > 0 ? `?from=${from}` : ''}#_proposed`;
  return (
    <p class="more">
      Shown: {start + 1} to {Math.min(start + AT_ONCE, total)} of {total}.{' '}
      {start > 0 && <a href={at(Math.max(0, start - AT_ONCE))}>Earlier ones</a>}{' '}
      {start + AT_ONCE < total && <a href={at(start + AT_ONCE)}>Later ones</a>}
    </p>
  );
}

function ChooseTwo({ desk, chosen }: { desk: Desk; chosen: Pair | undefined }) {
  const { typed, errors } = returnedTo(desk, CHOOSING);
  const groups = rowsByTheme(desk.confirmed);
  const field = { groups, none: 'Choose a row', errors };
  return (
    <section class="part" aria-labelledby="_choose">
      <h2 id="_choose">Choose two rows yourself</h2>
      <form method="get" action={deskAddress(desk.stored.id, 'rows')}>
        <SelectField
          {...field}
          id="_one"
          name="one"
          label="One row"
          value={typed.one ?? chosen?.competency ?? ''}
        />
        <SelectField
          {...field}
          id="_two"
          name="two"
          label="Another row"
          value={typed.two ?? chosen?.other ?? ''}
        />
        <p class="buttons">
          <button type="submit" class="button second">
            Show them side by side
          </button>
        </p>
      </form>
    </section>
  );
}

function rowsByTheme({ themes, competencies, expectations, levels }: Framework) {
  const names = new Map(levels.map(({ id, name }) => [id, name]));
  const cells = Map.groupBy(expectations, ({ competency }) => competency);
  const rows = Map.groupBy(competencies, ({ theme }) => theme);
  return themes.map(({ id, name }) => ({
    label: titleText(name),
    options: (rows.get(id) ?? []).map((row) => {
      const at = new Set((cells.get(row.id) ?? []).map(({ level }) => names.get(level) ?? level));
      return { value: row.id, label: titleText(`${row.name} (${[...at].join(', ') || 'no level'})`) };
    }),
  }));
}
