import type { RecordedRow } from '../../../domain/agreed-record.ts';
import { SIDES } from '../../../domain/conversation.ts';
import { DateInWords } from '../../../web/date.tsx';
import { AuthorText, MarkdownText, Phrase } from '../../../web/text.tsx';
import { FeedbackOfRow } from '../feedback/said-of-row.tsx';
import { FromLevel } from '../views/from-level.tsx';
import { outcomeInWords } from '../views/outcomes.ts';
import { Said } from '../views/said.tsx';
import type { WholeRecord } from './whole-record.ts';

/** What was agreed about one expectation, then what each said, then what it was about. */
export function RecordedRows({ whole }: { whole: WholeRecord }) {
  return whole.record.rows.map((row) => (
    <article key={row.expectation} class="recorded">
      <h2 dir="auto">
        <Phrase text={row.heading} />
      </h2>
      <FromLevel row={row} level={whole.record.level.id} />
      {row.raised.map(({ by, why }) => (
        <p key={by} class="raised">
          <Phrase text={whole.sideName(by)} /> raised it: <Phrase text={why} />
        </p>
      ))}
      <AgreedWord row={row} whole={whole} />
      <div class="recorded-views">
        {SIDES.map((side) => (
          <div key={side}>
            <h3>
              <Phrase text={whole.sideName(side)} /> said
            </h3>
            <Said view={row.views[side]} points={row.points} />
          </div>
        ))}
      </div>
      <RecordedEvidence row={row} />
      <FeedbackOfRow
        said={(row.feedback ?? []).map(({ by, text }) => ({ name: whole.name(by), text }))}
        heading={row.heading}
      />
      <Expected row={row} whole={whole} />
    </article>
  ));
}

export function AgreedWord({ row, whole }: { row: RecordedRow; whole: WholeRecord }) {
  const { outcome, sentence, reasons } = row.agreed;
  return (
    <div class="agreed-word">
      <p class={outcome === undefined ? 'left-open' : 'stance-said'}>{outcomeInWords(outcome)}</p>
      {sentence !== '' && (
        <p class="plain-text" dir="auto">
          {sentence}
        </p>
      )}
      {reasons !== undefined &&
        SIDES.map((side) => (
          <p key={side} class="plain-text">
            <Phrase text={whole.sideName(side)} />: <Phrase text={reasons[side]} />
          </p>
        ))}
    </div>
  );
}

/** The evidence as it was then, whatever became of it since. */
function RecordedEvidence({ row: { evidence, heading } }: { row: RecordedRow }) {
  if (evidence.length === 0) return null;
  return (
    <details class="fold">
      <summary>
        {evidence.length === 1 ? '1 piece of evidence' : `${evidence.length} pieces of evidence`}, as it was
        <span class="visually-hidden">
          : <Phrase text={heading} />
        </span>
      </summary>
      <ul class="recorded-evidence">
        {evidence.map(({ id, point, text, happenedOn, helped }) => (
          <li key={`${id} ${point}`}>
            <p class="quiet">
              <DateInWords date={happenedOn} />
              {helped !== undefined && (
                <>
                  . Helped <Phrase text={helped} />
                </>
              )}
            </p>
            <MarkdownText text={text} headingsFrom={4} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The frozen wording. */
function Expected({ row, whole }: { row: RecordedRow; whole: WholeRecord }) {
  const { statement, points, proficiency, heading } = row;
  const format = whole.record.framework.textFormat;
  return (
    <details class="fold">
      <summary>
        What was expected, in these words
        <span class="visually-hidden">
          : <Phrase text={heading} />
        </span>
      </summary>
      {statement !== undefined && <AuthorText text={statement} format={format} />}
      {points.length > 0 && (
        <ol class="points">
          {points.map(({ id, text }) => (
            <li key={id}>
              <AuthorText text={text} format={format} />
            </li>
          ))}
        </ol>
      )}
      {proficiency !== undefined && (
        <p class="quiet">
          Proficiency: <Phrase text={proficiency.name} />
          {proficiency.definition !== undefined && (
            <>
              . <Phrase text={proficiency.definition} />
            </>
          )}
        </p>
      )}
    </details>
  );
}
