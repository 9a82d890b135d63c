/** The door to accounts: how people sign in, and what opens their sessions. */
export { type Auth, type AuthDependencies, type AuthMails, buildAuth } from './auth.ts';
export { sessionCookie } from './cookies.ts';
export { accountDoors } from './routes.tsx';
export { AccountSessions } from './sessions.ts';
