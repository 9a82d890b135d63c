/** The cookies of signing in. With https they are bound to this host, so that no neighbouring site can set them. */

const COOKIES = {
  session_token: 'session',
  session_data: 'session_data',
  account_data: 'account_data',
  dont_remember: 'this_session_only',
  two_factor: 'second_factor',
  trust_device: 'trusted_device',
  better_auth_passkey: 'passkey',
} as const;

/** @param secure whether the public address is https */
export function cookieNames(secure: boolean): Record<string, { name: string }> {
  return Object.fromEntries(
    Object.entries(COOKIES).map(([key, name]) => [key, { name: prefix(secure) + name }]),
  );
}

/** The cookie that says who is signed in. */
export function sessionCookie(baseUrl: string): string {
  return prefix(baseUrl.startsWith('https:')) + COOKIES.session_token;
}

function prefix(secure: boolean): string {
  return secure ? '__Host-cairn_' : 'cairn_';
}
