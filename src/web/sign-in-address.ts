/** Where people sign in. */
export const SIGN_IN_ADDRESS = '/sign-in';

/** The way to sign in that leads back to an address of this site. */
export function signInAddress(backTo: string): string {
  return `${SIGN_IN_ADDRESS}?to=${encodeURIComponent(backTo)}`;
}
