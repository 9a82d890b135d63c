/** What programs can do about evidence: the OpenAPI document and the reference are made from this list. */
import { KINDS } from '../../../domain/evidence.ts';
import type { PersonalOperation } from '../../framework/index.ts';
import * as schemas from './schemas.ts';

const EVIDENCE = {
  name: 'evidence',
  description: 'Id of the piece of evidence.',
  example: '01930000-0000-7000-8000-000000000001',
};
const gone = { 404: 'It is not there, or not for you to see.' } as const;

const query = (name: string, description: string, values?: readonly string[]) => ({
  name,
  description,
  values,
});

export const EVIDENCE_OPERATIONS: readonly PersonalOperation[] = [
  {
    id: 'getSession',
    method: 'get',
    path: '/api/session',
    summary: 'Read who you are',
    answer: schemas.session,
  },
  {
    id: 'listEvidence',
    method: 'get',
    path: '/api/evidence',
    summary: 'Read your evidence',
    description: 'Fifty pieces at a time, newest first by when they happened.',
    query: [
      query('q', 'Words that the text holds.'),
      query('kind', 'What kind of work it was.', KINDS),
      query('tied', 'Whether it is tied to anything.', ['yes', 'no']),
      query('shared', 'Whether it is shared.', ['yes', 'no']),
      query('year', 'The year it happened in.'),
      query('speaks-to', 'An expectation that it speaks to, as FRAMEWORK/EXPECTATION.'),
      query('competency', 'A competency that it speaks to at any level, as FRAMEWORK/COMPETENCY.'),
      query('after', 'Goes on after an earlier answer.'),
    ],
    answer: schemas.evidenceList,
  },
  {
    id: 'noteEvidence',
    method: 'post',
    path: '/api/evidence',
    summary: 'Note what happened',
    description: 'Private until you share it.',
    body: schemas.newEvidence,
    answer: schemas.evidence,
    status: 201,
  },
  {
    id: 'getEvidence',
    method: 'get',
    path: '/api/evidence/{evidence}',
    summary: 'Read a piece of evidence',
    description: 'Your own, or what is shared with you: its owner can see that you read it.',
    parameters: [EVIDENCE],
    answer: schemas.evidence,
    problems: gone,
  },
  {
    id: 'editEvidence',
    method: 'patch',
    path: '/api/evidence/{evidence}',
    summary: 'Edit a piece of evidence',
    description: 'What it said before is kept.',
    parameters: [EVIDENCE],
    body: schemas.editedEvidence,
    answer: schemas.evidence,
    problems: { ...gone, 409: 'It was changed since that version. Read it again.' },
  },
  {
    id: 'deleteEvidence',
    method: 'delete',
    path: '/api/evidence/{evidence}',
    summary: 'Delete a piece of evidence for good',
    parameters: [EVIDENCE],
    answer: schemas.deleted,
    problems: { ...gone, 403: 'It was used, so it stays.' },
  },
  {
    id: 'tieEvidence',
    method: 'put',
    path: '/api/evidence/{evidence}/ties',
    summary: 'Say what it speaks to',
    description: 'What was tied before keeps the wording it was tied to.',
    parameters: [EVIDENCE],
    body: schemas.ties,
    answer: schemas.evidence,
    problems: gone,
  },
  {
    id: 'shareEvidence',
    method: 'post',
    path: '/api/evidence/{evidence}/shares',
    summary: 'Share it with your line manager',
    parameters: [EVIDENCE],
    answer: schemas.evidence,
    status: 201,
    problems: gone,
  },
  {
    id: 'takeBackEvidence',
    method: 'delete',
    path: '/api/evidence/{evidence}/shares',
    summary: 'Take back what you shared',
    parameters: [EVIDENCE],
    answer: schemas.evidence,
    problems: { ...gone, 403: 'It was used, so it stays shared.' },
  },
];

export const EVIDENCE_SCHEMAS = [
  schemas.session,
  schemas.evidence,
  schemas.evidenceList,
  schemas.newEvidence,
  schemas.editedEvidence,
  schemas.speaksTo,
  schemas.ties,
  schemas.deleted,
];
