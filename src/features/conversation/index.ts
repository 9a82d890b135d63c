/** The door to conversations. */
export { conversationDoors } from './routes.tsx';
