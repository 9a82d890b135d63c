import { Banner } from '../../../../web/banner.tsx';
import { Token } from '../../../../web/form.tsx';
import { Phrase } from '../../../../web/text.tsx';
import { administrationPage } from '../../administration/views/administration-side.tsx';
import { counted, List } from '../../views/names.tsx';
import type { ImportPlan } from '../plan.ts';
import type { ImportProblem } from '../problems.ts';
import { IMPORT, IMPORTS, Problems } from './import-page.tsx';
import { Absent, Added, Changed, MOST_SHOWN } from './plan-lists.tsx';

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
