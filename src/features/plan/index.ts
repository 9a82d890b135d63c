/** The door to plans: objectives and actions. */
export { createAction, type NewAction } from './create-action.ts';
export { type OpenAction, openActionsOf } from './open-actions.ts';
