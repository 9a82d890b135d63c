import { phaseOf, refuseDate, SIDES, type Side } from '../../../domain/conversation.ts';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import { sideOf } from '../standing.ts';
import { participant, type Talk } from '../talk.ts';
import { Moment } from '../views/moment.tsx';

/** What has happened so far, and what is still to come. */
export function Steps({ talk }: { talk: Talk }) {
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

/** When the talk is, and the ways to change that. */
export function When({ talk }: { talk: Talk }) {
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
