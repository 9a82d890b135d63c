import type { Side } from '../../../domain/conversation.ts';
import { policyInForce } from '../../../domain/policy.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../../domain/published.ts';
import { type OpenAction, openActionsOf } from '../../plan/index.ts';
import { findMaterial, type Piece } from '../queries/find-material.ts';
import { findViews, NOT_WRITTEN, type WrittenRow } from '../queries/find-views.ts';
import { earlierRows, type Row, rowsOf, wordingOf } from '../rows.ts';
import type { Talk } from '../talk.ts';
import { preparingSide, type TalkVisit } from '../visits.ts';
import { type LastWord, lastWordOn } from './last-word.ts';

/** One side's own view while it is prepared, with everything that lies beside it. */
export interface Preparation {
  talk: Talk;
  side: Side;
  wording: PublishedEdition;
  rows: PreparedRow[];
  /** What earlier levels ask for, to be raised; empty where the policy of the release leaves nothing to raise. */
  earlier: Row[];
  /** Everything that is still to be done for the person's growth. */
  actions: OpenAction[];
  token: string;
}

export interface PreparedRow extends Row {
  /** From 1. */
  place: number;
  mine: WrittenRow;
  evidence: Piece[];
  /** What was agreed last; absent for a manager whose own view is not in. */
  last?: LastWord;
  actions: OpenAction[];
  /** Why the viewer raised it, where it is of an earlier level. */
  raised?: string;
}

export async function prepare(
  { db, token }: TalkVisit,
  published: PublishedFrameworks,
  talk: Talk,
): Promise<Preparation> {
  const side = preparingSide(talk);
  const wording = wordingOf(published, talk);
  const { framework } = wording;
  const view = (await findViews(db, talk.id))[side];
  const rows = rowsOf(framework, [...talk.expectations, ...view.raises.keys()]);
  const material = await findMaterial(
    db,
    talk,
    rows.map(({ expectation }) => expectation.id),
  );
  const actions = talk.person.id === undefined ? [] : await openActionsOf(db, talk.person.id);
  return {
    talk,
    side,
    wording,
    rows: rows.map((row, index) => {
      const { id } = row.expectation;
      const last = lastWordOn(material.records, framework.id, row);
      const raised = view.raises.get(id);
      return {
        ...row,
        place: index + 1,
        mine: view.rows.get(id) ?? NOT_WRITTEN,
        evidence: material.evidence.filter(({ expectation }) => expectation === id),
        ...(last === undefined ? {} : { last }),
        actions: actions.filter(({ expectation }) => expectation === id),
        ...(raised === undefined ? {} : { raised }),
      };
    }),
    earlier: raisable(talk, wording),
    actions,
    token,
  };
}

/** What either side may raise: earlier levels' expectations of the same competencies, where they are assumed. */
export function raisable(talk: Talk, { framework }: PublishedEdition): Row[] {
  if (policyInForce(framework).earlierLevels !== 'assumed') return [];
  const competencies = new Set(rowsOf(framework, talk.expectations).map(({ competency }) => competency.id));
  return earlierRows(framework, talk.level, competencies);
}
