/** Signing in and out, one's own account, and what administrators do about accounts. */
import type { Schema } from '../../db/schema.ts';
import type { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { administrationAccountRoutes } from './administration-account-routes.tsx';
import { administrationRoutes } from './administration-routes.tsx';
import { codeRoutes } from './code-routes.tsx';
import { type AccountOptions, accountContext } from './context.ts';
import { Entrance } from './entrance.ts';
import { joinRoutes } from './join-routes.tsx';
import { linkRoutes } from './link-routes.tsx';
import { ownPasskeyRoutes } from './own-passkey-routes.tsx';
import { ownRoutes } from './own-routes.tsx';
import { ownSecondFactorRoutes } from './own-second-factor-routes.tsx';
import { ownTokenRoutes } from './own-token-routes.tsx';
import { passkeyRoutes } from './passkey-routes.ts';
import { passwordRoutes } from './password-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import { signOutRoutes } from './sign-out-routes.tsx';
import { signUpRoutes } from './sign-up-routes.tsx';

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
