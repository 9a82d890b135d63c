/** Adding, naming and removing one's own passkeys. */
import { z } from 'zod';
import { nothingHere } from '../../../web/doors.ts';
import { ask, headersOf, setCookies } from '../library/call.ts';
import { passkeysWork } from '../library/passkeys.ts';
import { type Passkey, passkeysOf } from '../queries.ts';
import { OWN_ADDRESS } from '../views/own-page.tsx';
import { LONGEST_NAME, newPasskeyPage, passkeyPage } from '../views/own-passkey-pages.tsx';
import { type AccountContext, noteChange } from './context.ts';
import type { Entrance, OwnVisit } from './entrance.ts';
import { ownAccount } from './own.tsx';
import { passkeyProblem } from './passkey.ts';

const PASSKEYS = `${OWN_ADDRESS}/passkeys`;

const Registered = z.object({
  response: z.looseObject({ id: z.string() }),
  name: z.string().trim().max(LONGEST_NAME).optional(),
});

export function ownPasskeyRoutes(entrance: Entrance, deps: AccountContext): void {
  const { api } = deps.auth;
  const recent = { recent: true };

  entrance.own(
    `${PASSKEYS}/new`,
    async ({ token }) => ({ page: newPasskeyPage({ token, works: passkeysWork(deps.baseUrl) }) }),
    recent,
  );
  entrance.ownScript(
    `${PASSKEYS}/challenges`,
    async ({ c }) => {
      const headers = headersOf(deps.askerOf(c));
      const outcome = await ask(api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true }));
      if ('refused' in outcome) return passkeyProblem('Sign in once more, then add the passkey.', 422);
      setCookies(c, outcome.cookies);
      return { data: outcome.response };
    },
    recent,
  );
  entrance.ownScript(
    PASSKEYS,
    async ({ c, viewer, body }) => {
      const sent = Registered.safeParse(body);
      if (!sent.success) return passkeyProblem('The passkey arrived damaged. Try again.', 422);
      const name = sent.data.name || 'A passkey';
      const headers = headersOf(deps.askerOf(c));
      const request = { body: { response: sent.data.response, name }, headers, returnHeaders: true } as const;
      const outcome = await ask(api.verifyPasskeyRegistration(request));
      if ('refused' in outcome)
        return passkeyProblem('The passkey was not added: your device did not say that it is you.', 422);
      setCookies(c, outcome.cookies);
      const subject = `passkey:${outcome.response.id}`;
      const change = { verb: 'passkey.added', subject, tell: 'a passkey was added' };
      await noteChange(deps, await ownAccount(deps, viewer), change);
      return { data: { to: `${OWN_ADDRESS}?done=passkey-added#passkeys` } };
    },
    recent,
  );
  entrance.own(
    `${PASSKEYS}/:id`,
    async (visit) => ({ page: passkeyPage({ token: visit.token, passkey: await ownPasskey(deps, visit) }) }),
    recent,
  );
  entrance.ownForm(
    `${PASSKEYS}/:id`,
    async ({ form, ...visit }) => {
      const passkey = await ownPasskey(deps, visit);
      const name = form.text('name').trim().slice(0, LONGEST_NAME);
      if (name === '') {
        const errors = [{ field: 'name', message: 'Type a name for the passkey' }];
        return { page: passkeyPage({ token: visit.token, passkey, errors }), status: 422 };
      }
      await api.updatePasskey({ body: { id: passkey.id, name }, headers: headersOf(deps.askerOf(visit.c)) });
      return { redirect: `${OWN_ADDRESS}?done=passkey-named#passkeys` };
    },
    recent,
  );
  entrance.ownForm(
    `${PASSKEYS}/:id/removal`,
    async (visit) => {
      const { id } = await ownPasskey(deps, visit);
      await api.deletePasskey({ body: { id }, headers: headersOf(deps.askerOf(visit.c)) });
      const change = { verb: 'passkey.removed', subject: `passkey:${id}`, tell: 'a passkey was removed' };
      await noteChange(deps, await ownAccount(deps, visit.viewer), change);
      return { redirect: `${OWN_ADDRESS}?done=passkey-removed#passkeys` };
    },
    recent,
  );
}

/** @throws CairnError `not found` for a passkey of somebody else, too */
async function ownPasskey(deps: AccountContext, { c, viewer }: OwnVisit): Promise<Passkey> {
  const { id: account } = await ownAccount(deps, viewer);
  const found = (await passkeysOf(deps.db, account)).find(({ id }) => id === c.req.param('id'));
  if (found === undefined) throw nothingHere();
  return found;
}
