import type { Competency } from '../../../domain/framework.ts';
import { Phrase } from '../../../web/text.tsx';
import type { CellChange } from '../comparison/cells.ts';
import type { LadderStep, StepSince } from '../comparison/ladder-row.ts';
import { comparisonAddress, levelAddress } from './addresses.ts';
import { MarkedText } from './changes.tsx';
import { AskLink, Examples, ExpectationBody } from './expectation.tsx';
import type { SheetCell } from './level-sheet.ts';
import { askAddressesOf, type Place } from './place.ts';
import { ProficiencyOf } from './proficiency.tsx';

/** What one level says of the competency, and what changed since the level before. */
export function CompetencyStep(props: {
  place: Place;
  competency: Competency;
  step: LadderStep;
  anchor: string;
}) {
  const { place, competency, step, anchor } = props;
  const { level, cells, since } = step;
  const [only] = since.length === 1 ? since : [];
  return (
    <section class="part step" aria-labelledby={anchor}>
      <h2 id={anchor} dir="auto">
        <a href={levelAddress(place.edition.framework.id, place.version, level.id, cells[0]?.anchor)}>
          <Phrase text={level.name} />
        </a>
      </h2>
      {level.track !== undefined && !level.name.includes(level.track) && (
        <p class="quiet">
          Track: <Phrase text={level.track} />
        </p>
      )}
      {since.map((earlier) => (
        <Since key={earlier.level.id} place={place} step={step} since={earlier} />
      ))}
      {cells.length === 0 && (
        <p class="absent">The framework says nothing about this competency at this level.</p>
      )}
      {cells.map((cell) => (
        <Cell
          key={cell.anchor}
          place={place}
          competency={competency}
          cell={cell}
          change={only?.pairs.find(({ after }) => after === cell)}
          several={cells.length > 1}
          levelName={level.name}
        />
      ))}
    </section>
  );
}

/** "Since Engineer: worded anew; the proficiency was Working knowledge." */
function Since({ place, step, since }: { place: Place; step: LadderStep; since: StepSince }) {
  const { id } = place.edition.framework;
  const { version } = place;
  const address = comparisonAddress(
    { id, version, level: since.level.id },
    { id, version, level: step.level.id },
  );
  const [first] = since.pairs;
  return (
    <p class="quiet since">
      Since {/* A site without a server holds the comparisons of neighbours. */}
      {place.viewing.static && !since.directly ? (
        <Phrase text={since.level.name} />
      ) : (
        <a href={address}>
          <Phrase text={since.level.name} />
          <span class="visually-hidden">
            , compared with <Phrase text={step.level.name} />
          </span>
        </a>
      )}
      {!since.directly && ' (the levels between say nothing)'}: {changeInWords(since, step.since.length > 1)}
      {since.pairs.length === 1 && first !== undefined && <ProficiencyBefore change={first} />}.
    </p>
  );
}

function changeInWords({ pairs, onlyBefore, onlyAfter }: StepSince, unmarked: boolean): string {
  const changed = pairs.filter(({ differs }) => differs);
  const words = [
    changed.length === 0 && 'the same words',
    changed.some(({ reading }) => reading === 'whole') && 'worded anew',
    changed.some(({ reading }) => reading === 'marked') &&
      (unmarked ? 'some words changed' : 'changed words are marked'),
    onlyAfter.length > 0 && `${onlyAfter.length} more ${onlyAfter.length === 1 ? 'entry' : 'entries'}`,
    onlyBefore.length > 0 && `${onlyBefore.length} fewer ${onlyBefore.length === 1 ? 'entry' : 'entries'}`,
  ];
  return words.filter((word) => word !== false).join(', ');
}

/** The step that the level before asks for, where it is another one; this level's own stands with its text. */
function ProficiencyBefore({ change: { proficiency, differs } }: { change: CellChange }) {
  const { before, after } = proficiency;
  if (before === after) return before === undefined || !differs ? null : <>; the same proficiency</>;
  return before === undefined ? (
    <>; no proficiency was named</>
  ) : (
    <>
      ; the proficiency was <Phrase text={before} />
    </>
  );
}

function Cell(props: {
  place: Place;
  competency: Competency;
  cell: SheetCell;
  /** What changed since the one level before; absent where there is none or more than one. */
  change: CellChange | undefined;
  several: boolean;
  levelName: string;
}) {
  const { place, competency, cell, change, several, levelName } = props;
  const { framework } = place.edition;
  const { expectation, heading } = cell;
  const named = several || heading !== competency.name;
  const marked = change?.differs && change.reading === 'marked';
  const askAddress = askAddressesOf(place)?.(expectation.id);
  return (
    <article class="step-cell">
      {named && (
        <h3 dir="auto">
          <Phrase text={heading} />
        </h3>
      )}
      {marked ? (
        <>
          <MarkedText change={change} />
          {expectation.proficiency !== undefined && (
            <ProficiencyOf step={expectation.proficiency} scale={framework.scale} />
          )}
          {!change.examplesShared && expectation.examples.length > 0 && (
            <Examples examples={expectation.examples} open={false} />
          )}
        </>
      ) : (
        <ExpectationBody expectation={expectation} framework={framework} heading={3} />
      )}
      {askAddress !== undefined && <AskLink address={askAddress} about={`${heading}, ${levelName}`} />}
    </article>
  );
}
