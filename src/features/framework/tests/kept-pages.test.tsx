import { describe, expect, it } from 'vitest';
import { HARBOUR, sampleCatalogue } from '../../../../test/sample-framework.ts';
import { openSite } from './site.ts';

const PATH = '/frameworks/harbour/levels/lead';

describe('a published page', () => {
  it('comes in the coding that the browser asks for, each with its own strong ETag', async () => {
    const site = openSite();
    const ask = (coding: string) => site.get(PATH, { headers: { 'accept-encoding': coding } });
    const answers = await Promise.all(
      ['br, gzip', 'gzip', 'br;q=0, gzip;q=0.5', 'identity', '*;q=0'].map(ask),
    );
    expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual([
      'br',
      'gzip',
      'gzip',
      null,
      null,
    ]);
    const etags = answers.map(({ headers }) => headers.get('etag'));
    expect(etags.every((etag) => /^"[\w-]+"$/.test(etag ?? ''))).toBe(true);
    expect(new Set(etags).size).toBe(3);
    for (const { headers } of answers) {
      expect(headers.get('vary')).toBe('accept-encoding');
      expect(headers.get('cache-control')).toBe('public, no-cache');
    }
  });

  it('answers 304 to who holds it already', async () => {
    const site = openSite();
    const etag = (await site.get(PATH)).headers.get('etag') ?? '';
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await site.get(PATH, { headers: { 'if-none-match': held } });
      expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await site.get(PATH, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('is rendered anew when the catalogue changes', async () => {
    let catalogue = sampleCatalogue();
    const site = openSite(() => catalogue);
    expect(await site.html('/frameworks/harbour')).toContain('Harbour Operations');
    const renamed = { ...HARBOUR, name: 'Renamed Operations' };
    const releases = [
      {
        framework: renamed,
        version: '2.0.0',
        status: 'beta' as const,
        since: '2026-11-01T00:00:00Z',
        statuses: [],
      },
    ];
    catalogue = { ...catalogue, revision: 'sample-2', frameworks: [{ id: 'harbour', releases }] };
    expect(await site.html('/frameworks/harbour')).toContain('Renamed Operations');
  });

  it('is rendered once for many who ask at the same time, and whatever their query says', async () => {
    const site = openSite();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => site.get(`${PATH}?n=${n}`)));
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1);
  });
});

describe('every answer', () => {
  const PATHS = [
    '/',
    '/frameworks',
    PATH,
    '/nowhere',
    '/%zz',
    '/healthz',
    '/preview/x',
    '/frameworks/',
    '/assets/none.css',
  ];

  it('carries the security headers', async () => {
    const site = openSite();
    for (const path of PATHS) {
      const { headers } = await site.get(path);
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        expect.stringContaining("default-src 'none'"),
      ]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
    }
  });

  it('asks to stay on https where the installation is on https', async () => {
    const secure = await openSite(undefined, 'https://cairn.test').get(PATH);
    expect(secure.headers.get('strict-transport-security')).toContain('max-age=');
    expect((await openSite().get(PATH)).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('a first visit', () => {
  it('transfers less than 60 KB, fonts included', async () => {
    const site = openSite();
    const headers = { 'accept-encoding': 'br, gzip' };
    const html = await site.html(PATH);
    const links = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address]) => address ?? '');
    expect(links.length).toBeGreaterThan(4);
    let bytes = 0;
    for (const address of [PATH, ...links]) {
      const answer = await site.get(address, { headers });
      expect([address, answer.status]).toEqual([address, 200]);
      if (address !== PATH) expect(answer.headers.get('cache-control')).toContain('immutable');
      bytes += (await answer.arrayBuffer()).byteLength;
    }
    expect(bytes).toBeLessThan(60 * 1024);
  });

  it('says that the installation is well', async () => {
    const answer = await openSite().get('/healthz');
    expect(await answer.json()).toEqual({ status: 'ok', version: '0.0.0', revision: 'sample-1' });
  });
});
