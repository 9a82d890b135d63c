import type { ComponentChildren } from 'preact';
import { isOverdue } from '../../../domain/plan.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { Token } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { TiedLine } from '../ties/tied-list.tsx';
import { tiedTo } from '../ties/tied-to.ts';
import { actionAddress } from '../views/addresses.ts';
import { DueOn, firstLine, Parts, Whoever } from '../views/words.tsx';
import type { Action } from './queries.ts';

/** What each entry of a list of actions is shown with. */
export interface EntryContext {
  /** Id of the viewer. */
  viewer: string;
  today: string;
  published: PublishedFrameworks;
  token: string;
  /** The page that the list stands on, to come back to. */
  from: 'actions' | 'plan';
}

/** An action in a list: what, who, by when, and the one thing that is done most often. */
export function ActionEntry({ action, context }: { action: Action; context: EntryContext }) {
  const { viewer, today } = context;
  const { id, text, kind, dueOn, closedAt } = action;
  const overdue = isOverdue({ dueOn, closed: closedAt !== null }, today);
  return (
    <li class="plan-entry">
      <div>
        <p class="plan-text" dir="auto">
          <a href={actionAddress(id)}>
            <Phrase text={firstLine(text)} />
          </a>
        </p>
        <p class="quiet">
          <Parts
            parts={[
              kind === 'opportunity' ? 'Promise to find an opportunity' : undefined,
              <DueOn dueOn={dueOn} overdue={overdue} closed={closedAt !== null} />,
              doing(action, viewer),
              action.tie && <TiedLine tied={[tiedTo(context.published, action.tie)]} />,
              action.last && <Last last={action.last} />,
            ]}
          />
        </p>
      </div>
      {closedAt === null && action.owner?.id === viewer && <DoneButton action={action} context={context} />}
    </li>
  );
}

/** Who does it for whom, as far as that does not go without saying. */
function doing({ owner, person }: Action, viewer: string): ComponentChildren {
  const mine = owner?.id === viewer;
  if (mine && person.id === viewer) return null;
  return (
    <>
      {!mine && (
        <>
          <Whoever person={owner} viewer={viewer} /> does it
        </>
      )}
      {owner?.id !== person.id && person.id !== viewer && (
        <>
          {!mine && ' '}for <Phrase text={person.name} />
        </>
      )}
    </>
  );
}

function Last({ last: { change, reason } }: { last: NonNullable<Action['last']> }) {
  if (change !== 'moved' && change !== 'dropped') return <>{change}</>;
  return (
    <>
      {change}: <Phrase text={firstLine(reason ?? '', 60)} />
    </>
  );
}

function DoneButton({ action, context }: { action: Action; context: EntryContext }) {
  return (
    <form method="post" action={actionAddress(action.id, 'changes')}>
      <Token token={context.token} />
      <input type="hidden" name="change" value="done" />
      <input type="hidden" name="from" value={context.from} />
      <button type="submit" class="button small">
        Done<span class="visually-hidden">: {firstLine(action.text)}</span>
      </button>
    </form>
  );
}
