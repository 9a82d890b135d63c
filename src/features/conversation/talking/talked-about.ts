import type { RecordedEvidence } from '../../../domain/agreed-record.ts';
import type { Agreement, Side } from '../../../domain/conversation.ts';
import type { PublishedEdition } from '../../../domain/published.ts';
import { compareViews } from '../../../domain/view.ts';
import type { Agreed, AgreedRow, TalkAction } from '../queries/find-agreed.ts';
import { NOTHING_AGREED } from '../queries/find-agreed.ts';
import { NOT_WRITTEN, type View, type WrittenRow } from '../queries/find-views.ts';
import { type Row, rowsOf } from '../rows.ts';
import type { Talk } from '../talk.ts';

/** One row of the talk: both views side by side, and what is agreed about it. */
export interface TalkedAbout extends Row {
  views: Record<Side, WrittenRow>;
  /** Who raised it and why, where it is of an earlier level. */
  raised: { by: Side; why: string }[];
  agreement: Agreement;
  agreed: AgreedRow;
  evidence: readonly RecordedEvidence[];
  actions: readonly TalkAction[];
}

/** What is talked about: what was chosen at the beginning, then what either side raised. */
export function talkedAbout(
  talk: Talk,
  { framework }: PublishedEdition,
  views: Record<Side, View>,
  agreed: Agreed,
): TalkedAbout[] {
  const raised = [...views.person.raises.keys(), ...views.manager.raises.keys()];
  const expectations = [...new Set([...talk.expectations, ...raised])];
  return rowsOf(framework, expectations).map((row) => {
    const { id } = row.expectation;
    const person = views.person.rows.get(id) ?? NOT_WRITTEN;
    const manager = views.manager.rows.get(id) ?? NOT_WRITTEN;
    return {
      ...row,
      views: { person, manager },
      raised: raisedBy(views, id),
      agreement: compareViews(person, manager),
      agreed: agreed.rows.get(id) ?? NOTHING_AGREED,
      evidence: agreed.evidence.get(id) ?? [],
      actions: agreed.actions.filter(({ expectation }) => expectation === id),
    };
  });
}

function raisedBy(views: Record<Side, View>, expectation: string): TalkedAbout['raised'] {
  return (['person', 'manager'] as const).flatMap((by) => {
    const why = views[by].raises.get(expectation);
    return why === undefined ? [] : [{ by, why }];
  });
}
