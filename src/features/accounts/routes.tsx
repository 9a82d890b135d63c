/** Signing in and out, one's own account, and what administrators do about accounts. */
import type { Schema } from '../../db/schema.ts';
import type { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { administrationRoutes } from './routes/administration.tsx';
import { administrationAccountRoutes } from './routes/administration-account.tsx';
import { codeRoutes } from './routes/code.tsx';
import { type AccountOptions, accountContext } from './routes/context.ts';
import { Entrance } from './routes/entrance.ts';
import { joinRoutes } from './routes/join.tsx';
import { linkRoutes } from './routes/link.tsx';
import { ownRoutes } from './routes/own.tsx';
import { ownPasskeyRoutes } from './routes/own-passkey.tsx';
import { ownSecondFactorRoutes } from './routes/own-second-factor.tsx';
import { ownTokenRoutes } from './routes/own-token.tsx';
import { passkeyRoutes } from './routes/passkey.ts';
import { passwordRoutes } from './routes/password.tsx';
import { signInRoutes } from './routes/sign-in.tsx';
import { signOutRoutes } from './routes/sign-out.tsx';
import { signUpRoutes } from './routes/sign-up.tsx';

export function accountDoors(room: Room<Schema>, options: AccountOptions): Doors<Schema> {
  const entrance = new Entrance(room);
  const deps = accountContext(room, options);
  signInRoutes(entrance, deps);
  linkRoutes(entrance, deps);
  codeRoutes(entrance, deps);
  passkeyRoutes(entrance, deps);
  signOutRoutes(entrance, deps);
  passwordRoutes(entrance, deps);
  joinRoutes(entrance, deps);
  signUpRoutes(entrance, deps);
  ownRoutes(entrance, deps);
  ownPasskeyRoutes(entrance, deps);
  ownSecondFactorRoutes(entrance, deps);
  ownTokenRoutes(entrance, deps);
  administrationRoutes(entrance.doors, deps);
  administrationAccountRoutes(entrance, deps);
  return entrance.doors;
}
