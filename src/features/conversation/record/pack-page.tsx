import { shortened } from '../../../domain/evidence-title.ts';
import type { RowView } from '../../../domain/view.ts';
import { DateInWords } from '../../../web/date.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import { levelOf } from '../rows.ts';
import { participant } from '../talk.ts';
import { Moment } from '../views/moment.tsx';
import { stanceInWords } from '../views/outcomes.ts';
import { talkTitle } from '../views/talk-head.tsx';
import type { Pack, PackRow } from './load-pack.ts';
import { inShort, type PackRoom, roomFor } from './pack-room.ts';

/** The talk on two sheets of A4: rows, views, the titles of evidence, and what is still to be done. */
export function packPage(pack: Pack): Page {
  const { talk, rows, sides } = pack;
  const room = roomFor(rows.length, sides.length);
  return {
    title: `Pack: ${talkTitle(talk)}`,
    section: 'conversations',
    draft: true,
    scripts: ['print'],
    main: (
      <div class="pack">
        <h1>
          <Phrase text={talkTitle(talk)} />
        </h1>
        <PackHead {...pack} />
        <table class={`pack-rows sides-${sides.length}`}>
          <thead>
            <tr>
              <th scope="col">Competency and evidence</th>
              {sides.map((side) => (
                <th key={side} scope="col">
                  <Phrase text={participant(talk, side).name} /> says
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.expectation.id}>
                <th scope="row">
                  <Phrase text={shortened(row.heading, room.heading)} />
                  {row.level.id !== talk.level && (
                    <span class="from">
                      {' '}
                      from <Phrase text={row.level.name} />
                    </span>
                  )}
                  <Titles row={row} room={room} />
                </th>
                {sides.map((side) => (
                  <td key={side}>
                    <InBrief view={row.views[side]} room={room} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <Foot {...pack} room={room} />
      </div>
    ),
    right: (
      <aside class="right" aria-label="What you can do">
        <ul class="actions">
          <li class="with-script">
            <button type="button" data-print>
              Print on two pages
            </button>
          </li>
          <li>
            <a href={talkAddress(talk.id)}>Back to the conversation</a>
          </li>
        </ul>
        <p class="quiet">Long texts are cut to fit. They are whole in the conversation.</p>
      </aside>
    ),
  };
}

function PackHead({ talk, wording, sides }: Pack) {
  const { date, timeZone } = talk;
  return (
    <p class="lede">
      <Phrase text={levelOf(wording.framework, talk.level).name} />, <Phrase text={wording.framework.name} />{' '}
      {wording.version}.{' '}
      {date !== undefined && !date.cancelled && (
        <>
          <Moment at={date.startsAt} timeZone={timeZone} />.{' '}
        </>
      )}
      {sides.length === 1 && 'Only your own view: the other is not revealed yet.'}
    </p>
  );
}

/** Other people's voices first; what room they leave is for the titles of evidence. */
function Titles({ row: { evidence, feedback }, room }: { row: PackRow; room: PackRoom }) {
  const said = feedback.filter(({ text }) => text !== undefined).slice(0, room.pieces);
  const shown = evidence.slice(0, room.pieces - said.length);
  const more = evidence.length - shown.length;
  if (evidence.length + said.length === 0) return null;
  return (
    <ul>
      {said.map(({ name, text = '' }, index) => (
        <li key={index}>
          <Phrase text={shortened(name, 24)} />: “
          <Phrase text={inShort(text, Math.max(20, room.title - 24))} />”
        </li>
      ))}
      {shown.map(({ title }, index) => (
        <li key={index}>
          <Phrase text={shortened(title, room.title)} />
        </li>
      ))}
      {more > 0 && (
        <li>
          {shown.length > 0 ? 'and ' : ''}
          {more} {shown.length > 0 ? 'more' : more === 1 ? 'piece of evidence' : 'pieces of evidence'}
        </li>
      )}
    </ul>
  );
}

function InBrief({ view, room }: { view: RowView | undefined; room: PackRoom }) {
  const answered = Object.values(view?.points ?? {}).filter(({ stance }) => stance !== undefined);
  const note = inShort(view?.note ?? '', room.note);
  const byPoints = view?.stance === undefined && answered.length > 0;
  return (
    <>
      <span class={view?.stance === undefined && !byPoints ? 'left-open' : 'stance-said'}>
        {byPoints ? 'By its points' : stanceInWords(view?.stance)}
      </span>{' '}
      <Phrase text={note} />
    </>
  );
}

function Foot({ actions, helped, room }: Pack & { room: PackRoom }) {
  const shown = actions.slice(0, room.actions);
  return (
    <>
      {helped.length > 0 && (
        <section>
          <h2>Who this helped</h2>
          <p>
            <Phrase text={shortened(helped.join(', '), room.helped)} />
          </p>
        </section>
      )}
      <section>
        <h2>Still to be done</h2>
        {actions.length === 0 && <p>Nothing that was written down.</p>}
        <ul class="pack-actions">
          {shown.map(({ id, text, owner, dueOn }) => (
            <li key={id}>
              {owner !== undefined && (
                <strong>
                  <Phrase text={shortened(owner.name, 40)} />{' '}
                </strong>
              )}
              <Phrase text={shortened(text, room.action)} />
              {dueOn !== undefined && (
                <>
                  , by <DateInWords date={dueOn} />
                </>
              )}
            </li>
          ))}
          {actions.length > shown.length && <li>and {actions.length - shown.length} more</li>}
        </ul>
      </section>
    </>
  );
}
