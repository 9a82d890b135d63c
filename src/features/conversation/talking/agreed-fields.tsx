import type { ComponentChildren } from 'preact';
import { OUTCOMES, type Outcome } from '../../../domain/stance.ts';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import type { Talk } from '../talk.ts';
import { Hidden } from '../views/hidden.tsx';
import { outcomeInWords } from '../views/outcomes.ts';
import type { TalkedAbout } from './talked-about.ts';
import type { KeptRow, RowText } from './write-row.ts';

/** Longest sentence of a record and longest reason, in characters. */
export const LONGEST_SENTENCE = 1_000;

/** A row that came back: what was typed, and what the other side wrote meanwhile. */
export interface ReturnedRow {
  typed: RowText;
  conflict?: KeptRow;
  error?: string;
}

interface Props {
  talk: Talk;
  row: TalkedAbout;
  /** Its place on the page, from 1: numbers its fields. */
  place: number;
  returned?: ReturnedRow | undefined;
  /** What follows from the outcome, between the outcome and what is written. */
  children?: ComponentChildren;
}

/** What both agree on for a row, or that they see it differently and why. */
export function AgreedFields({ talk, row, place, returned, children }: Props) {
  const seen = returned?.conflict ?? keptOf(row);
  const shown = returned?.typed ?? seen;
  const address = `/api${talkAddress(talk.id, 'rows')}/${encodeURIComponent(row.expectation.id)}`;
  return (
    <div class="agreed-fields" data-saves={address} data-version={seen.version}>
      <Hidden name={`row-${place}`} value={row.expectation.id} />
      <Hidden name={`version-${place}`} value={String(seen.version)} />
      {FIELDS.map((field) => (
        <Hidden key={field} name={`was-${field}-${place}`} value={seen[field]} was={field} />
      ))}
      <Outcomes row={row} place={place} chosen={shown.outcome} />
      {children}
      <Text
        id={`sentence-${place}`}
        field="sentence"
        value={shown.sentence}
        error={returned?.error}
        label={<>In a sentence</>}
        of={row.heading}
      />
      <div class="reasons">
        {(['person', 'manager'] as const).map((side) => (
          <Text
            key={side}
            id={`${side}-${place}`}
            field={side}
            value={shown[side]}
            label={
              <>
                Why <Phrase text={talk[side].name} /> sees it so
              </>
            }
            of={row.heading}
          />
        ))}
      </div>
      <div class="conflict" data-conflict="Meanwhile somebody wrote here:">
        {returned?.conflict !== undefined && <Conflict conflict={returned.conflict} talk={talk} />}
      </div>
    </div>
  );
}

export const FIELDS = ['outcome', 'sentence', 'person', 'manager'] as const;

export function keptOf({ agreed: { outcome, sentence, reasons, version } }: TalkedAbout): KeptRow {
  const { person = '', manager = '' } = reasons;
  return { outcome: outcome ?? '', sentence, person, manager, version };
}

function Outcomes({ row, place, chosen }: { row: TalkedAbout; place: number; chosen: string }) {
  const choices: (Outcome | '')[] = [...OUTCOMES, ''];
  return (
    <fieldset class="stances">
      <legend class="visually-hidden">
        Agreed together: <Phrase text={row.heading} />
      </legend>
      {choices.map((outcome) => (
        <label key={outcome} class="stance">
          <input
            type="radio"
            name={`outcome-${place}`}
            value={outcome}
            checked={outcome === chosen}
            data-field="outcome"
          />
          <span>{outcome === '' ? 'Open' : LABELS[outcome]}</span>
        </label>
      ))}
    </fieldset>
  );
}

const LABELS: Record<Outcome, string> = {
  consistently: 'Consistently',
  sometimes: 'Sometimes',
  'not yet': 'Not yet',
  'no opportunity yet': 'No opportunity yet',
  'we see this differently': 'We see this differently',
};

function Text(props: {
  id: string;
  field: string;
  value: string;
  label: ComponentChildren;
  /** What it is about. */
  of: string;
  error?: string | undefined;
}) {
  const { id, field, value, label, of, error } = props;
  return (
    <div class={`field${error === undefined ? '' : ' wrong'}`}>
      <label for={id}>
        {label}
        <span class="visually-hidden">
          : <Phrase text={of} />
        </span>
      </label>
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          <span class="visually-hidden">Error: </span>
          {error}
        </p>
      )}
      <textarea
        id={id}
        name={id}
        rows={2}
        maxlength={LONGEST_SENTENCE}
        dir="auto"
        data-field={field}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      >
        {value}
      </textarea>
    </div>
  );
}

function Conflict({ conflict, talk }: { conflict: KeptRow; talk: Talk }) {
  return (
    <div role="alert" class="banner attention">
      <p>
        Somebody wrote here meanwhile. Theirs is kept; saving once more replaces it with what stands above.
      </p>
      <p>
        There:{' '}
        <strong>{outcomeInWords(conflict.outcome === '' ? undefined : (conflict.outcome as Outcome))}</strong>
      </p>
      {conflict.sentence !== '' && <blockquote dir="auto">{conflict.sentence}</blockquote>}
      {(['person', 'manager'] as const).map(
        (side) =>
          conflict[side] !== '' && (
            <blockquote key={side} dir="auto">
              <Phrase text={talk[side].name} />: {conflict[side]}
            </blockquote>
          ),
      )}
    </div>
  );
}
