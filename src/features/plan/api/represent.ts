import { isOverdue } from '../../../domain/plan.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Action } from '../actions/queries.ts';
import { tiedTo } from '../ties/tied-to.ts';
import { actionAddress } from '../views/addresses.ts';
import type { ActionAsData } from './schemas.ts';

export interface Representing {
  published: PublishedFrameworks;
  baseUrl: string;
  /** The day that it is where the viewer is. */
  today: string;
}

/** An action as programs are answered. */
export function actionAsData(action: Action, { published, baseUrl, today }: Representing): ActionAsData {
  const { id, text, kind, person, owner, dueOn, tie, createdAt, closedAt, last } = action;
  const tied = tie === null ? undefined : tiedTo(published, tie);
  return {
    id,
    page: baseUrl + actionAddress(id),
    text,
    kind,
    person,
    ...(owner === null ? {} : { owner }),
    ...(dueOn === null ? {} : { dueOn }),
    overdue: isOverdue({ dueOn, closed: closedAt !== null }, today),
    ...(tied === undefined ? {} : { about: { ...tied.tie, competency: tied.competency, level: tied.level } }),
    createdAt: createdAt.toISOString(),
    ...(closedAt === null ? {} : { closedAt: closedAt.toISOString() }),
    ...(last === null ? {} : { last: last.change }),
  };
}
