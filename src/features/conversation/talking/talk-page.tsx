import { helpedIn } from '../../../domain/agreed-record.ts';
import { otherSide, phaseOf, refuseRecord } from '../../../domain/conversation.ts';
import { Done, ErrorSummary, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import { participant } from '../talk.ts';
import { Moment } from '../views/moment.tsx';
import { About, talkTitle } from '../views/talk-head.tsx';
import { groupsOf, type Shown } from './groups.ts';
import { Actions } from './row-actions.tsx';
import { Rows, type TalkPageProps } from './talk-groups.tsx';

const DONE: Record<string, string> = {
  revealed: 'Both views are in, and revealed to the two of you.',
  saved: 'Saved. The other side sees it.',
  added: 'The action is added.',
  'signature-withdrawn': 'You took your signature back. Both of you can write again.',
  reopened: 'The record is open again. What you signed before stays.',
};

/** Both views side by side, differences first, and what is agreed about each. */
export function talkPage(props: TalkPageProps): Page {
  const { data, done, errors = [] } = props;
  const { talk, token, viewer, agreed } = data;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}${talkTitle(talk)}`,
    section: 'conversations',
    draft: true,
    scripts: ['save-as-you-write', 'talk'],
    main: (
      <div
        class="talk"
        data-polls={`/api${talkAddress(talk.id, 'rows')}`}
        data-etag={talk.touchedAt}
        data-feedback={[...agreed.feedback.values()].flat().length}
      >
        <ErrorSummary errors={errors} />
        {done !== undefined && DONE[done] !== undefined && <Done>{DONE[done]}</Done>}
        <h1>
          <Phrase text={talkTitle(talk)} />
        </h1>
        <Lede {...props} />
        <Helped {...props} />
        <Filters {...props} />
        <form
          method="post"
          action={talkAddress(talk.id, 'rows')}
          data-saving-for={`${viewer}:${talk.id}`}
          class="talk-form"
        >
          <Token token={token} />
          <input type="hidden" name="shown" value={props.shown ?? ''} />
          <Rows {...props} />
        </form>
        {(props.shown === undefined || props.shown === 'actions') && (
          <section class="part" aria-labelledby="_actions">
            <h2 id="_actions">Actions</h2>
            {agreed.actions.length === 0 && <p class="quiet">None yet. Each row can have some.</p>}
            <Actions actions={agreed.actions} of="" />
          </section>
        )}
        <Onwards {...props} />
      </div>
    ),
  };
}

function Lede({ data }: TalkPageProps) {
  const { talk, wording, side } = data;
  const { revealedAt } = talk.state;
  const other = otherSide(side);
  const agreed = phaseOf(talk.state) === 'agreed';
  return (
    <>
      <p class="lede">
        <About talk={talk} wording={wording} />. Both views were revealed{' '}
        {revealedAt !== undefined && <Moment at={revealedAt} timeZone={talk.timeZone} />}.{' '}
        {agreed ? 'Both of you signed.' : 'Nothing is agreed until you both sign.'}
      </p>
      {!agreed && talk.state.signed[other] !== undefined && (
        <p class="standing">
          <Phrase text={participant(talk, other).name} /> has signed.
        </p>
      )}
      {!agreed && (
        <p class="with-script quiet" role="status" data-saving>
          Each of you sees what the other writes.
        </p>
      )}
      <p role="status" data-moved-on />
      <p role="status" data-arrived />
    </>
  );
}

/** Impact on others is what is asked of seniors, so it stands where the talk begins. */
function Helped({ data: { rows } }: TalkPageProps) {
  const helped = helpedIn(rows);
  if (helped.length === 0) return null;
  return (
    <section class="helped" aria-labelledby="_helped">
      <h2 id="_helped">Who this helped</h2>
      <p>
        {helped.map((words, index) => (
          <>
            {index > 0 && ', '}
            <Phrase text={words} />
          </>
        ))}
      </p>
      <p class="quiet">
        Gathered from the evidence. Something to talk about, and never held against anybody.
      </p>
    </section>
  );
}

function Filters({ data, shown }: TalkPageProps) {
  const { talk, rows, agreed } = data;
  const parts: { id: Shown | undefined; label: string }[] = [
    { id: undefined, label: 'Everything' },
    ...groupsOf(rows).map(({ id, heading, rows: { length } }) => ({ id, label: `${heading}, ${length}` })),
    { id: 'actions', label: `Actions, ${agreed.actions.length}` },
  ];
  return (
    <nav aria-label="What is shown">
      <ul class="filters">
        {parts.map(({ id, label }) => (
          <li key={label}>
            <a
              href={`${talkAddress(talk.id, 'talk')}${id === undefined ? '' : `?show=${id}`}`}
              aria-current={id === shown ? 'page' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Onwards({ data: { talk } }: TalkPageProps) {
  const refusal = refuseRecord(talk.state);
  return (
    <div class="part onwards">
      {refusal !== undefined && <p>{refusal}</p>}
      <div class="buttons">
        <a class="button" href={talkAddress(talk.id, 'check')}>
          Look through the record{refusal === undefined ? ' and sign' : ''}
        </a>
        <a href={talkAddress(talk.id, 'pack')}>Two pages to take along</a>
        <a href={talkAddress(talk.id)}>Where it stands</a>
      </div>
    </div>
  );
}
