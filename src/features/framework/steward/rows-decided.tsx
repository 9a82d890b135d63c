import { Phrase } from '../../../web/text.tsx';
import { deskAddress } from './addresses.ts';
import { DecidedBy } from './decided-by.tsx';
import type { Desk } from './desk.ts';
import { OneButtonForm } from './desk-page.tsx';

/** What was confirmed to be one row. */
export function JoinedRows({ desk }: { desk: Desk }) {
  const { rows } = desk.stored.draft.confirmed;
  if (rows.length === 0) return null;
  const named = nameOf(desk);
  return (
    <section class="part" aria-labelledby="_joined">
      <h2 id="_joined">Joined ({rows.length})</h2>
      <ul class="decided">
        {rows.map((row) => (
          <li key={`${row.competency} ${row.joins.join(' ')}`}>
            <div>
              <p dir="auto">
                <Phrase text={named(row.competency)} /> is also{' '}
                <Phrase text={row.joins.map(named).join(', ')} />
              </p>
              <DecidedBy decision={row} />
            </div>
            <OneButtonForm
              desk={desk}
              action={deskAddress(desk.stored.id, 'rows', 'withdrawals')}
              fields={{ competency: row.competency, joins: JSON.stringify(row.joins) }}
            >
              Take back
              <About one={named(row.competency)} two={row.joins.map(named).join(', ')} />
            </OneButtonForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was said not to be one row. */
export function RefusedRows({ desk }: { desk: Desk }) {
  const refused = desk.stored.draft.confirmed.refused ?? [];
  if (refused.length === 0) return null;
  const named = nameOf(desk);
  return (
    <section class="part" aria-labelledby="_refused">
      <h2 id="_refused">Not the same ({refused.length})</h2>
      <ul class="decided">
        {refused.map((row) => (
          <li key={`${row.competency} ${row.differsFrom}`}>
            <div>
              <p dir="auto">
                <Phrase text={named(row.competency)} /> is not <Phrase text={named(row.differsFrom)} />
              </p>
              <DecidedBy decision={row} />
            </div>
            <OneButtonForm
              desk={desk}
              action={deskAddress(desk.stored.id, 'rows', 'withdrawals')}
              fields={{ competency: row.competency, other: row.differsFrom }}
            >
              Take back
              <About one={named(row.competency)} two={named(row.differsFrom)} />
            </OneButtonForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a button is about, for those who hear it by itself. */
function About({ one, two }: { one: string; two: string }) {
  return (
    <span class="visually-hidden">
      : <Phrase text={one} /> and <Phrase text={two} />
    </span>
  );
}

/** Names a row with the level where its source has it: two rows of one name are told apart by that. */
function nameOf({ stored }: Desk): (id: string) => string {
  const { competencies, expectations, levels } = stored.draft;
  const names = new Map(competencies.map(({ id, name }) => [id, name]));
  const levelNames = new Map(levels.map(({ id, name }) => [id, name]));
  const cells = Map.groupBy(expectations, ({ competency }) => competency);
  return (id) => {
    const at = new Set((cells.get(id) ?? []).map(({ level }) => levelNames.get(level) ?? level));
    return `“${names.get(id) ?? id}”${at.size === 0 ? '' : ` at ${[...at].join(' and ')}`}`;
  };
}
