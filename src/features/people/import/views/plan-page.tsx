import { Banner } from '../../../../web/banner.tsx';
import { Token } from '../../../../web/form.tsx';
import { Phrase } from '../../../../web/text.tsx';
import { administrationPage } from '../../administration/views/administration-side.tsx';
import { counted, List, PersonLink } from '../../views/names.tsx';
import { headerOf } from '../columns.ts';
import type { ImportPlan } from '../plan.ts';
import type { PlannedChange, PlannedPerson } from '../planned.ts';
import type { ImportProblem } from '../problems.ts';
import { IMPORT, IMPORTS, Problems } from './import-page.tsx';

/** How many people of a kind the page shows; the list of all changes holds every one. */
const MOST_SHOWN = 100;

/** More people than this who are left alone are named once somebody asks. */
const NAMED_AT_ONCE = 20;

export interface PlanPageProps {
  id: string;
  name: string;
  planned: { plan: ImportPlan } | { problems: readonly ImportProblem[] };
  /** Whether the directory changed since the plan that was looked at. */
  stale: boolean;
  token: string;
}

export function planPage({ id, name, planned, stale, token }: PlanPageProps) {
  return administrationPage({
    heading: `What ${name} would change`,
    current: IMPORT,
    wide: true,
    children: (
      <>
        {stale && (
          <Banner tone="attention" label="The directory changed">
            <p>
              The directory changed since you looked, so nothing was written. Look again: this is what would
              change now.
            </p>
          </Banner>
        )}
        {'problems' in planned ? (
          <Problems problems={planned.problems} />
        ) : (
          <>
            <Summary plan={planned.plan} />
            <Added people={planned.plan.added} />
            <Changed people={planned.plan.changed} />
            <Absent plan={planned.plan} />
            <Longer plan={planned.plan} id={id} />
          </>
        )}
        <Decide id={id} planned={planned} token={token} />
      </>
    ),
  });
}

function Summary({ plan }: { plan: ImportPlan }) {
  const { added, changed, unchanged, absent, newTeams } = plan;
  return (
    <ul class="facts-list">
      <li>
        <strong>{counted(added.length, 'person', 'people')}</strong> would be added.
      </li>
      <li>
        <strong>{counted(changed.length, 'person', 'people')}</strong> would be changed.
      </li>
      <li>{counted(unchanged, 'row is', 'rows are')} as the directory has them.</li>
      <li>
        {counted(absent.length, 'person is', 'people are')} in the directory and not in the file, and would be
        left alone.
      </li>
      {newTeams.length > 0 && (
        <li>
          {counted(newTeams.length, 'team', 'teams')} would be added:{' '}
          <List of={newTeams.slice(0, MOST_SHOWN).map((team) => <Phrase key={team} text={team} />)} />
        </li>
      )}
    </ul>
  );
}

function Added({ people }: { people: readonly PlannedPerson[] }) {
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

function Changed({ people }: { people: readonly PlannedPerson[] }) {
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

function Absent({ plan: { absent } }: { plan: ImportPlan }) {
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

function Longer({ plan: { added, changed, absent }, id }: { plan: ImportPlan; id: string }) {
  if (Math.max(added.length, changed.length, absent.length) <= MOST_SHOWN) return null;
  return (
    <p>
      The page shows the first {MOST_SHOWN} of each.{' '}
      <a href={`${IMPORTS}/${id}/changes.csv`} download>
        Every change as CSV
      </a>
    </p>
  );
}

function Decide({ id, planned, token }: Pick<PlanPageProps, 'id' | 'planned' | 'token'>) {
  const changes = 'plan' in planned ? planned.plan.added.length + planned.plan.changed.length : 0;
  return (
    <div class="buttons">
      {'plan' in planned && changes > 0 && (
        <form method="post" action={`${IMPORTS}/${id}/application`}>
          <Token token={token} />
          <input type="hidden" name="seen" value={planned.plan.digest} />
          <button type="submit" class="button">
            Apply exactly this
          </button>
        </form>
      )}
      <form method="post" action={`${IMPORTS}/${id}/removal`}>
        <Token token={token} />
        <button type="submit" class="button second">
          Discard the file
        </button>
      </form>
      {'plan' in planned && changes === 0 && <p>There is nothing to apply.</p>}
    </div>
  );
}
