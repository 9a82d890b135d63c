import { titleOf } from '../../../domain/evidence-title.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Phrase } from '../../../web/text.tsx';
import { ExpectationBody } from '../../framework/index.ts';
import { FeedbackOfRow } from '../feedback/said-of-row.tsx';
import { participant } from '../talk.ts';
import { FromLevel } from '../views/from-level.tsx';
import { Said } from '../views/said.tsx';
import { AgreedFields, type ReturnedRow } from './agreed-fields.tsx';
import { AgreedWords } from './agreed-words.tsx';
import { Actions, AddAction, Opportunity, type ReturnedAction } from './row-actions.tsx';
import type { TalkData } from './talk-data.ts';
import type { TalkedAbout } from './talked-about.ts';

export interface RowProps {
  data: TalkData;
  row: TalkedAbout;
  place: number;
  /** Whether the record may be written now. */
  writable: boolean;
  returned?: ReturnedRow | undefined;
  action?: ReturnedAction | undefined;
}

/** One row of the talk: what is expected, what each says, what is agreed. */
export function TalkRow(props: RowProps) {
  const { data, row, place } = props;
  const { talk, wording } = data;
  return (
    <article class="talk-row" id={`row-${place}`} aria-labelledby={`_heading-${place}`}>
      <div class="talk-cell about">
        <h3 id={`_heading-${place}`} dir="auto">
          <Phrase text={row.heading} />
        </h3>
        <FromLevel row={row} level={talk.level} />
        {row.raised.map(({ by, why }) => (
          <p key={by} class="raised">
            <Phrase text={participant(talk, by).name} /> raised it: <Phrase text={why} />
          </p>
        ))}
        <details class="fold">
          <summary>What is expected</summary>
          <ExpectationBody expectation={row.expectation} framework={wording.framework} heading={3} />
        </details>
        <Evidence row={row} />
        <div id={`_feedback-${place}`} data-row-feedback>
          <FeedbackOfRow
            said={row.feedback.map(({ by, text }) => ({ name: by.name, text }))}
            heading={row.heading}
          />
        </div>
      </div>
      {(['person', 'manager'] as const).map((side) => (
        <div key={side} class="talk-cell view">
          <h4>
            <Phrase text={participant(talk, side).name} /> says
          </h4>
          <Said view={row.views[side]} points={row.expectation.points} />
        </div>
      ))}
      <div class="talk-cell agreed">
        <h4>Agreed together</h4>
        {props.writable ? <Writing {...props} /> : <Written {...props} />}
      </div>
    </article>
  );
}

function Evidence({ row: { evidence } }: { row: TalkedAbout }) {
  if (evidence.length === 0) return <p class="quiet">No evidence yet.</p>;
  return (
    <details class="fold">
      <summary>
        {evidence.length === 1 ? '1 piece of evidence' : `${evidence.length} pieces of evidence`}
      </summary>
      <ul class="pieces">
        {evidence.map(({ id, point, text, happenedOn, helped }) => (
          <li key={`${id} ${point}`}>
            <a href={`/evidence/${id}`}>
              <Phrase text={titleOf(text)} />
            </a>
            <span class="quiet">
              <DateInWords date={happenedOn} />
              {helped !== undefined && (
                <>
                  . Helped <Phrase text={helped} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Writing({ data, row, place, returned, action }: RowProps) {
  const { talk } = data;
  return (
    <>
      <AgreedFields talk={talk} row={row} place={place} returned={returned}>
        {!row.actions.some(({ kind }) => kind === 'opportunity') && (
          <Opportunity talk={talk} heading={row.heading} place={place} returned={action} />
        )}
      </AgreedFields>
      <Actions actions={row.actions} of={row.expectation.id} />
      <AddAction talk={talk} place={place} returned={action} of={row.heading} />
      <p class="without-script">
        <button type="submit" class="button small" name="at" value={place}>
          Save
          <span class="visually-hidden">
            : <Phrase text={row.heading} />
          </span>
        </button>
      </p>
    </>
  );
}

function Written({ data: { talk }, row }: RowProps) {
  return (
    <>
      <AgreedWords talk={talk} agreed={row.agreed} />
      <Actions actions={row.actions} />
    </>
  );
}
