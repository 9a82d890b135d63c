/** The door to plans: objectives, actions, learning and qualifications, and what a manager sees of their reports. */
import { PLAN_OPERATIONS, PLAN_SCHEMAS } from './api/operations.ts';

export { createAction, type NewAction } from './actions/create-action.ts';
export { type OpenAction, openActionsOf } from './actions/open-actions.ts';
export { planTasks } from './cadence/tasks.ts';
export type { PlanContributions, PlannedTalk, ScheduleTalks } from './contributions.ts';
export { planRecord } from './record/record.tsx';
export { planDoors } from './routes.tsx';

/** What programs of people can do about their plans. */
export const PLAN_API = { operations: PLAN_OPERATIONS, schemas: PLAN_SCHEMAS };
