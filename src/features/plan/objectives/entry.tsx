import type { Side } from '../../../domain/conversation.ts';
import { isOpenObjective } from '../../../domain/plan.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Phrase } from '../../../web/text.tsx';
import { TiedLine } from '../ties/tied-list.tsx';
import { tiedTo } from '../ties/tied-to.ts';
import { objectiveAddress } from '../views/addresses.ts';
import { firstLine, Parts, Whoever } from '../views/words.tsx';
import type { Objective } from './queries.ts';

/** An objective in a list. */
export function ObjectiveEntry(props: {
  objective: Objective;
  viewer: string;
  published: PublishedFrameworks;
}) {
  const { objective, viewer, published } = props;
  const { id, text, until, ties } = objective;
  return (
    <li class="plan-entry">
      <div>
        <p class="plan-text" dir="auto">
          <a href={objectiveAddress(id)}>
            <Phrase text={firstLine(text)} />
          </a>
        </p>
        <p class="quiet">
          <Parts
            parts={[
              <StateInWords objective={objective} viewer={viewer} />,
              until !== null && isOpenObjective(objective.state) && (
                <>
                  until <DateInWords date={until} />
                </>
              ),
              ties.length > 0 && <TiedLine tied={ties.map((tie) => tiedTo(published, tie))} />,
            ]}
          />
        </p>
      </div>
    </li>
  );
}

/** "proposed by Daniel on 3 March 2026; waits for you" */
export function StateInWords({ objective, viewer }: { objective: Objective; viewer: string }) {
  const { state, last, proposedBy } = objective;
  return (
    <>
      {state} by <Whoever person={last.by} viewer={viewer} /> on <DateInWords date={last.at} />
      {state === 'proposed' && <Waits objective={objective} waitsForViewer={proposedBy !== viewer} />}
    </>
  );
}

function Waits({ objective, waitsForViewer }: { objective: Objective; waitsForViewer: boolean }) {
  const { proposedBy, person } = objective;
  if (waitsForViewer) return <span class="overdue">; waits for your answer</span>;
  return proposedBy === person.id ? (
    <>; waits for the line manager</>
  ) : (
    <>
      ; waits for <Phrase text={person.name} />
    </>
  );
}

/** The side whose wording an objective is. */
export function proposedBySide({ proposedBy, person }: Objective): Side {
  return proposedBy === person.id ? 'person' : 'manager';
}
