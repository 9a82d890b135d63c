/** Whose pages the addresses of feedback lead to. The colleague was asked about the engineer, and has answered. */
import { ASKED_AFTER, ASKED_BEFORE, PREPARING } from './conversation.ts';
import type { Looker } from './kept.ts';
import type { Place } from './objects.ts';

const TALK = `/conversations/${PREPARING}/feedback`;

/** Whoever prepares a view asks; nobody stands in there. */
const ASKING: readonly Looker[] = ['engineer', 'lineManager'];

export const FEEDBACK_PLACES: readonly Place[] = [
  { path: '/conversations/:id/feedback/new', address: `${TALK}/new`, finders: ASKING },
  { path: '/conversations/:id/feedback', address: TALK, finders: ASKING },
  {
    path: '/conversations/:id/feedback/:request/withdrawal',
    address: `${TALK}/${ASKED_BEFORE}/withdrawal`,
    finders: ['engineer'],
  },
  ...['', '/decline', '/answer'].map((part) => ({
    path: `/feedback/:request${part}`,
    address: `/feedback/${ASKED_BEFORE}${part}`,
    finders: ['colleague'] as const,
  })),
  { path: '/feedback/:request', address: `/feedback/${ASKED_AFTER}`, finders: ['formerManager'] },
];
