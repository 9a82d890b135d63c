import { ErrorSummary, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import type { PreparedRow } from './preparation.ts';
import { PrepareLeft } from './prepare-left.tsx';
import { forScript, neighbours, type PrepareProps } from './prepare-page.tsx';
import { PreparedRowForm } from './prepared-row.tsx';
import { Questions } from './questions.tsx';

/** One expectation on its own, with the way to the one before and after. */
export function placePage(props: PrepareProps & { row: PreparedRow }): Page {
  const { preparation, row, viewer, errors = [], returned } = props;
  const { talk, rows, token } = preparation;
  const { before, after } = neighbours(preparation, row.place);
  const check = talkAddress(talk.id, 'prepare/check');
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}${row.heading} · Your view`,
    section: 'conversations',
    draft: true,
    scripts: ['save-as-you-write', 'prepare-keys'],
    left: <PrepareLeft preparation={preparation} at={row.place} />,
    main: (
      <div class="preparing one">
        <ErrorSummary errors={errors} />
        <p class="quiet">
          {row.place} of {rows.length}
          <span class="with-script" role="status" data-saving>
            . Saved as you write.
          </span>
        </p>
        <form method="post" action={talkAddress(talk.id, 'answers')} {...forScript(preparation, viewer)}>
          <Token token={token} />
          <input type="hidden" name="place" value={row.place} />
          <PreparedRowForm preparation={preparation} row={row} heading={1} returned={returned} />
          <div class="buttons walk">
            {before !== undefined && (
              <button type="submit" class="button second" name="go-on" value={before} data-walk="before">
                Back
              </button>
            )}
            <button type="submit" class="button" name="go-on" value={after ?? check} data-walk="after">
              {after === undefined ? (
                'Look through it and submit'
              ) : (
                <>
                  Next: <Phrase text={rows[row.place]?.heading ?? ''} />
                </>
              )}
            </button>
          </div>
        </form>
        <Questions {...preparation} />
        <p class="with-script quiet keys-hint">
          Keys: <kbd>1</kbd> to <kbd>4</kbd> take a stance, <kbd>0</kbd> leaves it open, <kbd>n</kbd> writes a
          note, <kbd>Esc</kbd> leaves it, <kbd>←</kbd> <kbd>→</kbd> go back and on.
        </p>
      </div>
    ),
  };
}
