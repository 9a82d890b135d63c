import { dayInWords } from '../../../../web/date.tsx';
import { CheckboxField, type FieldError, type Option, SelectField } from '../../../../web/form.tsx';
import { Phrase, PlainText, titleText } from '../../../../web/text.tsx';
import { tieValue } from '../../tie-value.ts';
import { BY_HAND } from '../choices.ts';
import type { Candidate } from '../match.ts';
import { type PlannedPiece, placeOf } from '../plan.ts';

interface Props {
  piece: PlannedPiece;
  /** Every expectation that can be chosen. */
  candidates: readonly Candidate[];
  errors: readonly FieldError[];
}

/** The id of the field that says what a piece speaks to. */
export function tieField(key: string): string {
  return `_tie-${key}`;
}

/** One piece of evidence in the making: what it will say, what it will speak to, and when it happened. */
export function PieceBlock({ piece, candidates, errors }: Props) {
  const { key, row, text, links, helped, kind } = piece;
  const more = [
    ...(kind === undefined ? [] : [kind]),
    ...links.map(({ url, title }) => title ?? url),
    ...helped.map((name) => `helped ${name}`),
  ];
  return (
    <li class="said">
      <input type="hidden" name="piece" value={key} />
      <p class="quiet">
        {placeOf(row)}
        {calledIn(piece) !== '' && (
          <>
            : <Phrase text={calledIn(piece)} />
          </>
        )}
      </p>
      <PlainText text={text} />
      {more.length > 0 && (
        <p class="quiet">
          With <Phrase text={more.join(', ')} />
        </p>
      )}
      <div class="piece-fields">
        <TieField piece={piece} candidates={candidates} errors={errors} />
        <DayField piece={piece} />
        <CheckboxField
          id={`_take-${key}`}
          name="take"
          value={key}
          label={
            <>
              Bring it
              <span class="visually-hidden">: {placeOf(row)}</span>
            </>
          }
          checked={piece.take}
        />
      </div>
    </li>
  );
}

function calledIn({ row: { theme, competency, level } }: PlannedPiece): string {
  return [...new Set([level, theme, competency])].filter((part) => part !== undefined).join(', ');
}

/** What the file names is offered alone; everything else only where a person wants it, or the file names nothing. */
function TieField({ piece: { key, row, match, tie }, candidates, errors }: Props) {
  const exact = 'exact' in match ? match.exact : undefined;
  const isNamed = exact !== undefined && (tie === '' || tie === tieValue(exact.target));
  const likely = 'likely' in match ? match.likely : [];
  const groups = isNamed
    ? [
        { label: 'As the file says', options: [optionOf(exact)] },
        { label: 'Otherwise', options: [{ value: BY_HAND, label: 'Something else: choose it next' }] },
      ]
    : [
        ...(likely.length > 0 ? [{ label: 'Looks likely', options: likely.map(optionOf) }] : []),
        ...byLevel(candidates, likely),
      ];
  return (
    <SelectField
      id={tieField(key)}
      name={`tie-${key}`}
      label={
        <>
          Speaks to<span class="visually-hidden">: {placeOf(row)}</span>
        </>
      }
      none="Nothing yet: keep it untied"
      groups={groups}
      value={tie}
      errors={errors}
    />
  );
}

function byLevel(candidates: readonly Candidate[], but: readonly Candidate[]) {
  const values = new Set(but.map(({ target }) => tieValue(target)));
  const others = candidates.filter(({ target }) => !values.has(tieValue(target)));
  const groups = Map.groupBy(others, ({ level, target }) => JSON.stringify([target.framework, level]));
  return [...groups.values()].map((group) => ({
    label: titleText(group[0]?.level ?? ''),
    options: group.map(optionOf),
  }));
}

function optionOf({ target, name, level }: Candidate): Option {
  return { value: tieValue(target), label: titleText(`${name} (${level})`) };
}

/** Days that the file speaks of are offered; what they mean, only the person knows. */
function DayField({ piece: { key, row, days, day } }: { piece: PlannedPiece }) {
  const options: Option[] = [
    ...(days.column === undefined
      ? []
      : [{ value: days.column, label: `${inWords(days.column)}, as its row says` }]),
    ...days.text
      .filter((found) => found !== days.column)
      .map((found) => ({ value: found, label: `${inWords(found)}, which the text names` })),
  ];
  if (options.length === 0) return null;
  return (
    <SelectField
      id={`_day-${key}`}
      name={`day-${key}`}
      label={
        <>
          When<span class="visually-hidden">: {placeOf(row)}</span>
        </>
      }
      none="The day of pieces without one"
      groups={[{ label: 'In the file', options }]}
      value={day}
    />
  );
}

function inWords(day: string): string {
  return dayInWords(day) ?? day;
}
