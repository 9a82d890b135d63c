/** The door to conversations. */
export { conversationDoors } from './routes.tsx';
export { tellOfEnds } from './tell-of-ends.ts';
