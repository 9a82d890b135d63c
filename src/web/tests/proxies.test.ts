import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { Proxies, stayOnHttps } from '../proxies.ts';

/** Asks from an address, with the headers of a proxy or of somebody who pretends to be one. */
async function clientSeen(trusted: string[], from: string | undefined, forwarded?: string): Promise<string> {
  const proxies = new Proxies(trusted);
  const app = new Hono().get('/', (c) => c.text(proxies.clientOf(c)));
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const env = from === undefined ? {} : { incoming: { socket: { remoteAddress: from } } };
  return (await app.request('/', { headers }, env)).text();
}

describe('The address of whoever asks', () => {
  it.each([
    ['nobody in between', [], '203.0.113.9', undefined, '203.0.113.9'],
    ['nobody is trusted, whatever is said', [], '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['somebody else than the proxy says so', ['10.0.0.5'], '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['the proxy says so', ['10.0.0.5'], '10.0.0.5', '198.51.100.7', '198.51.100.7'],
    [
      'the client pretended before the proxy',
      ['10.0.0.5'],
      '10.0.0.5',
      '1.2.3.4, 198.51.100.7',
      '198.51.100.7',
    ],
    ['two proxies', ['10.0.0.0/24'], '10.0.0.5', '198.51.100.7, 10.0.0.9', '198.51.100.7'],
    ['the proxy says nothing', ['10.0.0.5'], '10.0.0.5', undefined, '10.0.0.5'],
    ['the proxy says nonsense', ['10.0.0.5'], '10.0.0.5', 'unknown', '10.0.0.5'],
    ['a port is named too', ['10.0.0.5'], '10.0.0.5', '198.51.100.7:4711', '198.51.100.7'],
    ['IPv4 written as IPv6', ['10.0.0.5'], '::ffff:10.0.0.5', '198.51.100.7', '198.51.100.7'],
    ['IPv6', ['fd00::/8'], 'fd12::1', '2001:db8::7', '2001:db8::7'],
    ['IPv6 with a network card', [], 'fe80::1%eth0', undefined, 'fe80::1'],
    ['no connection', [], undefined, '198.51.100.7', '127.0.0.1'],
  ])('where %s', async (_, trusted, from, forwarded, seen) => {
    expect(await clientSeen(trusted, from, forwarded)).toBe(seen);
  });
});

describe('An installation with an https address', () => {
  const app = new Hono()
    .use(stayOnHttps('https://cairn.example', new Proxies(['10.0.0.5'])))
    .all('/:page', (c) => c.text('here'))
    .onError((error, c) => c.text(error.message, 403));
  const ask = (from: string, scheme: string, method = 'GET') =>
    app.request(
      '/sign-in?to=%2Fyou',
      { method, headers: { 'x-forwarded-proto': scheme } },
      { incoming: { socket: { remoteAddress: from } } },
    );

  it('leads whoever came without encryption to its https address', async () => {
    const answer = await ask('10.0.0.5', 'http');
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toBe('https://cairn.example/sign-in?to=%2Fyou');
  });

  it('takes no form that came without', async () => {
    const answer = await ask('10.0.0.5', 'http', 'POST');
    expect([answer.status, await answer.text()]).toEqual([403, 'This came without encryption.']);
  });

  it('goes by nobody’s word but that of its proxies', async () => {
    expect((await ask('10.0.0.5', 'https')).status).toBe(200);
    expect((await ask('203.0.113.9', 'http')).status).toBe(200);
  });
});
