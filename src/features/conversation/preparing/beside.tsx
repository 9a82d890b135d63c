import type { Side } from '../../../domain/conversation.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Phrase } from '../../../web/text.tsx';
import type { OpenAction } from '../../plan/index.ts';
import type { Piece } from '../queries/find-material.ts';
import { Day } from '../views/moment.tsx';
import { outcomeInWords } from '../views/outcomes.ts';
import type { LastWord } from './last-word.ts';
import type { PreparedRow } from './preparation.ts';

/** What lies beside a row while it is answered: evidence, the last agreed word, open actions. */
export function Beside(props: { row: PreparedRow; side: Side; timeZone: string; heading: 2 | 3 }) {
  const { row, side, timeZone, heading } = props;
  return (
    <aside class="beside" aria-label={`Beside ${row.heading}`}>
      <Heading level={heading}>Evidence</Heading>
      <Evidence pieces={row.evidence} side={side} />
      {row.last !== undefined && (
        <>
          <Heading level={heading}>Agreed last time</Heading>
          <Last last={row.last} row={row} timeZone={timeZone} />
        </>
      )}
      {row.actions.length > 0 && (
        <>
          <Heading level={heading}>Open actions</Heading>
          <ActionList actions={row.actions} />
        </>
      )}
    </aside>
  );
}

function Heading({ level, children }: { level: 2 | 3; children: string }) {
  return level === 2 ? <h2>{children}</h2> : <h3>{children}</h3>;
}

function Evidence({ pieces, side }: { pieces: readonly Piece[]; side: Side }) {
  return (
    <>
      {pieces.length === 0 && (
        <p class="quiet">{side === 'person' ? 'None is tied to this yet.' : 'None is shared with you.'}</p>
      )}
      <ul class="pieces">
        {pieces.map(({ id, title, happenedOn, helped, shared, point }) => (
          <li key={`${id} ${point}`}>
            <a href={`/evidence/${id}`}>
              <Phrase text={title} />
            </a>
            <span class="quiet">
              <DateInWords date={happenedOn} />
              {helped !== undefined && (
                <>
                  . Helped <Phrase text={helped} />
                </>
              )}
              {side === 'person' && !shared && '. Private'}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Last({ last, row, timeZone }: { last: LastWord; row: PreparedRow; timeZone: string }) {
  const { record, row: then } = last;
  const { outcome, sentence, reasons } = then.agreed;
  return (
    <>
      <p>
        <strong>{outcomeInWords(outcome)}</strong>
        {sentence !== '' && (
          <>
            . <Phrase text={sentence} />
          </>
        )}
      </p>
      {reasons !== undefined && (
        <ul class="pieces">
          <li dir="auto">“{reasons.person}”</li>
          <li dir="auto">“{reasons.manager}”</li>
        </ul>
      )}
      <p class="quiet">
        <Day at={record.agreedAt} timeZone={timeZone} />
        {then.level.id !== row.level.id && (
          <>
            , at <Phrase text={then.level.name} />
          </>
        )}
      </p>
    </>
  );
}

export function ActionList({ actions }: { actions: readonly OpenAction[] }) {
  return (
    <ul class="pieces">
      {actions.map(({ id, text, owner, dueOn }) => (
        <li key={id} dir="auto">
          <Phrase text={text} />
          <span class="quiet">
            {owner !== undefined && <Phrase text={owner.name} />}
            {dueOn !== undefined && (
              <>
                , by <DateInWords date={dueOn} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
