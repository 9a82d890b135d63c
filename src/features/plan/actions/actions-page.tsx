import { isOverdue } from '../../../domain/plan.ts';
import { Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { ACTIONS, CALENDAR, newAddress, REMINDERS } from '../views/addresses.ts';
import type { DoneWord } from '../views/done.ts';
import { planPage } from '../views/shell.tsx';
import { ActionEntry, type EntryContext } from './entry.tsx';
import type { Action } from './queries.ts';

export interface ActionsShown {
  /** What the viewer has to do. */
  mine: readonly Action[];
  /** What others have to do for the viewer. */
  promised: readonly Action[];
  /** What was done or dropped lately. */
  closed: readonly Action[];
  /** Whether a calendar has an address. */
  calendar: boolean;
}

/** What somebody has to do; what is overdue leads. */
export function actionsPage(props: {
  shown: ActionsShown;
  context: EntryContext;
  done: DoneWord | undefined;
}): Page {
  const { shown, context, done } = props;
  const { mine, promised, closed } = shown;
  const overdue = mine.filter(({ dueOn }) => isOverdue({ dueOn, closed: false }, context.today));
  return planPage({
    title: 'Your actions',
    current: ACTIONS,
    done,
    main: (
      <>
        <h1>Your actions</h1>
        <p class="lede">What you are to do, for your own growth or for somebody who reports to you.</p>
        {mine.length === 0 && (
          <p>
            Nothing is open. Actions come out of a conversation, or{' '}
            <a href={newAddress(ACTIONS)}>you write one down</a>.
          </p>
        )}
        <Part id="_overdue" heading="Overdue" actions={overdue} context={context} />
        <Part
          id="_open"
          heading="Open"
          actions={mine.filter((action) => !overdue.includes(action))}
          context={context}
        />
        <Part id="_promised" heading="Others do for you" actions={promised} context={context} />
        {closed.length > 0 && (
          <details class="fold part">
            <summary>Done or dropped in the last 90 days ({closed.length})</summary>
            <ActionList actions={closed} context={context} />
          </details>
        )}
      </>
    ),
    right: <Beside calendar={shown.calendar} token={context.token} />,
  });
}

function Part(props: { id: string; heading: string; actions: readonly Action[]; context: EntryContext }) {
  const { id, heading, actions, context } = props;
  if (actions.length === 0) return null;
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>
        {heading} ({actions.length})
      </h2>
      <ActionList actions={actions} context={context} />
    </section>
  );
}

export function ActionList({ actions, context }: { actions: readonly Action[]; context: EntryContext }) {
  return (
    <ul class="plan-list">
      {actions.map((action) => (
        <ActionEntry key={action.id} action={action} context={context} />
      ))}
    </ul>
  );
}

function Beside({ calendar, token }: { calendar: boolean; token: string }) {
  return (
    <aside class="right" aria-label="What you can do here">
      <ul class="actions">
        <li>
          <a href={newAddress(ACTIONS)}>Write down an action</a>
        </li>
        <li>
          <a href={REMINDERS}>How you are reminded</a>
        </li>
      </ul>
      <section class="plan-calendar" aria-labelledby="_calendar">
        <h2 id="_calendar">In your calendar</h2>
        <p>
          {calendar
            ? 'A calendar can read your open actions at a secret address. A new one ends the old one.'
            : 'Your calendar can show your open actions: it reads them at a secret address, which you make here.'}
        </p>
        <form method="post" action={CALENDAR}>
          <Token token={token} />
          <button type="submit" class="button small">
            {calendar ? 'Make a new address' : 'Make an address'}
          </button>
        </form>
        {calendar && (
          <form method="post" action={`${CALENDAR}/removal`}>
            <Token token={token} />
            <button type="submit" class="button small">
              End the address
            </button>
          </form>
        )}
      </section>
    </aside>
  );
}
