import { describe, expect, it } from 'vitest';
import { fileOf, likelyKind, normalPath, staticAddress, targetOf } from '../addresses.ts';

const PUBLIC = 'https://org.example/site';

describe('Addresses in a static site', () => {
  it('makes a folder of a page, so that every host finds it', () => {
    expect(fileOf('/frameworks/operations', 'page')).toBe('frameworks/operations/index.html');
    expect(staticAddress('/frameworks/operations', 'page')).toBe('frameworks/operations/');
    expect(fileOf('/', 'page')).toBe('index.html');
    expect(staticAddress('/', 'page')).toBe('');
    expect(fileOf('/frameworks.json', 'file')).toBe('frameworks.json');
  });

  it('keeps versions and foreign letters readable on disk and encoded in links', () => {
    const path = normalPath('/frameworks/operations%401.0.0/levels/%C3%A9quipe') ?? '';
    expect(path).toBe('/frameworks/operations@1.0.0/levels/%C3%A9quipe');
    expect(fileOf(path, 'page')).toBe('frameworks/operations@1.0.0/levels/équipe/index.html');
    expect(staticAddress(path, 'page')).toBe('frameworks/operations@1.0.0/levels/%C3%A9quipe/');
  });

  it.each(['a%2Fb', '..', '%2e%2e', 'CON%3A', 'a%00b', 'x'.repeat(300)])(
    'gives the id %s a name that stays inside its folder',
    (id) => {
      const file = fileOf(`/levels/${encodeURIComponent(decodeURIComponent(id))}`, 'page');
      expect(file).toMatch(/^levels\/id-[0-9a-f]{20}\/index\.html$/);
    },
  );

  it('gives two such ids two names', () => {
    expect(fileOf('/levels/a%2Fb', 'page')).not.toBe(fileOf('/levels/a%2Fc', 'page'));
  });

  it('tells what is inside the site from what is not', () => {
    const from = '/frameworks/operations/guides/faq';
    const inside = (reference: string) => targetOf(reference, from, PUBLIC);
    expect(inside('/search?q=a#b')).toEqual({ path: '/search', rest: '?q=a#b', absolute: false });
    expect(inside('how-to-use')?.path).toBe('/frameworks/operations/guides/how-to-use');
    expect(inside('../levels/x/')?.path).toBe('/frameworks/operations/levels/x');
    expect(inside('https://org.example/site/frameworks')).toMatchObject({
      path: '/frameworks',
      absolute: true,
    });
    expect(inside('https://org.example/site')?.path).toBe('/');
    for (const outside of [
      'https://org.example/sitemap',
      'https://org.example/other',
      '//evil.example/x',
      '\\\\evil.example',
      'mailto:a@b.example',
      'javascript:alert(1)',
      '#top',
    ]) {
      expect(inside(outside), outside).toBeUndefined();
    }
  });

  it('guesses files by their endings, and takes a version for none', () => {
    expect(likelyKind('/frameworks/operations.json')).toBe('file');
    expect(likelyKind('/frameworks/operations@1.0.0')).toBe('page');
  });
});
