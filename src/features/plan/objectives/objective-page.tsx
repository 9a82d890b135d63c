import { refuseRewording, refuseState } from '../../../domain/plan.ts';
import { DateInWords } from '../../../web/date.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { TiedList } from '../ties/tied-list.tsx';
import { tiedTo } from '../ties/tied-to.ts';
import { ACTIONS, newAddress, OBJECTIVES, objectiveAddress, planAddress } from '../views/addresses.ts';
import { planPage } from '../views/shell.tsx';
import { subjectShell } from '../views/subject-shell.tsx';
import { firstLine, Written } from '../views/words.tsx';
import { proposedBySide, StateInWords } from './entry.tsx';
import { ObjectiveHistory } from './history.tsx';
import type { Objective } from './queries.ts';
import type { ObjectiveShown } from './shown.ts';
import { StateForms } from './state-forms.tsx';

export function objectivePage(shown: ObjectiveShown): Page {
  const { objective, subject, viewer, published, done, errors = [] } = shown;
  const { text, ties } = objective;
  return planPage({
    title: firstLine(text),
    ...subjectShell(subject, viewer, OBJECTIVES),
    errors,
    done,
    main: (
      <>
        <h1 dir="auto">
          <Phrase text={firstLine(text)} />
        </h1>
        <p class="lede">
          {subject.side === 'manager' && (
            <>
              An objective of <Phrase text={subject.name} />,{' '}
            </>
          )}
          <StateInWords objective={objective} viewer={viewer.person} />
        </p>
        {firstLine(text) !== text.trim() && <Written text={text} />}
        <Facts objective={objective} />
        <TiedList tied={ties.map((tie) => tiedTo(published, tie))} />
        <Agreeing shown={shown} />
        <StateForms {...shown} />
        <ObjectiveHistory shown={shown} />
      </>
    ),
    right: <Beside shown={shown} />,
  });
}

function Facts({ objective: { why, howKnown, until } }: { objective: Objective }) {
  return (
    <dl class="plan-facts">
      {why !== null && (
        <div>
          <dt>Why</dt>
          <dd>
            <Written text={why} />
          </dd>
        </div>
      )}
      {howKnown !== null && (
        <div>
          <dt>How you will both know</dt>
          <dd>
            <Written text={howKnown} />
          </dd>
        </div>
      )}
      {until !== null && (
        <div>
          <dt>Until</dt>
          <dd>
            <DateInWords date={until} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Why it cannot be agreed here, where that would be the next thing. */
function Agreeing({ shown: { objective, subject } }: { shown: ObjectiveShown }) {
  if (objective.state !== 'proposed') return null;
  if (subject.managers.length === 0 && subject.side === 'person') {
    return <p class="quiet">You report to nobody here, so nobody can agree to it yet.</p>;
  }
  const standing = { state: objective.state, proposedBy: proposedBySide(objective) };
  const why = refuseState(standing, 'agreed', subject.side);
  return why === undefined ? null : <p class="quiet">{why}</p>;
}

function Beside({ shown: { objective, subject } }: { shown: ObjectiveShown }) {
  const [tie] = objective.ties;
  const about = {
    ...(subject.side === 'manager' ? { person: subject.id } : {}),
    ...(tie === undefined ? {} : { tie }),
  };
  return (
    <aside class="right" aria-label="What you can do about it">
      <ul class="actions">
        {refuseRewording(objective) === undefined && (
          <li>
            <a href={objectiveAddress(objective.id, 'edit')}>Change it</a>
          </li>
        )}
        <li>
          <a href={newAddress(ACTIONS, about)}>Write down an action</a>
        </li>
        <li>
          <a href={planAddress(subject.id)}>
            {subject.side === 'person' ? (
              'Your plan'
            ) : (
              <>
                The plan of <Phrase text={subject.name} />
              </>
            )}
          </a>
        </li>
      </ul>
    </aside>
  );
}
