import type { Side } from '../../../domain/conversation.ts';
import { STANCES, type Stance } from '../../../domain/stance.ts';
import { LONGEST_NOTE } from '../../../domain/view.ts';
import { Phrase } from '../../../web/text.tsx';
import type { WrittenAnswer } from '../queries/find-views.ts';
import { Hidden } from '../views/hidden.tsx';
import type { AnswerText, KeptAnswer } from './save-answer.ts';

/** What is answered, and where it stands in the form. */
export interface AnswerPlace {
  /** Numbers the answers of a form. */
  number: number;
  expectation: string;
  /** Empty: the whole of the expectation. */
  point: string;
}

/** An answer that came back: what was typed, and what another tab saved meanwhile. */
export interface ReturnedAnswer {
  typed: AnswerText;
  conflict?: KeptAnswer;
  /** What is wrong with it, as an instruction. */
  error?: string;
}

interface Props extends AnswerPlace {
  side: Side;
  /** The person whom it is about. */
  person: string;
  /** What is answered, in words. */
  name: string;
  kept: WrittenAnswer;
  returned?: ReturnedAnswer | undefined;
  /** Where a script saves it. */
  address: string;
}

/** Four stances and a note. What is left open is shown as open, and that is allowed. */
export function AnswerFields(props: Props) {
  const { number, expectation, point, kept, returned, address, name } = props;
  const seen = returned?.conflict ?? { stance: kept.stance ?? '', note: kept.note, version: kept.version };
  const shown = returned?.typed ?? seen;
  return (
    <div class="answer" data-saves={address} data-version={seen.version}>
      <Hidden name={`expectation-${number}`} value={expectation} />
      <Hidden name={`point-${number}`} value={point} />
      <Hidden name={`version-${number}`} value={String(seen.version)} />
      <Hidden name={`was-stance-${number}`} value={seen.stance} was="stance" />
      <Hidden name={`was-note-${number}`} value={seen.note} was="note" />
      <Stances {...props} chosen={shown.stance} />
      <div class={`field${returned?.error === undefined ? '' : ' wrong'}`}>
        <label for={`note-${number}`}>
          Note
          <span class="visually-hidden">
            : <Phrase text={name} />
          </span>
        </label>
        {returned?.error !== undefined && (
          <p class="field-error" id={`note-${number}-error`}>
            <span class="visually-hidden">Error: </span>
            {returned.error}
          </p>
        )}
        <textarea
          id={`note-${number}`}
          name={`note-${number}`}
          rows={2}
          maxlength={LONGEST_NOTE}
          dir="auto"
          data-field="note"
          aria-invalid={returned?.error === undefined ? undefined : 'true'}
          aria-describedby={returned?.error === undefined ? undefined : `note-${number}-error`}
        >
          {shown.note}
        </textarea>
      </div>
      <div class="conflict" data-conflict="Meanwhile you saved something else in another tab:">
        {returned?.conflict !== undefined && <Conflict conflict={returned.conflict} />}
      </div>
    </div>
  );
}

function Stances({ number, side, person, name, chosen }: Props & { chosen: string }) {
  return (
    <fieldset class="stances">
      <legend>
        {side === 'person' ? (
          'Do you show this?'
        ) : (
          <>
            Does <Phrase text={person} /> show this?
          </>
        )}
        <span class="visually-hidden">
          {' '}
          <Phrase text={name} />
        </span>
      </legend>
      {STANCES.map((stance, index) => (
        <Choice key={stance} number={number} value={stance} chosen={chosen} keyName={String(index + 1)}>
          {LABELS[stance]}
        </Choice>
      ))}
      <Choice number={number} value="" chosen={chosen}>
        Leave it open
      </Choice>
    </fieldset>
  );
}

const LABELS: Record<Stance, string> = {
  consistently: 'Consistently',
  sometimes: 'Sometimes',
  'not yet': 'Not yet',
  'no opportunity yet': 'No opportunity yet',
};

function Choice(props: {
  number: number;
  value: string;
  chosen: string;
  keyName?: string;
  children: string;
}) {
  const { number, value, chosen, keyName, children } = props;
  return (
    <label class="stance">
      <input
        type="radio"
        name={`stance-${number}`}
        value={value}
        checked={value === chosen}
        data-field="stance"
      />
      <span>{children}</span>
      {keyName !== undefined && (
        <span class="key with-script" aria-hidden="true">
          {keyName}
        </span>
      )}
    </label>
  );
}

/** Both texts are there: the one that was typed above, the other tab's here. */
function Conflict({ conflict }: { conflict: KeptAnswer }) {
  return (
    <div role="alert" class="banner attention">
      <p>
        Meanwhile you saved something else in another tab. It is kept; saving once more replaces it with what
        stands above.
      </p>
      <p>
        There: <strong>{conflict.stance === '' ? 'left open' : conflict.stance}</strong>
      </p>
      {conflict.note !== '' && (
        <blockquote class="plain-text" dir="auto">
          {conflict.note}
        </blockquote>
      )}
    </div>
  );
}
