/** Which entries are one competency: confirmed, refused, and both taken back. */
import type { Executor } from '../../../db/schema.ts';
import type { ConfirmedRow } from '../../../domain/confirmation.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { Framework } from '../../../domain/framework.ts';
import { rowOf } from '../../../domain/rows.ts';
import { type Change, type ChangeOutcome, changeDraft, decision } from './change-draft.ts';

/** Two rows of the draft, by the ids of their competencies. */
export interface RowPair {
  competency: string;
  other: string;
}

/**
 * Joins `other` to the row `competency`. A refusal of the same two is dropped.
 *
 * @throws CairnError `invalid` for an unknown id or the same row twice.
 */
export function confirmRows(
  db: Executor,
  change: Change,
  pair: RowPair,
  why?: string,
): Promise<ChangeOutcome> {
  return changeDraft(db, change, 'rows.confirmed', (draft) => {
    requireTwo(draft, pair);
    const row = rowOf(draft);
    if (row(pair.competency) === row(pair.other)) return undefined;
    const { competency, other } = pair;
    const confirmed: ConfirmedRow = { competency, joins: [other], ...decision(change, why) };
    const refused = refusedIn(draft).filter((refusal) => !isAbout(draft, refusal, pair));
    return withRows(draft, [...draft.confirmed.rows, confirmed], refused);
  });
}

/**
 * Keeps that two rows are not one competency, so that nobody proposes them again.
 *
 * @throws CairnError `invalid` for an unknown id or the same row twice, `refused` where they are joined.
 */
export function refuseRows(
  db: Executor,
  change: Change,
  pair: RowPair,
  why?: string,
): Promise<ChangeOutcome> {
  return changeDraft(db, change, 'rows.refused', (draft) => {
    requireTwo(draft, pair);
    const row = rowOf(draft);
    if (row(pair.competency) === row(pair.other)) {
      throw new CairnError(
        'refused',
        'These two are joined already.',
        'Take the confirmation back first, then say that they are not the same.',
      );
    }
    const refused = refusedIn(draft);
    if (refused.some((refusal) => isAbout(draft, refusal, pair))) return undefined;
    const { competency, other: differsFrom } = pair;
    return withRows(draft, draft.confirmed.rows, [
      ...refused,
      { competency, differsFrom, ...decision(change, why) },
    ]);
  });
}

/** Takes a confirmation back: its rows stand apart again, unless another confirmation joins them. */
export function withdrawRows(
  db: Executor,
  change: Change,
  { competency, joins }: Pick<ConfirmedRow, 'competency' | 'joins'>,
): Promise<ChangeOutcome> {
  return changeDraft(db, change, 'rows.confirmation-withdrawn', (draft) => {
    const { rows } = draft.confirmed;
    const wanted = JSON.stringify([competency, joins]);
    const left = rows.filter((row) => JSON.stringify([row.competency, row.joins]) !== wanted);
    return left.length === rows.length ? undefined : withRows(draft, left, refusedIn(draft));
  });
}

/** Takes a refusal back: the two may be proposed again. */
export function withdrawRefusal(db: Executor, change: Change, pair: RowPair): Promise<ChangeOutcome> {
  return changeDraft(db, change, 'rows.refusal-withdrawn', (draft) => {
    const refused = refusedIn(draft);
    const left = refused.filter(
      ({ competency, differsFrom }) => competency !== pair.competency || differsFrom !== pair.other,
    );
    return left.length === refused.length ? undefined : withRows(draft, draft.confirmed.rows, left);
  });
}

type Refused = NonNullable<Framework['confirmed']['refused']>;

function refusedIn({ confirmed }: Framework): Refused {
  return confirmed.refused ?? [];
}

function isAbout(draft: Framework, refusal: Refused[number], { competency, other }: RowPair): boolean {
  const row = rowOf(draft);
  const [one, two] = [row(refusal.competency), row(refusal.differsFrom)];
  const [a, b] = [row(competency), row(other)];
  return (one === a && two === b) || (one === b && two === a);
}

function withRows(draft: Framework, rows: ConfirmedRow[], refused: Refused): Framework {
  const { refused: _before, ...rest } = draft.confirmed;
  return {
    ...draft,
    confirmed: { ...rest, rows, ...(refused.length === 0 ? {} : { refused }) },
  };
}

function requireTwo({ competencies }: Framework, { competency, other }: RowPair): void {
  if (competency === other) {
    throw new CairnError('invalid', 'This is one row twice.', 'Choose two different rows.');
  }
  for (const id of [competency, other]) {
    if (competencies.some((candidate) => candidate.id === id)) continue;
    throw new CairnError(
      'invalid',
      `The draft has no row “${id}”.`,
      'Open the page of rows again and choose from its list.',
    );
  }
}
