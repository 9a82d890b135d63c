import type { NewMail } from '../../mail/hand-over.ts';
import { dayInWords } from '../../web/date.tsx';

/** Tells somebody who reads from now on what they share with their manager. */
export function managerMail(
  to: { id: string; email: string },
  manager: string | null,
  now: Date,
  baseUrl: string,
): Omit<NewMail, 'now'> {
  const day = dayInWords(now.toISOString());
  const sentence =
    manager === null
      ? `From ${day} you report to nobody here, and nobody reads what you share with your manager.`
      : `From ${day} ${manager} reads what you share with your manager. Whoever read it until now reads nothing newer.`;
  return {
    person: to.id,
    address: to.email,
    kind: 'manager changed',
    subject: manager === null ? 'You have no line manager now' : `${manager} is your line manager now`,
    body: [
      sentence,
      `What that is, and how to take it back:\n${baseUrl}/you/as-manager`,
      'If this is not right, tell an administrator.',
    ].join('\n\n'),
  };
}
