import { isOpen } from '../../../domain/view.ts';
import { Phrase } from '../../../web/text.tsx';
import { placeAddress, talkAddress } from '../addresses.ts';
import { nameInList } from '../views/from-level.tsx';
import { BackToTalk } from '../views/talk-head.tsx';
import type { Preparation, PreparedRow } from './preparation.ts';

/** Where the viewer is: every row, and how it was answered. */
export function PrepareLeft({ preparation, at }: { preparation: Preparation; at?: number }) {
  const { talk, rows } = preparation;
  return (
    <nav class="left" aria-label="Your view">
      <BackToTalk talk={talk} />
      <ol class="contents answered">
        {rows.map((row) => (
          <li key={row.place}>
            <a
              href={at === undefined ? `#row-${row.place}` : placeAddress(talk.id, row.place)}
              aria-current={row.place === at ? 'page' : undefined}
            >
              <Phrase text={nameInList(row, talk.level)} />
              <span class="quiet" data-state-of={row.place}>
                {stateInWords(row)}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <p class="quiet">
        {at === undefined ? (
          <a href={placeAddress(talk.id, 1)}>One by one</a>
        ) : (
          <a href={talkAddress(talk.id, 'prepare')}>All on one page</a>
        )}
      </p>
    </nav>
  );
}

/** "sometimes", "open", or that only points of it were answered. */
export function stateInWords({ mine }: PreparedRow): string {
  if (mine.stance !== undefined) return mine.stance;
  return isOpen(mine) ? 'open' : 'by its points';
}
