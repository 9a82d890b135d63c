import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { createSetUpLink } from '../../src/features/accounts/index.ts';
import {
  linkTo,
  openHarbour,
  PASSWORD,
  setUpSecondFactor,
  signedIn,
} from '../../src/features/accounts/tests/browser.ts';
import { emailOf, idOf } from '../cast.ts';
import { onEmbedded } from '../database.ts';
import { openWorld } from './browser.ts';
import { look } from './look.ts';

onEmbedded((database) => {
  it('invites two people, one of whom joins, and lets another back in', async () => {
    const world = await openHarbour(database());
    const without = [idOf('engineer'), idOf('colleague')];
    await database().owner.deleteFrom('account').where('person_id', 'in', without).execute();
    await setUpSecondFactor(await signedIn(world, 'deputy'));
    const site = await openWorld(undefined, world.app);
    try {
      const { page: kit, errors } = await site.open('/administration/invitations');
      await kit.getByLabel('E-mail address').fill(emailOf('administrator'));
      await kit.getByLabel('Password').fill(PASSWORD);
      await press(kit, 'Sign in');
      await kit.waitForURL('**/administration/invitations');
      await look(kit);
      await press(kit, 'Go on');
      await expect.poll(() => kit.title()).toMatch(/^Error: /);
      await look(kit);
      await kit.getByLabel(/Rosa Lindqvist/).check();
      await kit.getByLabel(/Amir Haddad/).check();
      await press(kit, 'Go on');
      await expect.poll(() => kit.locator('h1').textContent()).toBe('Send these 2 invitations');
      await look(kit);
      await press(kit, 'Send them');
      await kit.waitForURL('**/administration/invitations?sent=2');
      await look(kit);

      const { page: rosa } = await site.open(await linkTo(world, emailOf('engineer')));
      await look(rosa);
      await press(rosa, 'Join without a password');
      await rosa.waitForURL('**/you/sign-in/passkeys/new');
      // The address of this world has no https, and the page says what that means.
      await expect
        .poll(() => rosa.getByText('Passkeys need an address that begins with https://').isVisible())
        .toBe(true);
      await look(rosa);

      await kit.goto(`${site.address}/administration/accounts?q=luc`);
      await kit.getByRole('link', { name: 'Lucía Prieto' }).click();
      await look(kit);
      await kit.getByRole('link', { name: 'Remove their second factor' }).click();
      await press(kit, 'Remove it');
      await look(kit);
      await kit.getByLabel('Why').fill('Lost the telephone; asked me at my desk.');
      await press(kit, 'Remove it');
      await expect
        .poll(() => kit.getByRole('status').textContent())
        .toContain('Their second factor is removed');
      await look(kit);
      await kit.goto(`${site.address}/sign-out`);
      await look(kit);
      expect(errors.filter((error) => !/status of 422/.test(error))).toEqual([]);

      const administrator = emailOf('head');
      const { token } = await createSetUpLink(database().auth, { administrator, now: new Date() });
      const { page: ingrid } = await site.open(`/set-up/${token}`);
      await look(ingrid);
    } finally {
      await site.close();
    }
  }, 120_000);
});

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('main').getByRole('button', { name, exact: true }).click();
}
