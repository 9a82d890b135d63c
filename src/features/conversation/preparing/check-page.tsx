import { otherSide } from '../../../domain/conversation.ts';
import { CheckboxField, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { MarkdownText, Phrase } from '../../../web/text.tsx';
import { placeAddress, talkAddress } from '../addresses.ts';
import type { Piece } from '../queries/find-material.ts';
import { participant } from '../talk.ts';
import { FromLevel } from '../views/from-level.tsx';
import { stanceInWords } from '../views/outcomes.ts';
import { BackToTalk } from '../views/talk-head.tsx';
import type { Preparation, PreparedRow } from './preparation.ts';

/** The whole view once more, before it is submitted. */
export function checkPage(preparation: Preparation): Page {
  const { talk, side, rows, token } = preparation;
  const other = participant(talk, otherSide(side)).name;
  const theirsIsIn = talk.state.submitted[otherSide(side)] !== undefined;
  return {
    title: 'Look through your view',
    section: 'conversations',
    draft: true,
    left: (
      <nav class="left" aria-label="Your view">
        <BackToTalk talk={talk} />
        <p class="quiet">
          <a href={talkAddress(talk.id, 'prepare')}>Go on preparing</a>
        </p>
      </nav>
    ),
    main: (
      <div class="checking">
        <h1>Look through your view</h1>
        <ul class="answers">
          {rows.map((row) => (
            <AnswerShown key={row.place} talk={talk} row={row} />
          ))}
        </ul>
        <form method="post" action={talkAddress(talk.id, 'submissions')} class="part">
          <Token token={token} />
          {side === 'person' && <PrivatePieces rows={rows} other={other} />}
          <h2>Submit it</h2>
          <p>
            {theirsIsIn ? (
              <>
                <Phrase text={other} /> has submitted. The moment you do, both views are revealed to the two
                of you, and neither can be taken back.
              </>
            ) : (
              <>
                <Phrase text={other} /> has not submitted yet, and sees only that you have. Until both views
                are in you can take yours back.
              </>
            )}
          </p>
          <div class="buttons">
            <button type="submit" class="button">
              {theirsIsIn ? 'Submit, and reveal both views' : 'Submit your view'}
            </button>
            <a href={talkAddress(talk.id, 'prepare')}>Go on preparing</a>
          </div>
        </form>
      </div>
    ),
  };
}

function AnswerShown({ talk, row }: { talk: Preparation['talk']; row: PreparedRow }) {
  const { mine, heading, expectation, place } = row;
  const answered = expectation.points.filter(({ id }) => mine.points[id] !== undefined);
  return (
    <li>
      <h2>
        <a href={placeAddress(talk.id, place)}>
          <Phrase text={heading} />
        </a>
      </h2>
      <FromLevel row={row} level={talk.level} />
      {row.raised !== undefined && (
        <p class="raised">
          You raise it: <Phrase text={row.raised} />
        </p>
      )}
      <p class={mine.stance === undefined ? 'left-open' : 'stance-said'}>{stanceInWords(mine.stance)}</p>
      {mine.note.trim() !== '' && <MarkdownText text={mine.note} headingsFrom={3} />}
      {answered.length > 0 && (
        <ul class="point-answers">
          {answered.map(({ id }) => (
            <li key={id}>
              <p class="quiet">
                Point {expectation.points.findIndex((point) => point.id === id) + 1}:{' '}
                <strong>{stanceInWords(mine.points[id]?.stance)}</strong>
              </p>
              {(mine.points[id]?.note ?? '').trim() !== '' && (
                <MarkdownText text={mine.points[id]?.note ?? ''} headingsFrom={3} />
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Private evidence that speaks to the rows: shared with the submission piece by piece, or left out. */
function PrivatePieces({ rows, other }: { rows: readonly PreparedRow[]; other: string }) {
  const pieces = privatePieces(rows);
  if (pieces.length === 0) return null;
  return (
    <fieldset class="private-pieces">
      <legend>
        <h2>Evidence that only you can read</h2>
      </legend>
      <p>
        {pieces.length === 1 ? 'One piece' : `${pieces.length} pieces`} of what you tied to these rows{' '}
        {pieces.length === 1 ? 'is' : 'are'} private. Share what your view leans on; whatever you leave is
        left out, and stays yours alone.
      </p>
      {pieces.map(({ id, title }) => (
        <CheckboxField
          key={id}
          id={`share-${id}`}
          name="share"
          value={id}
          label={
            <>
              Share with <Phrase text={other} />: <Phrase text={title} />
            </>
          }
        />
      ))}
    </fieldset>
  );
}

/** Each once, whatever it is tied to. */
export function privatePieces(rows: readonly PreparedRow[]): Piece[] {
  const pieces = rows.flatMap(({ evidence }) => evidence.filter(({ shared }) => !shared));
  return [...new Map(pieces.map((piece) => [piece.id, piece])).values()];
}
