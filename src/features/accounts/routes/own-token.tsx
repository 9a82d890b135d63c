/** Tokens of one's own programs. */
import { recordEvent } from '../../../db/events.ts';
import { createPersonalToken, endPersonalToken } from '../personal-tokens.ts';
import { OWN_ADDRESS } from '../views/own-page.tsx';
import { LONGEST_NAME } from '../views/own-passkey-pages.tsx';
import { madeTokenPage, newTokenPage } from '../views/own-token-pages.tsx';
import type { AccountContext } from './context.ts';
import type { Entrance } from './entrance.ts';

export function ownTokenRoutes(entrance: Entrance, { room }: AccountContext): void {
  const recent = { recent: true };
  entrance.own(`${OWN_ADDRESS}/tokens/new`, async ({ token }) => ({ page: newTokenPage({ token }) }), recent);
  entrance.ownForm(
    `${OWN_ADDRESS}/tokens`,
    async ({ viewer, token, form, now }) => {
      const name = form.text('name').trim().slice(0, LONGEST_NAME);
      if (name === '') {
        const errors = [{ field: 'name', message: 'Type which program the token is for' }];
        return { page: newTokenPage({ token, errors }), status: 422 };
      }
      const made = await room.enter(viewer, async ({ person }, db) => {
        const { id, secret } = await createPersonalToken(db, { person, name, now });
        await recordEvent(db, about(person, 'personal-token.made', id, now));
        return secret;
      });
      return { page: madeTokenPage({ token, name, secret: made ?? '' }) };
    },
    recent,
  );
  entrance.ownForm(`${OWN_ADDRESS}/ended-tokens`, async ({ viewer, form, now }) => {
    const id = form.text('token-id');
    await room.enter(viewer, async ({ person }, db) => {
      if (await endPersonalToken(db, person, id)) {
        await recordEvent(db, about(person, 'personal-token.ended', id, now));
      }
    });
    return { redirect: `${OWN_ADDRESS}?done=token-ended#tokens` };
  });
}

function about(person: string, verb: string, id: string, at: Date) {
  return {
    at,
    actor: person,
    verb,
    subject: `personal-token:${id}`,
    kind: 'settings',
    about: person,
  } as const;
}
