import type { ComponentChildren } from 'preact';
import { Phrase } from '../../../web/text.tsx';
import { levelSheet, type SheetCell } from '../../framework/index.ts';
import { excerptOf, plainText } from '../excerpt.ts';
import type { LevelToTie } from '../levels-to-tie.ts';
import { tieValue } from '../tie-value.ts';

const RELATIONS: Record<LevelToTie['is'], string> = {
  own: 'the level you hold',
  next: 'the next level',
  earlier: 'an earlier level',
  other: 'another level',
};

/** What one level expects, each to be chosen whole or by single points. Earlier levels are folded. */
export function LevelTies({ at, chosen }: { at: LevelToTie; chosen: ReadonlySet<string> }) {
  const { framework, level, is } = at;
  const cells = levelSheet(framework, level.id)
    .sections.flatMap((section) => section.cells)
    .filter(({ expectation }) => expectation.state === 'present');
  const rows = cells.map((cell) => (
    <CellChoice key={cell.anchor} framework={framework} cell={cell} chosen={chosen} />
  ));
  const name = (
    <>
      <Phrase text={level.name} /> <span class="quiet">{RELATIONS[is]}</span>
    </>
  );
  if (is !== 'earlier') {
    return (
      <fieldset class="tie-level">
        <legend>{name}</legend>
        {rows.length === 0 ? <p class="quiet">The framework says nothing about this level yet.</p> : rows}
      </fieldset>
    );
  }
  const values = cells.flatMap((cell) => valuesOf(framework.id, cell));
  return (
    <details class="fold tie-level" open={values.some((value) => chosen.has(value))}>
      <summary>{name}</summary>
      {rows}
    </details>
  );
}

function CellChoice(props: {
  framework: LevelToTie['framework'];
  cell: SheetCell;
  chosen: ReadonlySet<string>;
}) {
  const { framework, cell, chosen } = props;
  const { expectation, heading } = cell;
  const [whole = '', ...points] = valuesOf(framework.id, cell);
  return (
    <div class="tie-row" data-row>
      <TieChoice value={whole} chosen={chosen} name={heading} text={excerptOf(framework, expectation)} />
      {points.length > 0 && (
        <details class="fold" open={points.some((value) => chosen.has(value))}>
          <summary>{points.length === 1 ? 'Its one point' : `Single points: ${points.length}`}</summary>
          {points.map((value, index) => (
            <TieChoice
              key={value}
              value={value}
              chosen={chosen}
              name={plainText(framework, expectation.points[index]?.text ?? '')}
            />
          ))}
        </details>
      )}
    </div>
  );
}

/** One box to tick, with what it stands for. */
export function TieChoice(props: {
  value: string;
  chosen: ReadonlySet<string>;
  name: string;
  text?: string;
  note?: ComponentChildren;
}) {
  const { value, chosen, name, text = '', note } = props;
  return (
    <label class="tie-choice">
      <input type="checkbox" name="tie" value={value} checked={chosen.has(value)} />{' '}
      <span>
        <span class="tie-name" dir="auto">
          <Phrase text={name} />
        </span>
        {note !== undefined && <span class="quiet because"> {note}</span>}
        {text !== '' && (
          <span class="quiet tie-text" dir="auto">
            <Phrase text={text} />
          </span>
        )}
      </span>
    </label>
  );
}

/** The whole of a cell, then its points. */
function valuesOf(framework: string, { expectation }: SheetCell): string[] {
  const { id, points } = expectation;
  return [
    tieValue({ framework, expectation: id }),
    ...points.map((point) => tieValue({ framework, expectation: id, point: point.id })),
  ];
}
