import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { COLUMNS } from './tables.ts';

/**
 * Passkeys that stand for both factors: the device itself asks for a finger, a face or a PIN, and says that it did. The
 * library would take one without.
 */
export function passkeys(baseUrl: string) {
  const { hostname, origin } = new URL(baseUrl);
  return passkey({
    rpID: hostname,
    rpName: 'Cairn',
    origin,
    schema: COLUMNS.passkey,
    // Found by the browser itself: nobody types an address first, so no answer depends on one.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: async ({ verification }) => {
        if (verification.registrationInfo?.userVerified !== true) throw notVerified();
      },
    },
    authentication: {
      afterVerification: async ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw notVerified();
      },
    },
    // The name by which `cookieNames` knows it.
    advanced: { webAuthnChallengeCookie: 'passkey' },
  });
}

function notVerified(): APIError {
  return new APIError('UNAUTHORIZED', { message: 'the device did not ask who uses it' });
}

/** Whether browsers offer passkeys at an address: with https, and on the machine itself by its name. */
export function passkeysWork(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  return protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost');
}
