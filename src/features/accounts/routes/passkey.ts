/** Signing in by passkey: the script of the page asks for a challenge, the browser answers it. */
import { z } from 'zod';
import type { Answer } from '../../../web/answer-with.ts';
import { admit } from '../admit.ts';
import { ask, headersOf, setCookies } from '../library/call.ts';
import { FIRST_PAGE, safePath } from '../safe-path.ts';
import { type AccountContext, isRoomFor } from './context.ts';
import type { Entrance } from './entrance.ts';

type Verify = AccountContext['auth']['api']['verifyPasskeyAuthentication'];
type PasskeyAnswer = NonNullable<Parameters<Verify>[0]>['body']['response'];

const Answered = z.object({ response: z.looseObject({ id: z.string() }), to: z.string().optional() });

export function passkeyRoutes(entrance: Entrance, deps: AccountContext): void {
  entrance.script('/sign-in/passkey-challenges', async ({ c }) => {
    if (!(await isRoomFor(deps, 'links', c))) return TOO_OFTEN;
    const headers = headersOf(deps.askerOf(c), { signedOut: true });
    const { response, headers: answered } = await deps.auth.api.generatePasskeyAuthenticationOptions({
      headers,
      returnHeaders: true,
    });
    setCookies(c, answered.getSetCookie());
    return { data: { ...response, userVerification: 'required' } };
  });
  entrance.script('/sign-in/passkey-answers', async ({ c, body }) => {
    if (!(await isRoomFor(deps, 'links', c))) return TOO_OFTEN;
    const sent = Answered.safeParse(body);
    if (!sent.success) return passkeyProblem('The passkey arrived damaged. Try again.', 422);
    const headers = headersOf(deps.askerOf(c), { signedOut: true });
    // What is in it the library itself checks.
    const answer = { response: sent.data.response as unknown as PasskeyAnswer };
    const verified = deps.auth.api.verifyPasskeyAuthentication({
      body: answer,
      headers,
      returnHeaders: true,
    });
    const outcome = await ask(verified);
    const admitted =
      'refused' in outcome
        ? undefined
        : await admit(deps, c, { response: outcome.response.session, cookies: outcome.cookies });
    if (admitted !== 'in')
      return passkeyProblem(
        'This passkey opens no account here. It may have been removed: sign in another way.',
        422,
      );
    return { data: { to: safePath(sent.data.to) ?? FIRST_PAGE } };
  });
}

const TOO_OFTEN = passkeyProblem('Wait a while: this was tried often from here.', 429);

/** What the script shows. */
export function passkeyProblem(problem: string, status: 422 | 429): Answer {
  return { data: { problem }, status };
}
