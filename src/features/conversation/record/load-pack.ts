import { helpedIn } from '../../../domain/agreed-record.ts';
import type { Side } from '../../../domain/conversation.ts';
import { titleOf } from '../../../domain/evidence-title.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../../domain/published.ts';
import type { RowView } from '../../../domain/view.ts';
import { type OpenAction, openActionsOf } from '../../plan/index.ts';
import { findMaterial } from '../queries/find-material.ts';
import { findViews, NOT_WRITTEN } from '../queries/find-views.ts';
import { type Row, rowsOf, wordingOf } from '../rows.ts';
import { sideOf } from '../standing.ts';
import type { Talk } from '../talk.ts';
import { loadTalk } from '../talking/talk-data.ts';
import { type TalkVisit, there } from '../visits.ts';

/** What fits on two pages for the talk. */
export interface Pack {
  talk: Talk;
  wording: PublishedEdition;
  /** Whose views are in it: both once they are revealed, until then the viewer's own. */
  sides: Side[];
  rows: PackRow[];
  helped: string[];
  /** Everything that is still to be done for the person's growth. */
  actions: OpenAction[];
}

export interface PackRow extends Row {
  views: Partial<Record<Side, RowView>>;
  evidence: { title: string; helped?: string | undefined }[];
}

export async function loadPack(visit: TalkVisit, published: PublishedFrameworks, talk: Talk): Promise<Pack> {
  const side = there(sideOf(talk));
  const actions = talk.person.id === undefined ? [] : await openActionsOf(visit.db, talk.person.id);
  const revealed = talk.state.revealedAt !== undefined;
  const rows = revealed
    ? await rowsRevealed(visit, published, talk)
    : await ownRows(visit, published, talk, side);
  return {
    talk,
    wording: wordingOf(published, talk),
    sides: revealed ? ['person', 'manager'] : [side],
    rows,
    helped: helpedIn(rows),
    actions,
  };
}

async function rowsRevealed(
  visit: TalkVisit,
  published: PublishedFrameworks,
  talk: Talk,
): Promise<PackRow[]> {
  const { rows } = await loadTalk(visit, published, talk);
  return rows.map((row) => ({
    ...row,
    evidence: row.evidence.map(({ text, helped }) => ({ title: titleOf(text), helped })),
  }));
}

async function ownRows(
  { db }: TalkVisit,
  published: PublishedFrameworks,
  talk: Talk,
  side: Side,
): Promise<PackRow[]> {
  const view = (await findViews(db, talk.id))[side];
  const { framework } = wordingOf(published, talk);
  const rows = rowsOf(framework, [...talk.expectations, ...view.raises.keys()]);
  const ids = rows.map(({ expectation }) => expectation.id);
  const { evidence } = await findMaterial(db, talk, ids);
  return rows.map((row) => ({
    ...row,
    views: { [side]: view.rows.get(row.expectation.id) ?? NOT_WRITTEN },
    evidence: evidence
      .filter(({ expectation }) => expectation === row.expectation.id)
      .map(({ title, helped }) => ({ title, helped })),
  }));
}
