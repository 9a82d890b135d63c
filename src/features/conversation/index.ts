/** The door to conversations. */
export { saveAnswer } from './preparing/save-answer.ts';
export { submitView } from './preparing/submit.ts';
export { findTalk, lockTalk } from './queries/find-talk.ts';
export { conversationDoors } from './routes.tsx';
export { rowsAt } from './rows.ts';
export { scheduleTalksIn } from './starting/schedule.ts';
export { startTalk } from './starting/start.ts';
export { conversationsRecord } from './take-along/record.tsx';
export { signRecord } from './talking/sign.ts';
export { writeRow } from './talking/write-row.ts';
export { conversationTasks } from './tasks.ts';
export { tellOfEnds } from './tell-of-ends.ts';
