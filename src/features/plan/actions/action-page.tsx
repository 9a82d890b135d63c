import { isOverdue } from '../../../domain/plan.ts';
import { DateInWords } from '../../../web/date.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { tieValue } from '../ties/tie.ts';
import { TiedList } from '../ties/tied-list.tsx';
import { tiedTo } from '../ties/tied-to.ts';
import { ACTIONS, planAddress } from '../views/addresses.ts';
import { planPage } from '../views/shell.tsx';
import { subjectShell } from '../views/subject-shell.tsx';
import { DueOn, firstLine, Whoever, Written } from '../views/words.tsx';
import type { Subject } from '../visits.ts';
import { ChangeForms } from './change-forms.tsx';
import type { Action } from './queries.ts';
import type { ActionShown } from './shown.ts';

export function actionPage(shown: ActionShown): Page {
  const { action, subject, done, errors = [], published } = shown;
  const viewer = shown.viewer.person;
  const closed = action.closedAt !== null;
  return planPage({
    title: firstLine(action.text),
    ...subjectShell(subject, shown.viewer, ACTIONS),
    errors,
    done,
    main: (
      <>
        <h1 dir="auto">
          <Phrase text={firstLine(action.text)} />
        </h1>
        <p class="lede">
          <WhoAndWhen action={action} viewer={viewer} today={subject.today} />
        </p>
        {firstLine(action.text) !== action.text.trim() && <Written text={action.text} />}
        {action.kind === 'opportunity' && (
          <p>
            A promise to find an opportunity. That there was none yet harms nobody: it waits for whoever
            promised.
          </p>
        )}
        {!closed && <LeftBehind action={action} subject={subject} />}
        {action.tie && <TiedList tied={[tiedTo(published, action.tie)]} />}
        <ChangeForms {...shown} errors={errors} />
        {action.last?.change === 'done' && action.person.id === viewer && <AsEvidence action={action} />}
        <History shown={shown} />
      </>
    ),
    right: (
      <aside class="right" aria-label="Where it belongs">
        <ul class="actions">
          <li>
            <a href={planAddress(action.person.id)}>
              {action.person.id === viewer ? (
                'Your plan'
              ) : (
                <>
                  The plan of <Phrase text={action.person.name} />
                </>
              )}
            </a>
          </li>
        </ul>
      </aside>
    ),
  });
}

function WhoAndWhen({ action, viewer, today }: { action: Action; viewer: string; today: string }) {
  const { owner, person, dueOn, closedAt } = action;
  const closed = closedAt !== null;
  return (
    <>
      <Whoever person={owner} viewer={viewer} capital />
      {owner?.id === viewer ? ' do it' : ' does it'}
      {owner?.id !== person.id && (
        <>
          {' '}
          for <Whoever person={person} viewer={viewer} />
        </>
      )}
      ; <DueOn dueOn={dueOn} overdue={isOverdue({ dueOn, closed }, today)} closed={closed} />.
    </>
  );
}

/** Somebody who promised and manages the person no longer cannot see it any more. */
function LeftBehind({ action: { owner, person }, subject }: { action: Action; subject: Subject }) {
  const near = [subject.id, ...subject.managers.map(({ id }) => id)];
  if (owner !== null && near.includes(owner.id)) return null;
  return (
    <p>
      <Whoever person={owner} viewer="" capital /> no longer manages{' '}
      {subject.side === 'person' ? 'you' : <Phrase text={person.name} />} and cannot see this. Hand it over,
      or drop it.
    </p>
  );
}

function AsEvidence({ action }: { action: Action }) {
  const query = new URLSearchParams({ text: action.text });
  if (action.tie !== null) query.set('speaks-to', tieValue(action.tie));
  return (
    <p>
      <a href={`/evidence/new?${query}`}>Note what happened</a> while you remember it.
    </p>
  );
}

function History({ shown: { action, changes, viewer: looker } }: { shown: ActionShown }) {
  const viewer = looker.person;
  return (
    <section class="part" aria-labelledby="_history">
      <h2 id="_history">What became of it</h2>
      <ol class="plan-history">
        <li>
          <DateInWords date={action.createdAt.toISOString()} />: written down
          {action.conversation !== null && ' in a conversation'}
        </li>
        {changes.map((change, index) => (
          <li key={index}>
            <DateInWords date={change.at.toISOString()} />: {change.change}
            {change.dueOn !== null && (
              <>
                {' '}
                to <DateInWords date={change.dueOn} />
              </>
            )}
            {change.change === 'handed over' && (
              <>
                {' '}
                to <Whoever person={change.to} viewer={viewer} />
              </>
            )}{' '}
            by <Whoever person={change.by} viewer={viewer} />
            {change.reason !== null && <Written text={change.reason} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
