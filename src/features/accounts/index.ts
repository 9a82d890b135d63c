/** The door to accounts: how people sign in, and what opens their sessions. */
export { openAccount } from './actions/open-account.ts';
export { createSetUpLink, type SetUpLink } from './actions/set-up.ts';
export { openFor } from './admit.ts';
export { sessionCookie } from './cookies.ts';
export { Later } from './later.ts';
export { type Auth, type AuthDependencies, type AuthMails, buildAuth } from './library/auth.ts';
export { accountMails } from './mails.ts';
export { findAccountOf, hasAdministrator } from './queries.ts';
export { type AccountOptions, accountContext, isRoomFor } from './routes/context.ts';
export { Entrance, type Visit as EntranceVisit } from './routes/entrance.ts';
export { accountDoors } from './routes.tsx';
export { FIRST_PAGE, safePath } from './safe-path.ts';
export { AccountSessions } from './sessions.ts';
export { tidySignIn } from './upkeep.ts';
export { tooOftenPage } from './views/simple-page.tsx';
