import { Phrase } from '../../../web/text.tsx';
import type { CellChange } from '../comparison/cells.ts';
import type { Row, RowChange } from '../comparison/levels.ts';
import { levelAddress } from './addresses.ts';
import { MarkedText, ProficiencyChange } from './changes.tsx';
import type { ComparedSide } from './compared-side.ts';
import { Examples, ExpectationBody } from './expectation.tsx';
import type { SheetCell } from './level-sheet.ts';

interface Sides {
  before: ComparedSide;
  after: ComparedSide;
}

/** A competency that both levels have and that differs. */
export function ChangedRow(props: Sides & { row: RowChange; crossing: boolean }) {
  const { row, before, after, crossing } = props;
  return (
    <article class="compared" id={row.id}>
      <h3 dir="auto">
        <Phrase text={row.name} />
      </h3>
      <Matched row={row} before={before} crossing={crossing} />
      {row.pairs.map((change) => (
        <Pair key={change.after.anchor} change={change} before={before} after={after} />
      ))}
      {row.onlyAfter.map((cell) => (
        <LoneCell key={cell.anchor} cell={cell} side={after} />
      ))}
      {row.onlyBefore.map((cell) => (
        <LoneCell key={cell.anchor} cell={cell} side={before} />
      ))}
    </article>
  );
}

/** How the two were taken for one competency, where that is not plain. */
function Matched({ row, before, crossing }: { row: RowChange; before: ComparedSide; crossing: boolean }) {
  const { matchedBy, nameBefore } = row;
  if (!crossing && matchedBy === 'id') return null;
  return (
    <p class="quiet">
      {matchedBy === 'id' ? 'Matched by id' : 'Matched by name'}
      {nameBefore !== undefined && (
        <>
          ; called <Phrase text={nameBefore} /> at <Phrase text={before.name} />
        </>
      )}
      {crossing ? '.' : '; nobody has confirmed that the two are one competency.'}
    </p>
  );
}

function Pair({ change, before, after }: Sides & { change: CellChange }) {
  if (!change.differs) {
    return (
      <p class="quiet">
        <Phrase text={change.after.heading} />: the same at both.
      </p>
    );
  }
  if (change.reading === 'whole') {
    return (
      <div class="both-texts">
        <Side cell={change.before} side={before} />
        <Side cell={change.after} side={after} />
      </div>
    );
  }
  return (
    <div class="marked-pair">
      <Headings change={change} before={before} after={after} />
      <MarkedText change={change} />
      <p class="quiet">
        <ProficiencyChange proficiency={change.proficiency} />
      </p>
      {!change.examplesShared && (
        <>
          <OwnExamples cell={change.before} side={before} />
          <OwnExamples cell={change.after} side={after} />
        </>
      )}
    </div>
  );
}

function OwnExamples({ cell, side }: { cell: SheetCell; side: ComparedSide }) {
  const { examples } = cell.expectation;
  return examples.length === 0 ? null : <Examples examples={examples} open={false} at={side.name} />;
}

/** Links to both cells on their levels' pages, with their own headings where these differ. */
function Headings({ change, before, after }: Sides & { change: CellChange }) {
  return (
    <p class="quiet">
      <CellLink cell={change.before} side={before} />
      {change.before.heading !== change.after.heading && (
        <>
          {' '}
          calls it <Phrase text={change.before.heading} />
        </>
      )}
      {', then '}
      <CellLink cell={change.after} side={after} />
      {change.before.heading !== change.after.heading && (
        <>
          {' '}
          calls it <Phrase text={change.after.heading} />
        </>
      )}
    </p>
  );
}

function Side({ cell, side }: { cell: SheetCell; side: ComparedSide }) {
  return (
    <section class="compared-side">
      <h4>
        <CellLink cell={cell} side={side} />
      </h4>
      {cell.competency !== undefined && cell.competency.name !== cell.heading && (
        <p class="quiet">
          Called <Phrase text={cell.heading} /> here
        </p>
      )}
      <ExpectationBody expectation={cell.expectation} framework={side.place.edition.framework} heading={4} />
    </section>
  );
}

/** A second cell of a row that the other level has no partner for. */
function LoneCell({ cell, side }: { cell: SheetCell; side: ComparedSide }) {
  return (
    <section class="compared-side">
      <h4>
        Only at <CellLink cell={cell} side={side} />: <Phrase text={cell.heading} />
      </h4>
      <ExpectationBody expectation={cell.expectation} framework={side.place.edition.framework} heading={4} />
    </section>
  );
}

function CellLink({ cell, side: { place, level, name } }: { cell: SheetCell; side: ComparedSide }) {
  return (
    <a href={levelAddress(place.edition.framework.id, place.version, level.id, cell.anchor)}>
      <Phrase text={name} />
    </a>
  );
}

/** A competency that one of the levels has alone. */
export function RowOfOneSide({ row, side, anchor }: { row: Row; side: ComparedSide; anchor: string }) {
  const { place, level } = side;
  const { framework } = place.edition;
  return (
    <article class="compared" id={anchor}>
      {row.cells.map((cell) => (
        <section key={cell.anchor} class="compared-side">
          <h3 dir="auto">
            <a href={levelAddress(framework.id, place.version, level.id, cell.anchor)}>
              <Phrase text={cell.heading} />
            </a>
          </h3>
          <ExpectationBody expectation={cell.expectation} framework={framework} heading={3} />
        </section>
      ))}
    </article>
  );
}
