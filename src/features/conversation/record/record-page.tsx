import { DateInWords } from '../../../web/date.tsx';
import { Done, ErrorSummary, type FieldError } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import type { Talk } from '../talk.ts';
import { Day, Moment } from '../views/moment.tsx';
import { BackToTalk, talkTitle } from '../views/talk-head.tsx';
import { RecordedRows } from './recorded-rows.tsx';
import { AskReopening, Reopening } from './reopening-forms.tsx';
import type { WholeRecord } from './whole-record.ts';

export interface RecordProps {
  talk: Talk;
  whole: WholeRecord;
  /** Every edition that the viewer may read, newest first. */
  editions: readonly number[];
  token: string;
  done?: string | undefined;
  errors?: readonly FieldError[];
  /** A reason that came back. */
  reason?: string;
}

const DONE: Record<string, string> = {
  agreed: 'Agreed. Both of you have signed, and the record is kept for good.',
  asked: 'Asked. Nothing changes unless the other side says yes.',
  declined: 'The record stays as you both signed it.',
};

/** What was agreed, from the record as it was signed and from nothing else. */
export function recordPage(props: RecordProps): Page {
  const { talk, whole, done, errors = [] } = props;
  const { record, digest } = whole;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Agreed: ${talkTitle(talk)}`,
    section: 'conversations',
    draft: true,
    scripts: ['print'],
    left: (
      <nav class="left" aria-label="The conversation">
        <BackToTalk talk={talk} />
        <Editions {...props} />
      </nav>
    ),
    main: (
      <div class="record">
        <ErrorSummary errors={errors} />
        {done !== undefined && DONE[done] !== undefined && <Done>{DONE[done]}</Done>}
        <h1>
          <Phrase text={talkTitle(talk)} />
        </h1>
        <p class="lede">
          Agreed about <Phrase text={record.level.name} />, <Phrase text={record.framework.name} />{' '}
          {record.framework.release}, on <Day at={record.agreedAt} timeZone={talk.timeZone} />.
        </p>
        {record.reopened !== undefined && (
          <p class="raised">
            Reopened, because <Phrase text={whole.sideName(record.reopened.by)} /> said:{' '}
            <Phrase text={record.reopened.reason} />
          </p>
        )}
        <Reopening {...props} />
        <RecordedRows whole={whole} />
        <RecordedActions whole={whole} />
        <Signatures talk={talk} whole={whole} />
        <p class="quiet digest">
          Kept to the letter: <code>{digest}</code>
        </p>
        <AskReopening {...props} errors={errors} />
      </div>
    ),
    right: <Ways talk={talk} edition={record.edition} />,
  };
}

function Editions({ talk, editions, whole }: RecordProps) {
  if (editions.length < 2) return null;
  return (
    <ol class="contents">
      {editions.map((edition) => (
        <li key={edition}>
          <a
            href={`${talkAddress(talk.id, 'record')}?edition=${edition}`}
            aria-current={edition === whole.record.edition ? 'page' : undefined}
          >
            {edition === editions[0] ? 'As it stands' : `As signed before, edition ${edition}`}
          </a>
        </li>
      ))}
    </ol>
  );
}

function RecordedActions({ whole: { record, name } }: { whole: WholeRecord }) {
  return (
    <section class="part" aria-labelledby="_actions">
      <h2 id="_actions">Actions</h2>
      {record.actions.length === 0 && <p class="quiet">None.</p>}
      <ul class="talk-actions">
        {record.actions.map(({ text, owner, dueOn, kind }, index) => (
          <li key={index} class={kind}>
            <strong>
              <Phrase text={name(owner)} />
            </strong>{' '}
            <Phrase text={text} />
            {dueOn !== undefined && (
              <span class="quiet">
                , by <DateInWords date={dueOn} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {record.helped.length > 0 && (
        <>
          <h2>Who this helped</h2>
          <p>
            <Phrase text={record.helped.join(', ')} />
          </p>
        </>
      )}
    </section>
  );
}

function Signatures({ talk, whole: { record, name } }: { talk: Talk; whole: WholeRecord }) {
  return (
    <section class="part" aria-labelledby="_signatures">
      <h2 id="_signatures">Signatures</h2>
      {record.signatures.map(({ side, person, inPlaceOf, at }) => (
        <p key={side}>
          <Phrase text={name(person)} />
          {inPlaceOf !== undefined && (
            <>
              , in place of <Phrase text={name(inPlaceOf)} />
            </>
          )}
          , <Moment at={at} timeZone={talk.timeZone} />
        </p>
      ))}
    </section>
  );
}

function Ways({ talk, edition }: { talk: Talk; edition: number }) {
  const of = (ending: string) => `${talkAddress(talk.id, `record.${ending}`)}?edition=${edition}`;
  return (
    <aside class="right" aria-label="What you can do">
      <ul class="actions">
        <li class="with-script">
          <button type="button" data-print>
            Print, or save as PDF
          </button>
        </li>
        <li>
          <a href={of('md')}>Markdown</a>
        </li>
        <li>
          <a href={of('json')}>JSON</a>
        </li>
        {talk.talkSide !== undefined && (
          <li>
            <a href={talkAddress(talk.id, 'pack')}>On two pages</a>
          </li>
        )}
      </ul>
    </aside>
  );
}
