import { randomInt } from 'node:crypto';
import { twoFactor } from 'better-auth/plugins';
import { COLUMNS } from './tables.ts';

/** How long a device that somebody asked to remember is not asked again, in days. */
export const DAYS_REMEMBERED = 30;

/** How many recovery codes there are; each works once. */
const RECOVERY_CODES = 10;

/** Characters that nobody mistakes for one another on paper. */
const CHARACTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Where the library asks for a second factor by itself, and where it would let a link in a mail do without. */
const ALSO_AFTER = '/magic-link/verify';

/** A code of an app (TOTP) after a password or a link; a passkey stands for both by itself. */
export function secondFactor() {
  const plugin = twoFactor({
    issuer: 'Cairn',
    schema: COLUMNS.twoFactor,
    twoFactorTable: 'two_factor',
    // Who signs in by link or passkey has no password to ask for; ours ask for a recent sign-in.
    allowPasswordless: true,
    trustDeviceMaxAge: DAYS_REMEMBERED * 86_400,
    backupCodeOptions: { customBackupCodesGenerate: recoveryCodes },
  });
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: Parameters<typeof hook.matcher>[0]) =>
      hook.matcher(context) || context.path === ALSO_AFTER,
  }));
  return { ...plugin, hooks: { after } };
}

function recoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => `${part()}-${part()}`);
}

function part(): string {
  return Array.from({ length: 5 }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('');
}

/** A recovery code as somebody typed it, in the way that it is kept. */
export function tidyRecoveryCode(typed: string): string {
  const plain = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return `${plain.slice(0, 5)}-${plain.slice(5)}`;
}
