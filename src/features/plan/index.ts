/** The door to plans: objectives, actions, learning and qualifications, and what a manager sees of their reports. */
import { PLAN_OPERATIONS, PLAN_SCHEMAS } from './api/operations.ts';

export { changeAction } from './actions/change-action.ts';
export { createAction, type NewAction } from './actions/create-action.ts';
export { type OpenAction, openActionsOf } from './actions/open-actions.ts';
export { findAction } from './actions/queries.ts';
export { setRhythm } from './cadence/actions.ts';
export { planTasks } from './cadence/tasks.ts';
export type { PlanContributions, PlannedTalk, ScheduleTalks } from './contributions.ts';
export { enterLearning, markLearnt, shareLearning } from './learning/actions.ts';
export { findOwnLearning } from './learning/queries.ts';
export { proposeObjective, setObjectiveState } from './objectives/actions.ts';
export { findObjective } from './objectives/queries.ts';
export { enterQualification, shareQualification } from './qualifications/actions.ts';
export { findOwnQualification } from './qualifications/queries.ts';
export { planRecord } from './record/record.tsx';
export { planDoors } from './routes.tsx';
export { writeNote } from './team/note-actions.ts';

/** What programs of people can do about their plans. */
export const PLAN_API = { operations: PLAN_OPERATIONS, schemas: PLAN_SCHEMAS };
