import { Phrase } from '../../../../web/text.tsx';
import { counted, PersonLink } from '../../views/names.tsx';
import { headerOf } from '../columns.ts';
import type { ImportPlan } from '../plan.ts';
import type { PlannedChange, PlannedPerson } from '../planned.ts';

/** How many people of a kind the page shows; the list of all changes holds every one. */
export const MOST_SHOWN = 100;

/** More people than this who are left alone are named once somebody asks. */
const NAMED_AT_ONCE = 20;

export function Added({ people }: { people: readonly PlannedPerson[] }) {
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="_added">
      <h2 id="_added">Added</h2>
      <ul class="rows">
        {people.slice(0, MOST_SHOWN).map(({ id, row, changes, after }) => (
          <li key={id}>
            <p>
              <ins>
                <Phrase text={after.name} />
              </ins>{' '}
              <span class="quiet">row {row}</span>
            </p>
            <p class="quiet">
              {changes
                .filter(({ key, to }) => key !== 'name' && to !== null)
                .map(({ key, to }, index) => (
                  <span key={key}>
                    {index > 0 && ', '}
                    {headerOf(key)} <Phrase text={to ?? ''} />
                  </span>
                ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Changed({ people }: { people: readonly PlannedPerson[] }) {
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="_changed">
      <h2 id="_changed">Changed</h2>
      <ul class="rows">
        {people.slice(0, MOST_SHOWN).map(({ id, row, before, changes }) => (
          <li key={id}>
            <p class="row-name">
              {before !== undefined && <PersonLink person={before} />} <span class="quiet">row {row}</span>
            </p>
            <ul class="changes">
              {changes.map((change) => (
                <li key={change.key}>
                  <Change change={change} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ change: { key, from, to } }: { change: PlannedChange }) {
  return (
    <>
      <span class="quiet">{headerOf(key)}:</span>{' '}
      {from !== null && (
        <del>
          <Phrase text={from} />
        </del>
      )}
      {to === null ? (
        <span class="quiet"> none</span>
      ) : (
        <ins>
          <Phrase text={to} />
        </ins>
      )}
      {key === 'leftOn' && <span class="quiet"> {to === null ? 'They come back.' : 'They leave.'}</span>}
    </>
  );
}

export function Absent({ plan: { absent } }: { plan: ImportPlan }) {
  if (absent.length === 0) return null;
  return (
    <section aria-labelledby="_absent">
      <h2 id="_absent">In the directory, not in the file</h2>
      <p class="quiet">Nothing happens to them. Whoever has left is let go on their own page.</p>
      <details class="fold" open={absent.length <= NAMED_AT_ONCE}>
        <summary>{counted(absent.length, 'person', 'people')}, by name</summary>
        <ul class="names">
          {absent.slice(0, MOST_SHOWN).map((person) => (
            <li key={person.id}>
              <PersonLink person={person} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
