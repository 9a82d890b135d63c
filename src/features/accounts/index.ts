/** The door to accounts: how people sign in, and what opens their sessions. */
export { createSetUpLink, type SetUpLink } from './actions/set-up.ts';
export { sessionCookie } from './cookies.ts';
export { Later } from './later.ts';
export { type Auth, type AuthDependencies, type AuthMails, buildAuth } from './library/auth.ts';
export { accountMails } from './mails.ts';
export { hasAdministrator } from './queries.ts';
export type { AccountOptions } from './routes/context.ts';
export { accountDoors } from './routes.tsx';
export { AccountSessions } from './sessions.ts';
export { tidySignIn } from './upkeep.ts';
