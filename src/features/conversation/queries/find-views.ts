import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { Side } from '../../../domain/conversation.ts';
import type { Stance } from '../../../domain/stance.ts';
import type { Answer, RowView } from '../../../domain/view.ts';

/** An answer as it is kept. */
export interface WrittenAnswer extends Answer {
  /** Counts its changes. */
  version: number;
}

/** One side's view, as far as the viewer may read it. */
export interface View {
  /** By expectation. */
  rows: ReadonlyMap<string, WrittenRow>;
  /** Why each expectation of an earlier level was raised. */
  raises: ReadonlyMap<string, string>;
}

export interface WrittenRow extends WrittenAnswer, RowView {
  points: Readonly<Record<string, WrittenAnswer>>;
}

export const NOT_WRITTEN: WrittenRow = { note: '', version: 0, points: {} };

/** Both views as far as they are the viewer's to read: one's own; the other's once they are revealed. */
export async function findViews(db: Executor, talk: string): Promise<Record<Side, View>> {
  const { rows } = await sql<{ answers: AnswerRow[] | null; raises: RaiseRow[] | null }>`
    select
      (
        select json_agg(json_build_object(
          'side', side, 'expectation', expectation_id, 'point', point_id,
          'stance', stance, 'note', note, 'version', version
        ))
        from view_answer
        where conversation_id = ${talk}
      ) as answers,
      (
        select json_agg(json_build_object('side', side, 'expectation', expectation_id, 'why', why) order by raised_at)
        from view_raise
        where conversation_id = ${talk}
      ) as raises
  `.execute(db);
  const { answers, raises } = rows[0] ?? { answers: null, raises: null };
  return {
    person: viewOf('person', answers ?? [], raises ?? []),
    manager: viewOf('manager', answers ?? [], raises ?? []),
  };
}

interface AnswerRow {
  side: Side;
  expectation: string;
  /** Empty: the whole of it. */
  point: string;
  stance: Stance | null;
  note: string;
  version: number;
}

interface RaiseRow {
  side: Side;
  expectation: string;
  why: string;
}

function viewOf(side: Side, answers: readonly AnswerRow[], raises: readonly RaiseRow[]): View {
  const own = answers.filter((answer) => answer.side === side);
  const byExpectation = Map.groupBy(own, ({ expectation }) => expectation);
  return {
    rows: new Map([...byExpectation].map(([expectation, given]) => [expectation, rowOf(given)])),
    raises: new Map(
      raises.filter((raise) => raise.side === side).map(({ expectation, why }) => [expectation, why]),
    ),
  };
}

function rowOf(given: readonly AnswerRow[]): WrittenRow {
  const whole = given.find(({ point }) => point === '');
  const points = given
    .filter(({ point }) => point !== '')
    .map((answer) => [answer.point, answerOf(answer)] as const);
  return {
    ...(whole === undefined ? { note: '', version: 0 } : answerOf(whole)),
    points: Object.fromEntries(points),
  };
}

function answerOf({ stance, note, version }: AnswerRow): WrittenAnswer {
  return { ...(stance === null ? {} : { stance }), note, version };
}
