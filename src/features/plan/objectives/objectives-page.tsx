import { isOpenObjective } from '../../../domain/plan.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Page } from '../../../web/page.ts';
import { newAddress, OBJECTIVES } from '../views/addresses.ts';
import type { DoneWord } from '../views/done.ts';
import { planPage } from '../views/shell.tsx';
import { ObjectiveEntry } from './entry.tsx';
import type { Objective } from './queries.ts';

/** What somebody wants to grow in. */
export function objectivesPage(props: {
  objectives: readonly Objective[];
  viewer: string;
  published: PublishedFrameworks;
  done: DoneWord | undefined;
}): Page {
  const { objectives, viewer, published, done } = props;
  const context = { viewer, published };
  const open = objectives.filter(({ state }) => isOpenObjective(state));
  const closed = objectives.filter(({ state }) => !isOpenObjective(state));
  return planPage({
    title: 'Your objectives',
    current: OBJECTIVES,
    done,
    main: (
      <>
        <h1>Your objectives</h1>
        <p class="lede">
          What you want to grow in, why, and how you will both know. You and your line manager read and write
          them.
        </p>
        {open.length === 0 && (
          <p>
            Nothing is open. An objective can grow out of a gap on <a href="/my-path">your path</a>, or{' '}
            <a href={newAddress(OBJECTIVES)}>you write one freely</a>.
          </p>
        )}
        <ObjectiveList objectives={open} {...context} />
        <Closed objectives={closed} {...context} />
      </>
    ),
    right: (
      <aside class="right" aria-label="What you can do here">
        <ul class="actions">
          <li>
            <a href={newAddress(OBJECTIVES)}>Propose an objective</a>
          </li>
        </ul>
      </aside>
    ),
  });
}

interface Listed {
  objectives: readonly Objective[];
  viewer: string;
  published: PublishedFrameworks;
}

export function ObjectiveList({ objectives, ...context }: Listed) {
  if (objectives.length === 0) return null;
  return (
    <ul class="plan-list">
      {objectives.map((objective) => (
        <ObjectiveEntry key={objective.id} objective={objective} {...context} />
      ))}
    </ul>
  );
}

function Closed({ objectives, ...context }: Listed) {
  if (objectives.length === 0) return null;
  return (
    <details class="fold part">
      <summary>Reached or dropped ({objectives.length})</summary>
      <ObjectiveList objectives={objectives} {...context} />
    </details>
  );
}
