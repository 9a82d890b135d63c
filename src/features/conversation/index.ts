/** The door to conversations. */
export { conversationDoors } from './routes.tsx';
export { scheduleTalksIn } from './starting/schedule.ts';
export { conversationTasks } from './tasks.ts';
export { tellOfEnds } from './tell-of-ends.ts';
