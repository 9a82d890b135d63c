import { describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../../../test/sample-framework.ts';
import { openSite, textOf } from './site.ts';

describe('an address that leads nowhere', () => {
  it('suggests the framework whose name is near', async () => {
    const response = await openSite().get('/frameworks/harbor');
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(await response.text()).toContain('<a href="/frameworks/harbour">');
  });

  it('suggests the level that is near by id, name or older name', async () => {
    const site = openSite();
    expect(await site.html('/frameworks/harbour/levels/leed')).toContain(
      '<a href="/frameworks/harbour/levels/lead">',
    );
    expect(await site.html('/frameworks/harbour/levels/watch-to-lead')).toContain(
      '/frameworks/harbour/levels/lead"',
    );
  });

  it('lists the releases where the version is unknown', async () => {
    const html = await openSite().html('/frameworks/harbour@9.9.9/levels/lead');
    expect(html).toContain('<a href="/frameworks/harbour@1.1.0">');
  });

  it('answers other unknown addresses with a way on', async () => {
    const response = await openSite().get('/nowhere');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<a href="/frameworks">');
  });

  it('answers broken percent-encoding with 400', async () => {
    for (const path of ['/frameworks/%zz', '/frameworks/%E0%A4', '/%']) {
      const response = await openSite().get(path);
      expect(response.status).toBe(400);
      expect(textOf(await response.text())).toContain('This address is damaged');
    }
  });

  it('leads from a trailing slash to the page, never to another site', async () => {
    const site = openSite();
    const location = async (path: string) => (await site.get(path)).headers.get('location');
    expect(await location('/frameworks/harbour/?x=1')).toBe('/frameworks/harbour?x=1');
    expect(await location('//other.example/')).toBe('/other.example');
    expect(await location('/\\other.example/')).toBe('/other.example');
  });

  it('answers HEAD as GET without a body, and other methods with what is allowed', async () => {
    const site = openSite();
    const head = await site.get('/frameworks/harbour', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1000);
    for (const method of ['POST', 'DELETE', 'PROPFIND']) {
      const response = await site.get('/frameworks/harbour', { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('never shows the inside of a failure, only an id that the log has too', async () => {
    const site = openSite(() => {
      throw new Error('secret of the inside');
    });
    const response = await site.get('/frameworks');
    expect(response.status).toBe(500);
    const text = textOf(await response.text());
    expect(text).not.toContain('secret of the inside');
    const id = /quote this: ([0-9a-f]{8})/.exec(text)?.[1];
    expect(id).toBeDefined();
    expect(site.logged).toMatchObject([
      { id, path: '/frameworks', err: { message: 'secret of the inside' } },
    ]);
  });

  it('finds what has odd characters in its id', async () => {
    const catalogue = sampleCatalogue();
    const [entry] = catalogue.frameworks;
    const [edition] = entry?.releases ?? [];
    if (entry === undefined || edition === undefined) throw new Error('the sample has a release');
    for (const id of ['50% more', 'a/b', 'a@b', 'ümlaut', '100%25']) {
      const levels = [{ id, name: 'Odd', aliases: [], next: [] }];
      const framework = { ...edition.framework, id, levels, expectations: [] };
      const site = openSite({ ...catalogue, frameworks: [{ id, releases: [{ ...edition, framework }] }] });
      const path = `/frameworks/${encodeURIComponent(id)}/levels/${encodeURIComponent(id)}`;
      expect([id, (await site.get(path)).status]).toEqual([id, 200]);
    }
  });
});
