import { createAuthEndpoint } from '@better-auth/core/api';
import type { BetterAuthPlugin } from 'better-auth';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/**
 * Lets our own code open a session for an account whose holder has shown by other means who they are: by a link for
 * setting up, by an invitation, or by choosing somebody of the demo. No route leads to it.
 */
export function openSession() {
  return {
    id: 'open-session',
    endpoints: {
      openSession: createAuthEndpoint(
        '/open-session',
        { method: 'POST', body: z.object({ account: z.string() }), requireHeaders: true },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.account);
          if (user === null) return ctx.json({ opened: false, token: undefined });
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ opened: true, token: session.token as string | undefined });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
