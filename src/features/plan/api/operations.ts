/** What programs can do about actions: the OpenAPI document and the reference are made from this list. */
import type { PersonalOperation } from '../../framework/index.ts';
import * as schemas from './schemas.ts';

const ACTION = {
  name: 'action',
  description: 'Id of the action.',
  example: '01930000-0000-7000-8000-000000000001',
};
const gone = { 404: 'It is not there, or not for you to see.' } as const;

export const PLAN_OPERATIONS: readonly PersonalOperation[] = [
  {
    id: 'listActions',
    method: 'get',
    path: '/api/actions',
    summary: 'Read open actions',
    description: 'Those that you do. With `person`, those for the growth of that person, whoever does them.',
    query: [
      {
        name: 'person',
        description: 'Id of you, or of somebody whom you manage: they can see that you read it.',
      },
    ],
    answer: schemas.actionList,
    problems: gone,
  },
  {
    id: 'createAction',
    method: 'post',
    path: '/api/actions',
    summary: 'Write down an action',
    body: schemas.newAction,
    answer: schemas.action,
    status: 201,
    problems: gone,
  },
  {
    id: 'changeAction',
    method: 'patch',
    path: '/api/actions/{action}',
    summary: 'Say what becomes of an action',
    description: 'Done, moved or dropped with a reason, handed over, or taken up again.',
    parameters: [ACTION],
    body: schemas.changedAction,
    answer: schemas.action,
    problems: { ...gone, 409: 'Somebody else was quicker: it is closed, or open again.' },
  },
];

export const PLAN_SCHEMAS = [schemas.action, schemas.actionList, schemas.newAction, schemas.changedAction];
