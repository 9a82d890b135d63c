import type { Expectation } from '../../../domain/framework.ts';
import { isOpen } from '../../../domain/view.ts';
import { AuthorText, Phrase } from '../../../web/text.tsx';
import { ExpectationBody } from '../../framework/index.ts';
import { answerAddress } from '../addresses.ts';
import { NOT_WRITTEN, type WrittenAnswer } from '../queries/find-views.ts';
import { FromLevel } from '../views/from-level.tsx';
import { AnswerFields, type AnswerPlace, type ReturnedAnswer } from './answer-fields.tsx';
import { Beside } from './beside.tsx';
import type { Preparation, PreparedRow } from './preparation.ts';

interface Props {
  preparation: Preparation;
  row: PreparedRow;
  heading: 1 | 2;
  /** Of the answers that came back, by their place in words; see `placeKey`. */
  returned?: ReadonlyMap<string, ReturnedAnswer> | undefined;
}

/** One expectation with what lies beside it, and the viewer's own answer. */
export function PreparedRowForm({ preparation, row, heading, returned }: Props) {
  const { talk, side, wording } = preparation;
  const { expectation, competency } = row;
  const [whole, ...points] = placesOf(row);
  const shared = { side, person: talk.person.name };
  const fields = (place: AnswerPlace, name: string, kept: WrittenAnswer = NOT_WRITTEN) => (
    <AnswerFields
      {...place}
      {...shared}
      name={name}
      kept={kept}
      returned={returned?.get(placeKey(place))}
      address={answerAddress(talk.id, place.expectation, place.point)}
    />
  );
  return (
    <article class="prepared" id={`row-${row.place}`} tabindex={-1} data-row>
      <div class="prepared-text">
        <RowHeading heading={heading} text={row.heading} />
        <FromLevel row={row} level={talk.level} />
        {row.raised !== undefined && (
          <p class="raised">
            You raised it: <Phrase text={row.raised} />
          </p>
        )}
        {competency.definition !== undefined && (
          <div class="definition">
            <AuthorText text={competency.definition} format={wording.framework.textFormat} />
          </div>
        )}
        <ExpectationBody expectation={expectation} framework={wording.framework} heading={heading + 1} />
      </div>
      <Beside row={row} side={side} timeZone={talk.timeZone} heading={heading === 1 ? 2 : 3} />
      <div class="prepared-answer">
        {whole !== undefined && fields(whole, row.heading, row.mine)}
        {points.length > 0 && (
          <details class="fold by-point" open={!isOpen({ ...row.mine, stance: undefined })}>
            <summary>Answer its points one by one</summary>
            {points.map((place) => (
              <div key={place.point} class="point-answer">
                <AuthorText text={textOf(expectation, place.point)} format={wording.framework.textFormat} />
                {fields(
                  place,
                  `${row.heading}, point ${points.indexOf(place) + 1}`,
                  row.mine.points[place.point],
                )}
              </div>
            ))}
          </details>
        )}
      </div>
    </article>
  );
}

/** The whole of an expectation, then each of its points; numbered so that no two of a page share a number. */
export function placesOf({ expectation, place }: PreparedRow): AnswerPlace[] {
  const parts = ['', ...expectation.points.map(({ id }) => id)];
  return parts.map((point, index) => ({
    number: place * MOST_PARTS + index,
    expectation: expectation.id,
    point,
  }));
}

/** More points than any expectation has. */
const MOST_PARTS = 1000;

export function placeKey({ expectation, point }: Pick<AnswerPlace, 'expectation' | 'point'>): string {
  return JSON.stringify([expectation, point]);
}

function RowHeading({ heading, text }: { heading: 1 | 2; text: string }) {
  const Tag = heading === 1 ? 'h1' : 'h2';
  return (
    <Tag dir="auto">
      <Phrase text={text} />
    </Tag>
  );
}

function textOf({ points }: Expectation, point: string): string {
  return points.find(({ id }) => id === point)?.text ?? '';
}
