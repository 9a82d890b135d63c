import { describe, expect, it } from 'vitest';
import { HOSTILE_TEXT, hostileFramework, hugeFramework, released } from './hostile.ts';
import { openSite } from './site.ts';

const AT = '/frameworks/hostile';
const PAGES = [
  '/frameworks',
  AT,
  `${AT}/levels/lead`,
  `${AT}/competencies/incidents`,
  `${AT}/guides/how-to-use`,
];

/** Characters that XML 1.0 cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/;

describe('a hostile framework', () => {
  const site = openSite(released(hostileFramework()));

  it('runs no script on a page and leads to none', async () => {
    for (const path of PAGES) {
      const html = await site.html(path);
      expect([path, html.match(/<script(?![^>]*(?:type="module"|application\/ld\+json))/g)]).toEqual([
        path,
        null,
      ]);
      expect(html).not.toMatch(/<img|<[^>]+\son\w+=/);
      expect(html).not.toMatch(/(?:href|src|content)="\s*(?:javascript|data):/i);
    }
  });

  it('cannot leave the block of data in the head, which stays what it was', async () => {
    for (const path of [AT, `${AT}/levels/lead`, `${AT}/competencies/incidents`]) {
      const html = await site.html(path);
      const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
      expect(block).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.stringify(JSON.parse(block))).toContain('alert(1)');
    }
  });

  it('turns nothing around in a title or in what is shown where a link is shared', async () => {
    const html = await site.html(`${AT}/levels/lead`);
    const said = [...html.matchAll(/<title>([^<]*)|<meta [^>]*content="([^"]*)/g)].map((found) => found[0]);
    expect(said.length).toBeGreaterThan(8);
    for (const text of said) expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });

  it('is data like any other, to the letter', async () => {
    const answer = await site.get(`${AT}/levels/lead.json`);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const { level } = await answer.json();
    expect(level.summary).toBe(HOSTILE_TEXT);
  });

  it('leaves feed and sitemap whole', async () => {
    for (const path of ['/feed.atom', '/sitemap.xml']) {
      const text = await (await site.get(path)).text();
      expect(text).not.toMatch(NOT_XML);
      expect(text).not.toMatch(/<script|<img|\]\]>|&(?!(?:amp|lt|gt|quot|#39);)/);
      expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    }
  });

  it('can be drawn', async () => {
    for (const path of [`${AT}.png`, `${AT}/levels/lead.png`]) {
      const answer = await site.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
    }
    expect(site.logged).toEqual([]);
  });
});

describe('a framework of 10,000 levels', () => {
  it('answers with everything in a few seconds, and stays small where many look', {
    timeout: 60_000,
  }, async () => {
    const site = openSite(released(hugeFramework()));
    const at = '/frameworks/huge';
    const paths = [
      '/frameworks.json',
      `${at}.json`,
      `${at}/levels/level-0.json`,
      `${at}/levels/level-9999.json`,
      `${at}/competencies/incidents.json`,
      `${at}.png`,
      `${at}/levels/level-0.png`,
      '/sitemap.xml',
      '/feed.atom',
      '/api',
    ];
    const sizes: Record<string, number> = {};
    for (const path of paths) {
      const answer = await site.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      sizes[path] = (await answer.arrayBuffer()).byteLength;
    }
    expect(sizes['/frameworks.json']).toBeLessThan(2_000);
    expect(sizes['/feed.atom']).toBeLessThan(5_000);
    const head = (await site.html(`${at}/levels/level-5000`)).split('</head>')[0] ?? '';
    expect(head.length).toBeLessThan(6_000);
    // Nobody draws 10,000 pictures: such a level shows the framework's.
    expect(head).toContain(`content="http://cairn.test${at}.png"`);
  });

  it('has a sitemap in parts once one file would be too large', { timeout: 60_000 }, async () => {
    const many = hugeFramework();
    const levels = Array.from({ length: 60_000 }, (_, index) => ({
      id: `l${index}`,
      name: `L${index}`,
      aliases: [],
      next: [],
    }));
    const site = openSite(released({ ...many, levels, expectations: [] }));
    const index = await (await site.get('/sitemap.xml')).text();
    expect(index.match(/<loc>[^<]*/g)).toEqual([
      '<loc>http://cairn.test/sitemap-1.xml',
      '<loc>http://cairn.test/sitemap-2.xml',
    ]);
    const parts = await Promise.all(
      ['/sitemap-1.xml', '/sitemap-2.xml'].map(async (path) => (await site.get(path)).text()),
    );
    const counts = parts.map((part) => part.match(/<url>/g)?.length);
    // The list, the framework, its levels and its competencies.
    expect(counts).toEqual([50_000, 60_000 + 2 + many.competencies.length - 50_000]);
    expect((await site.get('/sitemap-3.xml')).status).toBe(404);
  });
});
