import { describe, expect, it } from 'vitest';
import { HARBOUR, sampleCatalogue } from '../../../../test/sample-framework.ts';
import { drawPicture } from '../picture/draw.ts';
import { setText } from '../picture/wrap.ts';
import { released } from './hostile.ts';
import { openSite } from './site.ts';

const site = openSite();

async function headOf(path: string, preview = false): Promise<string> {
  return (await site.html(path, { preview })).split('</head>')[0] ?? '';
}

function attribute(head: string, element: RegExp, name: string): string | undefined {
  const [found = ''] = element.exec(head) ?? [];
  return new RegExp(`${name}="([^"]*)"`).exec(found)?.[1];
}

const canonical = (head: string) => attribute(head, /<link rel="canonical"[^>]*>/, 'href');

describe('the one address that search engines list', () => {
  it.each([
    ['/frameworks', '/frameworks'],
    ['/frameworks/harbour', '/frameworks/harbour'],
    ['/frameworks/harbour@1.1.0', '/frameworks/harbour'],
    ['/frameworks/harbour@1.0.0', '/frameworks/harbour@1.0.0'],
    ['/frameworks/harbour@1.1.0/levels/lead', '/frameworks/harbour/levels/lead'],
    ['/frameworks/harbour@1.0.0/levels/lead', '/frameworks/harbour@1.0.0/levels/lead'],
    ['/frameworks/harbour@1.1.0/competencies/records', '/frameworks/harbour/competencies/records'],
    ['/frameworks/harbour@1.1.0/roles/watch-manager', '/frameworks/harbour/roles/watch-manager'],
    ['/frameworks/harbour@1.1.0/guides/how-to-use', '/frameworks/harbour/guides/how-to-use'],
  ])('of %s is %s', async (path, listed) => {
    expect(canonical(await headOf(path))).toBe(`http://cairn.test${listed}`);
  });

  it('stands in the sitemap, and is its own', async () => {
    const map = await (await site.get('/sitemap.xml')).text();
    const addresses = [...map.matchAll(/<loc>([^<]+)/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(15);
    for (const address of addresses) {
      expect(canonical(await headOf(new URL(address).pathname))).toBe(address);
    }
    expect(map).not.toContain('pilot');
    expect(map).not.toContain('night');
  });

  it('is named to robots, and previews are not theirs', async () => {
    const text = await (await site.get('/robots.txt')).text();
    expect(text).toContain('Disallow: /preview/');
    expect(text).toContain('Sitemap: http://cairn.test/sitemap.xml');
  });
});

describe('the head of a page', () => {
  const PATHS = [
    '/frameworks',
    '/frameworks/harbour',
    '/frameworks/harbour@1.0.0/levels/lead',
    '/frameworks/quay/competencies/ropes',
    '/frameworks/harbour/roles/watch-manager',
    '/frameworks/harbour/guides/how-to-use',
  ];

  it.each(PATHS)('of %s leads to the same as data, to the feed and to a picture, all there', async (path) => {
    const head = await headOf(path);
    const links = [...head.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)];
    expect(links.map(([, type]) => type)).toEqual(['application/json', 'application/atom+xml']);
    for (const [, type = '', address = ''] of links) {
      const answer = await site.get(address);
      expect([address, answer.status]).toEqual([address, 200]);
      expect(answer.headers.get('content-type')).toContain(type);
    }
    const picture = attribute(head, /<meta property="og:image"[^>]*>/, 'content');
    if (path === '/frameworks') return;
    expect((await site.get(new URL(picture ?? '').pathname)).headers.get('content-type')).toBe('image/png');
  });

  it.each(PATHS)('of %s says what the page is', async (path) => {
    const head = await headOf(path);
    const description = attribute(head, /<meta name="description"[^>]*>/, 'content') ?? '';
    expect(description.length).toBeGreaterThan(20);
    expect(description.length).toBeLessThanOrEqual(200 + 40);
    expect(attribute(head, /<meta property="og:title"[^>]*>/, 'content')).not.toBe('');
  });

  it('of a draft says nothing to others', async () => {
    for (const path of ['/frameworks/harbour@draft', '/frameworks/harbour@draft/levels/lead']) {
      const head = await headOf(path, true);
      expect(head).toContain('name="robots" content="noindex"');
      expect(head).not.toMatch(/og:|ld\+json|rel="alternate"|name="description"/);
    }
  });
});

describe('what a page says in the words of schema.org', () => {
  /** The properties of each type that we use, as schema.org defines them for it or for what it is a kind of. */
  const VOCABULARY: Record<string, string[]> = {
    Thing: ['name', 'alternateName', 'description', 'url', 'identifier'],
    DefinedTermSet: ['hasDefinedTerm', 'version', 'creativeWorkStatus', 'dateModified', 'encoding'],
    DefinedTerm: ['termCode', 'inDefinedTermSet'],
    MediaObject: ['encodingFormat', 'contentUrl'],
  };

  function unknownIn(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap(unknownIn);
    if (typeof value !== 'object' || value === null) return [];
    const { '@type': type, ...properties } = value as { '@type': string } & Record<string, unknown>;
    const known = [...(VOCABULARY.Thing ?? []), ...(VOCABULARY[type] ?? []), '@context', '@id'];
    const own = Object.keys(properties).filter((name) => !known.includes(name));
    const unknown = type in VOCABULARY ? own : [`type ${type}`];
    return [...unknown, ...Object.values(properties).flatMap(unknownIn)];
  }

  async function said(path: string) {
    const [, block = '{}'] = /ld\+json">(.*?)<\/script>/s.exec(await headOf(path)) ?? [];
    return JSON.parse(block);
  }

  it('uses only words that there are', async () => {
    for (const path of [
      '/frameworks/harbour',
      '/frameworks/quay/levels/hand',
      '/frameworks/quay/competencies/ropes',
    ]) {
      const data = await said(path);
      expect(data['@context']).toBe('https://schema.org');
      expect([path, unknownIn(data)]).toEqual([path, []]);
    }
    expect(unknownIn({ '@type': 'DefinedTerm', score: 1 })).toEqual(['score']);
  });

  it('is a set of terms for a framework, with the digest of its release', async () => {
    const data = await said('/frameworks/harbour');
    expect(data).toMatchObject({ '@type': 'DefinedTermSet', version: '1.1.0', name: HARBOUR.name });
    expect(data.identifier).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(data.hasDefinedTerm.map(({ termCode }: { termCode: string }) => termCode)).toEqual([
      'incidents',
      'records',
      'suppliers',
    ]);
  });

  it('is a term of that set for a level and for a competency', async () => {
    const set = (await said('/frameworks/harbour'))['@id'];
    for (const path of ['/frameworks/harbour/levels/lead', '/frameworks/harbour/competencies/records']) {
      expect(await said(path)).toMatchObject({ '@type': 'DefinedTerm', inDefinedTermSet: { '@id': set } });
    }
  });
});

describe('the feed of releases', () => {
  const entries = async (from = site) => {
    const text = await (await from.get('/feed.atom')).text();
    return [...text.matchAll(/<entry>(.*?)<\/entry>/gs)].map(([, entry = '']) => ({
      id: /<id>([^<]+)/.exec(entry)?.[1] ?? '',
      title: /<title>([^<]+)/.exec(entry)?.[1] ?? '',
      updated: /<updated>([^<]+)/.exec(entry)?.[1] ?? '',
      page: /href="([^"]+)/.exec(entry)?.[1] ?? '',
    }));
  };

  it('tells every status of every release, newest first, each with an id of its own', async () => {
    const found = await entries();
    expect(found.map(({ title }) => title)).toContain('Harbour Operations 1.0.0: legacy');
    expect(found.map(({ title }) => title)).toContain('Harbour Operations 1.0.0: published');
    expect(found.some(({ title }) => title.includes('draft') || title.includes('Night'))).toBe(false);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    const times = found.map(({ updated }) => updated);
    expect(times).toEqual(times.toSorted().toReversed());
    for (const { id, page } of found) {
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect([page, (await site.get(new URL(page).pathname)).status]).toEqual([page, 200]);
    }
  });

  it('keeps the ids of its entries when the installation moves', async () => {
    const moved = openSite(sampleCatalogue(), 'https://other.example');
    expect((await entries(moved)).map(({ id }) => id)).toEqual((await entries()).map(({ id }) => id));
  });

  it('is a feed even where nothing is released', async () => {
    const empty = openSite({ ...released(HARBOUR), frameworks: [] });
    const text = await (await empty.get('/feed.atom')).text();
    expect(text).toMatch(/<updated>\d{4}-/);
    expect(await entries(empty)).toEqual([]);
  });
});

describe('the picture of a page', () => {
  const size = (png: Uint8Array) => {
    const view = new DataView(png.buffer, png.byteOffset);
    return [view.getUint32(16), view.getUint32(20)];
  };

  it('is a PNG of 1200 by 630, the same on every run, and other sites may show it', async () => {
    const answer = await site.get('/frameworks/harbour/levels/lead.png');
    const png = new Uint8Array(await answer.arrayBuffer());
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(size(png)).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(60_000);
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const again = await (await openSite().get('/frameworks/harbour/levels/lead.png')).arrayBuffer();
    expect(Buffer.compare(new Uint8Array(again), png)).toBe(0);
  });

  it('is drawn whatever the name is', async () => {
    const words = { above: '', name: '', below: '' };
    const blank = await drawPicture(words);
    for (const name of ['שלום', '\u0000\u202E', '<svg/>&'.repeat(200), 'x'.repeat(100_000)]) {
      expect(size(await drawPicture({ ...words, name }))).toEqual([1200, 630]);
    }
    expect(Buffer.compare(await drawPicture({ ...words, name: 'Lead' }), blank)).not.toBe(0);
  });

  it('sets a name as large as it fits, and cuts what fits nowhere', () => {
    const metrics = new Map([...'abcdefghij …'].map((letter) => [letter.codePointAt(0) ?? 0, 0.5]));
    const choices = [
      { size: 100, lines: 1 },
      { size: 50, lines: 2 },
    ];
    expect(setText('abc', metrics, 200, choices)).toEqual({ size: 100, lines: ['abc'] });
    expect(setText('abcd efgh ij', metrics, 200, choices)).toEqual({ size: 50, lines: ['abcd', 'efgh ij'] });
    expect(setText('abcd efgh abcd efgh', metrics, 150, choices)).toEqual({
      size: 50,
      lines: ['abcd', 'efgh…'],
    });
    expect(setText('abcdefghij', metrics, 150, choices)).toEqual({ size: 50, lines: ['abcdef', 'ghij'] });
  });
});
