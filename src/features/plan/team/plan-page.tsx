import { isOpenObjective } from '../../../domain/plan.ts';
import { DateInWords } from '../../../web/date.tsx';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { Phrase } from '../../../web/text.tsx';
import { ActionList } from '../actions/actions-page.tsx';
import type { EntryContext } from '../actions/entry.tsx';
import type { Action } from '../actions/queries.ts';
import { ObjectiveList } from '../objectives/objectives-page.tsx';
import type { Objective } from '../objectives/queries.ts';
import { ACTIONS, newAddress, notesAddress, OBJECTIVES, sharedAddress, TEAM } from '../views/addresses.ts';
import type { DoneWord } from '../views/done.ts';
import { planPage } from '../views/shell.tsx';
import type { Subject } from '../visits.ts';
import { TeamSide } from './side.tsx';

interface Props {
  subject: Subject;
  viewer: Viewer;
  objectives: readonly Objective[];
  actions: readonly Action[];
  context: EntryContext;
  done: DoneWord | undefined;
}

/** Objectives and actions of one person, as both sides see them. */
export function personPlanPage(props: Props): Page {
  const { subject, viewer, objectives, actions, context, done } = props;
  const own = subject.side === 'person';
  const { published } = context;
  const about = own ? {} : { person: subject.id };
  const open = objectives.filter(({ state }) => isOpenObjective(state));
  const closed = objectives.filter(({ state }) => !isOpenObjective(state));
  return planPage({
    title: own ? 'Your plan' : `The plan of ${subject.name}`,
    ...(own ? {} : { section: 'team', left: <TeamSide viewer={viewer} current={TEAM} /> }),
    done,
    main: (
      <>
        <h1>
          {own ? (
            'Your plan'
          ) : (
            <>
              The plan of <Phrase text={subject.name} />
            </>
          )}
        </h1>
        <p class="lede">
          <Talks subject={subject} />
        </p>
        <section class="part" aria-labelledby="_objectives">
          <h2 id="_objectives">Objectives ({open.length})</h2>
          {open.length === 0 && (
            <p>
              None is open. <a href={newAddress(OBJECTIVES, about)}>Propose the first</a>, or let one grow out
              of a gap at the next talk.
            </p>
          )}
          <ObjectiveList objectives={open} viewer={viewer.person} published={published} />
          {closed.length > 0 && (
            <details class="fold">
              <summary>Reached or dropped ({closed.length})</summary>
              <ObjectiveList objectives={closed} viewer={viewer.person} published={published} />
            </details>
          )}
        </section>
        <section class="part" aria-labelledby="_actions">
          <h2 id="_actions">Actions ({actions.length})</h2>
          {actions.length === 0 && (
            <p>
              None is open. <a href={newAddress(ACTIONS, about)}>Write the first one down</a>.
            </p>
          )}
          <ActionList actions={actions} context={context} />
        </section>
      </>
    ),
    right: <Beside subject={subject} />,
  });
}

function Talks({ subject: { lastTalk, talkDueOn, today } }: { subject: Subject }) {
  return (
    <>
      {lastTalk === null ? (
        'There was no talk yet'
      ) : (
        <>
          The last talk was on <DateInWords date={lastTalk.toISOString()} />
        </>
      )}
      {talkDueOn !== null && (
        <>
          ; the next {talkDueOn < today ? 'was' : 'is'} due by <DateInWords date={talkDueOn} />
        </>
      )}
      .
    </>
  );
}

function Beside({ subject }: { subject: Subject }) {
  const own = subject.side === 'person';
  const about = own ? {} : { person: subject.id };
  return (
    <aside class="right" aria-label="What you can do here">
      <ul class="actions">
        <li>
          <a href={newAddress(OBJECTIVES, about)}>Propose an objective</a>
        </li>
        <li>
          <a href={newAddress(ACTIONS, about)}>Write down an action</a>
        </li>
        {!own && (
          <>
            <li>
              <a href={sharedAddress(subject.id)}>Learning and qualifications that are shared</a>
            </li>
            <li>
              <a href={notesAddress(subject.id)}>Your notes</a>
            </li>
          </>
        )}
      </ul>
    </aside>
  );
}
