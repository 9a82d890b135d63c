/** What the mails that remind say: counts and links, and nothing of anybody's record. */
import type { Reminder } from '../../../domain/reminders.ts';
import { ACTIONS, QUALIFICATIONS, REMINDERS, TEAM } from '../views/addresses.ts';
import { counted } from '../views/words.tsx';

export interface ReminderMail {
  /** For whoever looks after the installation. */
  kind: string;
  subject: string;
  body: string;
}

export function reminderMail(reminder: Reminder, baseUrl: string): ReminderMail {
  const parts = partsOf(reminder);
  const paragraphs = parts.map(({ words, address }) => `${words}:\n${baseUrl}${address}`);
  const ending = `You choose what you are reminded of, and at which hours:\n${baseUrl}${REMINDERS}`;
  return {
    kind: reminder.monday ? 'monday' : 'reminder',
    subject: parts[0]?.words ?? 'Cairn',
    body: `${[...paragraphs, ending].join('\n\n')}\n`,
  };
}

function partsOf({ monday, due, overdue, ending, talks }: Reminder): { words: string; address: string }[] {
  const parts = [
    {
      words: actionsInWords(due.length, overdue.length, monday ? 'due this week' : 'due soon'),
      address: ACTIONS,
      count: due.length + overdue.length,
    },
    {
      words: `${counted(ending.length, 'qualification ends', 'qualifications end')} soon`,
      address: QUALIFICATIONS,
      count: ending.length,
    },
    {
      words: `${counted(talks.length, 'talk is', 'talks are')} due`,
      address: TEAM,
      count: talks.length,
    },
  ];
  return parts.filter(({ count }) => count > 0);
}

/** "3 actions are due this week", "1 action is overdue", or both */
function actionsInWords(due: number, overdue: number, when: string): string {
  const late = overdue === 1 ? 'is overdue' : 'are overdue';
  if (due === 0) return `${counted(overdue, 'action', 'actions')} ${late}`;
  const first = `${counted(due, 'action is', 'actions are')} ${when}`;
  return overdue === 0 ? first : `${first}, and ${overdue.toLocaleString('en-GB')} ${late}`;
}
