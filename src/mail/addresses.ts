/** Addresses of mail servers and of senders. */

/** Host and port of a mail server's address, without user and password. */
export function hostOfUrl(url: string): string {
  return new URL(url).host;
}

/** Whether a host, with or without a port, is the machine that asks. */
export function isThisMachine(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return name === 'localhost' || name.endsWith('.localhost') || /^127\./.test(name) || name === '::1';
}
