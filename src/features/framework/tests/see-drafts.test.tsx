import { describe, expect, it } from 'vitest';
import { openSite, PREVIEW_TOKEN } from './site.ts';

describe('a visitor without a preview link', () => {
  it('sees no draft, and is told how drafts are seen, whether or not there is one', async () => {
    const site = openSite();
    const bodies = [];
    for (const path of [
      '/frameworks/harbour@draft',
      '/frameworks/quay@draft',
      '/frameworks/nothing@draft/levels/x',
    ]) {
      const response = await site.get(path);
      expect(response.status).toBe(404);
      bodies.push(await response.text());
    }
    expect(bodies[0]).toContain('bin/cairn preview');
    expect(new Set(bodies).size).toBe(1);
  });

  it('does not learn of a framework that is only a draft', async () => {
    const site = openSite();
    const [draftOnly, unknown] = await Promise.all([
      site.get('/frameworks/night'),
      site.get('/frameworks/nights'),
    ]);
    expect([draftOnly.status, unknown.status]).toEqual([404, 404]);
    expect(await draftOnly.text()).toBe(await unknown.text());
    expect(await site.html('/frameworks')).not.toContain('Night Desk');
  });

  it('sees no draft role profile, not even as a suggestion', async () => {
    const site = openSite();
    const response = await site.get('/frameworks/harbour/roles/pilot');
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('Pilot on call');
    expect(await site.html('/frameworks/harbour')).not.toContain('Pilot on call');
  });

  it('sees no document that belongs to no framework', async () => {
    const site = openSite();
    expect((await site.get('/guides/questions')).status).toBe(404);
    expect((await site.get('/roles/stoker')).status).toBe(404);
  });

  it('gains nothing from an invented cookie or link', async () => {
    const site = openSite();
    const headers = { cookie: 'cairn_preview=guess' };
    expect((await site.get('/frameworks/harbour@draft', { headers })).status).toBe(404);
    const response = await site.get('/preview/guess');
    expect(response.status).toBe(404);
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

describe('somebody with a preview link', () => {
  it('gets a cookie that scripts and other sites cannot use', async () => {
    const response = await openSite().get(`/preview/${PREVIEW_TOKEN}`);
    expect([response.status, response.headers.get('location')]).toEqual([302, '/frameworks']);
    expect(response.headers.get('set-cookie')).toBe(
      `cairn_preview=${PREVIEW_TOKEN}; Path=/; HttpOnly; SameSite=Lax`,
    );
    const secure = await openSite(undefined, 'https://cairn.test').get(`/preview/${PREVIEW_TOKEN}`);
    expect(secure.headers.get('set-cookie')).toContain('; Secure');
  });

  it('sees drafts, marked as such, on pages that nobody keeps', async () => {
    const response = await openSite().get('/frameworks/harbour@draft/levels/lead', { preview: true });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const html = await response.text();
    expect(html).toContain('<strong>Draft:</strong>');
    expect(html).toContain('<meta name="robots" content="noindex"');
  });

  it('never leaves a page with drafts behind for the next visitor', async () => {
    const site = openSite();
    expect(await site.html('/frameworks/harbour', { preview: true })).toContain('Pilot on call');
    expect(await site.html('/frameworks/harbour')).not.toContain('Pilot on call');
    expect(await site.html('/frameworks/harbour', { preview: true })).toContain('Pilot on call');
  });

  it('is led from a framework without a release to its draft', async () => {
    const response = await openSite().get('/frameworks/night', { preview: true });
    expect(response.headers.get('location')).toBe('/frameworks/night@draft');
  });

  it('sees documents that belong to no framework, with what they propose and lack', async () => {
    const site = openSite();
    const guide = await site.html('/guides/questions', { preview: true });
    expect(guide).toContain('Harbour Support');
    expect(guide).toContain('Waiting for confirmation');
    expect(guide).toContain('What the source leaves out');
    expect(await site.html('/roles/stoker', { preview: true })).toContain('Stoker');
  });
});
