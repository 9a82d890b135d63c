import {
  phaseOf,
  refuseDate,
  refuseEnd,
  refuseTakeBack,
  SIDES,
  type Side,
} from '../../../domain/conversation.ts';
import type { PublishedEdition } from '../../../domain/published.ts';
import { Done, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import { sideOf, standingInWords, stepOf } from '../standing.ts';
import { participant, type Talk } from '../talk.ts';
import { EndExplained } from '../views/end-explained.tsx';
import { Moment } from '../views/moment.tsx';
import { About, talkTitle } from '../views/talk-head.tsx';

interface Props {
  talk: Talk;
  wording: PublishedEdition;
  /** Id of the viewer. */
  viewer: string;
  token: string;
  done?: string | undefined;
}

const DONE: Record<string, string> = {
  started: 'Begun. Both of you are told.',
  'under-way': 'This one is under way. Another begins once it is agreed or ended.',
  submitted: 'Your view is in.',
  'taken-back': 'You took your view back. It is yours to change until you submit it again.',
  dated: 'The date is set, and both of you are told.',
  cancelled: 'The date is cancelled, and both of you are told.',
  ended: 'This conversation has ended. Both of you are told.',
};

/** Where a conversation stands, and what it asks of the viewer next. */
export function overviewPage(props: Props): Page {
  const { talk, done } = props;
  const side = sideOf(talk);
  const step = stepOf(talk);
  const mayTakeBack = talk.mySide !== undefined && refuseTakeBack(talk.state, talk.mySide) === undefined;
  const said = done === undefined ? undefined : DONE[done];
  return {
    title: talkTitle(talk),
    section: 'conversations',
    draft: true,
    scripts: ['watch-conversation'],
    main: (
      <div class="overview" data-watch={side === undefined ? undefined : `/api${talkAddress(talk.id)}`}>
        {said !== undefined && <Done>{said}</Done>}
        <h1>
          <Phrase text={talkTitle(talk)} />
        </h1>
        <p class="lede">
          <About {...props} />
        </p>
        <p class="standing">{standingInWords(talk)}</p>
        {talk.state.ended !== undefined && <EndExplained talk={talk} viewer={props.viewer} />}
        {step !== undefined && (
          <p>
            <a class="button" href={step.address}>
              {step.label}
            </a>
          </p>
        )}
        {mayTakeBack && <TakeBack {...props} />}
        <Steps {...props} />
        <When {...props} />
      </div>
    ),
    right: <WhatElse {...props} />,
  };
}

function TakeBack({ talk, token }: Props) {
  return (
    <form method="post" action={talkAddress(talk.id, 'withdrawals')}>
      <Token token={token} />
      <p class="quiet">Until the reveal you can take it back and change it.</p>
      <div class="buttons">
        <button type="submit" class="button second">
          Take your view back
        </button>
      </div>
    </form>
  );
}

function Steps({ talk }: Props) {
  const { state, timeZone } = talk;
  return (
    <section class="part" aria-labelledby="_steps">
      <h2 id="_steps">Where it stands</h2>
      <dl class="facts">
        <div>
          <dt>Begun</dt>
          <dd>
            <Moment at={talk.startedAt} timeZone={timeZone} />, by{' '}
            <Phrase text={(talk.startedBy === talk.person.id ? talk.person : talk.manager).name} />
          </dd>
        </div>
        {SIDES.map((side) => (
          <div key={side}>
            <dt>
              View of <Phrase text={participant(talk, side).name} />
            </dt>
            <dd>{submissionInWords(talk, side)}</dd>
          </div>
        ))}
        <div>
          <dt>Revealed</dt>
          <dd>
            {state.revealedAt === undefined ? (
              'By itself, once both views are in'
            ) : (
              <Moment at={state.revealedAt} timeZone={timeZone} />
            )}
          </dd>
        </div>
        {state.agreedAt !== undefined && (
          <div>
            <dt>Agreed</dt>
            <dd>
              <Moment at={state.agreedAt} timeZone={timeZone} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function submissionInWords({ state, timeZone }: Talk, side: Side) {
  const at = state.submitted[side];
  if (at !== undefined) {
    return (
      <>
        Submitted <Moment at={at} timeZone={timeZone} />
      </>
    );
  }
  return phaseOf(state) === 'preparing' ? 'Not submitted yet' : 'Not submitted';
}

function When({ talk }: Props) {
  const { date, timeZone, state } = talk;
  const set = date !== undefined && !date.cancelled;
  const mayChange = sideOf(talk) !== undefined && refuseDate(state) === undefined;
  if (!set && !mayChange) return null;
  return (
    <section class="part" aria-labelledby="_when">
      <h2 id="_when">When you talk</h2>
      {set ? (
        <p>
          <Moment at={date.startsAt} timeZone={timeZone} />, for {date.minutes} minutes
          {date.place !== undefined && (
            <>
              . Where: <Phrase text={date.place} />
            </>
          )}
        </p>
      ) : (
        <p>There is no date yet.</p>
      )}
      {mayChange && (
        <ul class="inline-links">
          <li>
            <a href={talkAddress(talk.id, 'date')}>{set ? 'Move or cancel it' : 'Set a date'}</a>
          </li>
          {set && (
            <li>
              <a href={talkAddress(talk.id, 'calendar.ics')}>Calendar file</a>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function WhatElse({ talk }: Props) {
  const { state } = talk;
  const side = sideOf(talk);
  return (
    <aside class="right" aria-label="What you can do">
      <ul class="actions">
        {side !== undefined && state.revealedAt !== undefined && phaseOf(state) !== 'revealed' && (
          <li>
            <a href={talkAddress(talk.id, 'talk')}>Both views</a>
          </li>
        )}
        {side !== undefined && (
          <li>
            <a href={talkAddress(talk.id, 'pack')}>Two pages to take along</a>
          </li>
        )}
        {side !== undefined && refuseEnd(state) === undefined && (
          <li>
            <a href={talkAddress(talk.id, 'end')}>End it without agreeing</a>
          </li>
        )}
      </ul>
    </aside>
  );
}
