import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../../src/features/accounts/tests/browser.ts';
import { type Harbour, openHarbour } from './harbour.ts';
import { look } from './look.ts';

const EMAIL = 'kit@harbour.example';
const FIRST = 'three boats at anchor';
const SECOND = 'lanterns along the quay';

describe.each([
  ['with script', true],
  ['without script', false],
])('An administrator %s', (_, script) => {
  let harbour: Harbour;
  let page: Page;
  let key = '';
  let codes: string[] = [];

  beforeAll(async () => {
    harbour = await openHarbour();
    page = await harbour.open({ javaScriptEnabled: script, viewport: { width: 1280, height: 800 } });
  });
  afterAll(() => harbour.close());

  const see = () => look(page, script);
  const heading = () => page.locator('h1').textContent();
  const press = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();

  async function signOut() {
    await page.goto('/sign-out');
    await press('Sign out');
    await page.waitForURL('**/sign-in?done=signed-out');
  }

  async function signIn(password: string) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Password').fill(password);
    await press('Sign in');
  }

  /** What a device and the server say to each other, which takes script. */
  async function goesThroughAPasskey() {
    const devices = await page.context().newCDPSession(page);
    await devices.send('WebAuthn.enable');
    const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto('/you/sign-in/passkeys/new');
    await page.getByLabel('What to call it').fill('Laptop at work');
    await press('Add the passkey');
    await page.waitForURL('**/you/sign-in?done=passkey-added*');
    await expect
      .poll(() => page.getByText('Laptop at work', { exact: false }).first().isVisible())
      .toBe(true);
    await see();

    await page.goto('/you/sign-in/passkeys/new');
    await press('Add the passkey');
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toContain('has a passkey for your account already');

    await signOut();
    await page.goto('/sign-in?to=%2Fyou%2Fsign-in');
    await press('Sign in with a passkey');
    // It stands for both factors: no code is asked for.
    await page.waitForURL('**/you/sign-in');

    await signOut();
    await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await press('Sign in with a passkey');
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toContain('Nothing was confirmed on your device');
    // A browser that asks for less than the server wants gets nowhere.
    await page.route('**/sign-in/passkey-challenges', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        json: { ...(await answer.json()), userVerification: 'discouraged' },
      });
    });
    await press('Sign in with a passkey');
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('opens no account here');
    await page.unroute('**/sign-in/passkey-challenges');
    await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await press('Sign in with a passkey');
    await page.waitForURL('**/my-path');

    await page.goto('/you/sign-in');
    await page.getByRole('link', { name: /^Rename or remove/ }).click();
    await see();
    await press('Remove the passkey');
    await page.waitForURL('**/you/sign-in?done=passkey-removed*');
    await signOut();
    await press('Sign in with a passkey');
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('opens no account here');
  }

  it('sets the installation up by the link of the first start', async () => {
    await page.goto(harbour.setUpLink);
    await see();
    await page.getByLabel('Your name').fill('Kit Doyle');
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('New password').fill('password2026');
    await press('Set up and sign in');
    await expect.poll(() => page.title()).toMatch(/^Error: /);
    await see();
    await expect.poll(() => page.getByLabel('Your name').inputValue()).toBe('Kit Doyle');
    await page.getByLabel('New password').fill(FIRST);
    await press('Set up and sign in');
    await page.waitForURL('**/administration');
    await page.goto('/you/sign-in');
    await expect.poll(heading).toBe('How you sign in');
    await see();
  });

  it('looks after joining, invitations, accounts and mail', async () => {
    await page.goto('/administration/sign-up');
    await page.getByLabel('Whoever has an address of these domains').check();
    await page.getByLabel('Domains', { exact: true }).fill('harbour.example');
    await press('Save');
    await expect.poll(() => page.getByRole('status').first().textContent()).toContain('Saved');
    await see();
    await page.goto('/administration/mail');
    await press('Send a mail to me');
    await see();
    await page.goto('/administration/accounts');
    await page.getByRole('link', { name: 'Kit Doyle' }).click();
    await see();
  });

  it('signs out, mistypes the password, and signs in', async () => {
    await page.goto('/you/sign-in');
    await page.getByRole('button', { name: 'Sign out here' }).click();
    await page.waitForURL('**/sign-in?done=signed-out');
    await see();
    await signIn('not this one');
    await expect.poll(() => page.getByRole('link', { name: /do not go together/ }).isVisible()).toBe(true);
    await see();
    await expect.poll(() => page.getByLabel('E-mail address').inputValue()).toBe(EMAIL);
    await page.getByLabel('Password').fill(FIRST);
    await press('Sign in');
    await page.waitForURL('**/my-path');
  });

  it('comes back to where they were going', async () => {
    await signOut();
    await page.goto('/you/sign-in');
    await page.waitForURL('**/sign-in?to=*');
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Password').fill(FIRST);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/you/sign-in');
  });

  it('signs in by a link in a mail', async () => {
    await signOut();
    await page.getByLabel('E-mail address').fill(EMAIL);
    await press('Send me a link instead');
    await expect.poll(heading).toBe('Look at your mail');
    await see();
    await page.goto(await harbour.linkTo(EMAIL, '/sign-in/link/'));
    await see();
    await press('Sign in');
    await page.waitForURL('**/my-path');
    await signOut();
    await page.goto(await harbour.linkTo(EMAIL, '/sign-in/link/'));
    await press('Sign in');
    await expect.poll(heading).toBe('This link does not work any more');
    await see();
  });

  it('chooses a new password by a link', async () => {
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'I have forgotten my password' }).click();
    await see();
    await page.getByLabel('E-mail address').fill(EMAIL);
    await press('Send the link');
    await page.waitForURL('**/password/forgotten?sent=yes');
    await see();
    await page.goto(await harbour.linkTo(EMAIL, '/password/reset/'));
    await see();
    await page.getByLabel('New password').fill(SECOND);
    await press('Set the password');
    await page.waitForURL('**/sign-in?done=password');
    await signIn(SECOND);
    await page.waitForURL('**/my-path');
  });

  it('sets up a second factor and keeps the recovery codes', async () => {
    await page.goto('/you/sign-in');
    await page.getByRole('link', { name: 'Set up a second factor' }).click();
    await see();
    await page.getByLabel('Your password').fill(SECOND);
    await press('Go on');
    await see();
    key = (await page.locator('.secret-text').textContent()) ?? '';
    await page.getByLabel('Code', { exact: true }).fill(codeOf(key));
    await press('Switch it on');
    await expect.poll(heading).toBe('Your second factor is on');
    await see();
    codes = await page.locator('.codes code').allTextContents();
    expect(codes).toHaveLength(10);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save as a file' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('cairn-recovery-codes.txt');
    await expect.poll(() => page.getByRole('button', { name: 'Print' }).isVisible()).toBe(script);
    await page.getByRole('link', { name: 'I have kept them' }).click();
    await expect.poll(() => page.getByText('10 recovery codes are left').isVisible()).toBe(true);
    await see();
  });

  it('signs in with a code, with a recovery code, and on a device that is remembered', async () => {
    await signOut();
    await signIn(SECOND);
    await expect.poll(heading).toBe('Your second factor');
    await see();
    await page.getByLabel('Code', { exact: true }).fill('000000');
    await press('Sign in');
    await see();
    await page.getByRole('link', { name: 'I cannot reach my app' }).click();
    await see();
    await page.getByLabel('Recovery code').fill(codes[0] ?? '');
    await press('Sign in');
    await page.waitForURL('**/my-path');
    await signOut();
    await signIn(SECOND);
    await page.getByLabel('Code', { exact: true }).fill(codeOf(key));
    await page.getByLabel('Do not ask again on this device').check();
    await press('Sign in');
    await page.waitForURL('**/my-path');
    await signOut();
    await signIn(SECOND);
    await page.waitForURL('**/my-path');
  });

  it('reads the rest of their own pages', async () => {
    for (const path of ['recovery-codes', 'second-factor/removal']) {
      await page.goto(`/you/sign-in/${path}`);
      await see();
    }
    await page.goto('/you/sign-in/tokens/new');
    await page.getByLabel('Which program it is for').fill('Notes from my terminal');
    await press('Make the token');
    await expect.poll(() => page.locator('.secret-text').textContent()).toMatch(/^cairn_/);
    await see();
  });

  it('is told where passkeys need script', async () => {
    await page.goto('/you/sign-in/passkeys/new');
    const words = page.getByText('Passkeys are added where this page may run script.');
    await expect.poll(() => words.isVisible()).toBe(!script);
  });

  if (script) it('adds a passkey, signs in with it alone, and removes it', goesThroughAPasskey);

  it('has colleagues who join with their address', async () => {
    const noor = await harbour.open({ javaScriptEnabled: script });
    await noor.goto('/sign-up');
    await look(noor, script);
    await noor.getByLabel('Your name').fill('Noor Jansen');
    await noor.getByLabel('E-mail address').fill('noor@harbour.example');
    await noor.getByRole('button', { name: 'Send the link' }).click();
    await noor.waitForURL('**/sign-up?sent=yes');
    await look(noor, script);
    await noor.goto(await harbour.linkTo('noor@harbour.example', '/sign-up/'));
    await look(noor, script);
    await noor.getByLabel('New password').fill('sails against the wind');
    await noor.getByRole('button', { name: 'Join' }).click();
    await noor.waitForURL('**/my-path');
    await noor.context().close();
  });
});
