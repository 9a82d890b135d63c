/** What an address asks of the pages for stewards, and the page that answers. */
import type { FieldError } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import type { DeskPage } from './addresses.ts';
import { DONE, type Done } from './attempt.ts';
import type { Desk, ReturnedForm } from './desk.ts';
import { findingsPage } from './findings-page.tsx';
import { chosenPair, type Pair } from './pairs.ts';
import { policyPage } from './policy-page.tsx';
import { CHOOSING, rowsPage } from './rows-page.tsx';
import { movedOrder } from './scale-moves.ts';

/** What the query of an address asks for. */
export interface Asked {
  /** How many entries of a long list to pass over. */
  from: number;
  /** Two rows to show side by side. */
  chosen?: Pair;
  /** An order of the proficiencies. */
  order?: readonly string[];
  done?: Done;
  /** Two rows were chosen, but not so that they can be shown. */
  returned?: ReturnedForm;
}

export function askedIn(search: URLSearchParams, desk: Desk): Asked {
  const from = Number(search.get('from') ?? 0);
  const done = search.get('done');
  const order = movedOrder(desk.stored.draft.scale.steps, {
    order: search.getAll('order'),
    up: search.get('up') ?? undefined,
    down: search.get('down') ?? undefined,
  });
  return {
    from: Number.isSafeInteger(from) && from > 0 ? from : 0,
    ...(done !== null && isDone(done) ? { done } : {}),
    ...(order === undefined ? {} : { order }),
    ...choiceIn(search, desk),
  };
}

export function pageOf(page: DeskPage, desk: Desk, asked: Asked): Page {
  const { from, chosen, order } = asked;
  if (page === 'policy') return policyPage(desk, order);
  if (page === 'findings') return findingsPage(desk, from);
  return rowsPage(desk, chosen === undefined ? { from } : { from, chosen });
}

function choiceIn(search: URLSearchParams, { confirmed }: Desk): Pick<Asked, 'chosen' | 'returned'> {
  const [one, two] = [search.get('one'), search.get('two')];
  if (one === null || two === null) return {};
  const chosen = chosenPair(confirmed, one, two);
  if (chosen !== undefined) return { chosen };
  const known = (id: string) => confirmed.competencies.some((row) => row.id === id);
  const errors: FieldError[] = [
    ...(known(one) ? [] : [{ field: '_one', message: 'Choose one row' }]),
    ...(known(two) ? [] : [{ field: '_two', message: 'Choose another row' }]),
  ];
  const same = { field: '_two', message: 'Choose a row other than the first' };
  return { returned: { id: CHOOSING, typed: { one, two }, errors: errors.length > 0 ? errors : [same] } };
}

function isDone(word: string): word is Done {
  return Object.hasOwn(DONE, word);
}
