import { describe, expect, it } from 'vitest';
import { HARBOUR, QUAY, sampleCatalogue } from '../../../../test/sample-framework.ts';
import type { Framework } from '../../../domain/framework.ts';
import { buildIndex, indexFile } from '../search/build-index.ts';
import { find, openIndex } from '../search/engine.ts';
import { indexDocuments } from '../search/index-documents.ts';
import { openSite, textOf } from './site.ts';

async function indexOf(...frameworks: Framework[]) {
  const entries = frameworks.map((framework) => ({
    id: framework.id,
    releases: [
      { framework, version: '1.0.0', status: 'published' as const, since: '2026-01-01', statuses: [] },
    ],
  }));
  const documents = indexDocuments({ ...sampleCatalogue(), frameworks: entries });
  return openIndex(indexFile(await buildIndex(documents), 'r'));
}

const groupsOf = async (query: string) =>
  find(await indexOf(HARBOUR, QUAY), query, 5).groups.map(({ heading }) => heading);

describe('the search page', () => {
  it('finds without script, in groups, with the words marked', async () => {
    const html = await openSite().html('/search?q=incidents');
    expect(html).toMatch(/<h2 id="_found-competency">Competencies/);
    expect(html).toMatch(/<h2 id="_found-expectation">Expectations/);
    expect(html).toContain('Handling <mark>incidents</mark>');
    expect(html).toContain('href="/frameworks/harbour/competencies/incidents"');
    expect(html).toContain('href="/frameworks/harbour/levels/lead#incidents"');
    expect(html).toContain('value="incidents"');
  });

  it('forgives a slip, an accent and a plural', async () => {
    expect(await groupsOf('incidnets')).toContain('Competencies');
    expect(await groupsOf('suplier')).toContain('Competencies');
    expect(await groupsOf('ubergabe8')).toEqual([]);
    expect(await groupsOf('unterseekabelverlegungsbetriebsbereitsch')).toContain('Competencies');
  });

  it('finds every kind of thing', async () => {
    expect(await groupsOf('lead engineer')).toContain('Levels');
    expect(await groupsOf('rota')).toContain('Role profiles');
    expect(await groupsOf('before a talk')).toContain('Guides');
    expect(await groupsOf('acceptance')).toContain('Words');
    expect(await groupsOf('mooring sensors')).toContain('Expectations');
  });

  it('needs all words, and says so where only some are there', async () => {
    expect(find(await indexOf(HARBOUR), 'mooring sensors', 5).loosely).toBe(false);
    expect(find(await indexOf(HARBOUR), 'mooring bananas', 5).loosely).toBe(true);
    expect(textOf(await openSite().html('/search?q=mooring+bananas'))).toContain(
      'each of these holds some of them',
    );
  });

  it('says what to try where nothing is found, and shows the field alone where nothing was asked', async () => {
    expect(textOf(await openSite().html('/search?q=zzzzqqq'))).toContain('Try fewer words');
    expect(textOf(await openSite().html('/search?q=the'))).toContain('Try fewer words');
    expect(textOf(await openSite().html('/search?q=+'))).toContain('Words to look for');
  });

  it('shows all of one kind where asked', async () => {
    const html = await openSite().html('/search?q=harbour&in=expectation');
    expect(html).not.toContain('_found-level');
    expect(html).toContain('href="/search?q=harbour"');
  });

  it('keeps what was asked from harming the page', async () => {
    const html = await openSite().html(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain('<script>alert');
    const long = await openSite().get(`/search?q=${'x'.repeat(5_000)}`);
    expect(long.status).toBe(200);
    expect((await openSite().get('/search?q=__proto__+constructor')).status).toBe(200);
  });

  it('is in no search engine’s list once it has results', async () => {
    expect(await openSite().html('/search?q=log')).toContain('noindex');
  });
});

describe('the index', () => {
  it('holds what is published and never a draft', async () => {
    const json = await (await openSite().get('/search-index.json', { preview: true })).text();
    expect(json).toContain('Handling incidents');
    expect(json).not.toContain('Night Desk');
    expect(json).not.toContain('Harbour Operations, next');
    expect(json).not.toContain('Pilot on call');
    expect(json).not.toContain('Questions people ask');
  });

  it('is one document for each revision, answered with 304 while it stays', async () => {
    const site = openSite();
    const first = await site.get('/search-index.json');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('content-type')).toContain('application/json');
    expect((await site.get('/search-index.json', { headers: { 'if-none-match': etag } })).status).toBe(304);
    const catalogue = sampleCatalogue();
    const again = openSite(() => catalogue);
    const before = await (await again.get('/search-index.json')).text();
    catalogue.revision = 'sample-2';
    catalogue.frameworks = [];
    const after = await (await again.get('/search-index.json')).text();
    expect(before).toContain('Harbour');
    expect(after).not.toContain('Harbour');
  });

  it('is the same bytes from the same content', async () => {
    const file = async () => indexFile(await buildIndex(indexDocuments(sampleCatalogue())), 'r');
    expect(await file()).toBe(await file());
  });

  it('leads only to addresses that answer', async () => {
    const site = openSite();
    const pages = new Map<string, string>();
    for (const { address } of indexDocuments(sampleCatalogue())) {
      const [path = '', anchor] = address.split('#');
      if (!pages.has(path)) pages.set(path, await site.html(path));
      expect(pages.get(path)).not.toContain('There is no page here');
      if (anchor !== undefined) expect(pages.get(path)).toContain(`id="${decodeURIComponent(anchor)}"`);
    }
  });

  it('takes hostile names and huge cells in its stride', async () => {
    const hostile: Framework = {
      ...QUAY,
      competencies: [
        { id: '__proto__', theme: 'technical', name: 'constructor __proto__ toString' },
        { id: 'x', theme: 'technical', name: 'a'.repeat(100_000) },
      ],
      expectations: [
        {
          ...(QUAY.expectations[0] as Framework['expectations'][number]),
          competency: 'x',
          examples: ['<img src=x onerror=alert(1)> '.repeat(5_000), '\u202E\u0000 turned'],
        },
      ],
    };
    const index = await indexOf(hostile);
    expect(find(index, '__proto__', 5).total).toBe(1);
    expect(
      find(index, 'onerror', 5)
        .groups[0]?.hits[0]?.excerpt.map(({ text }) => text)
        .join(''),
    ).toContain('<img');
  });

  it('finds among 10,000 expectations before a key is released', async () => {
    const words =
      'incident service customer backup runbook alert change review vendor budget risk team rota log'.split(
        ' ',
      );
    const sentence = (n: number) =>
      Array.from({ length: 30 }, (_, k) => words[(n * 7 + k * (n % 5)) % 14]).join(' ');
    const competencies = Array.from({ length: 2_000 }, (_, n) => ({
      id: `c${n}`,
      theme: 'technical',
      name: `${words[n % 14]} number ${n}`,
    }));
    const expectations = competencies.flatMap(({ id }, n) =>
      HARBOUR.levels.map((level) => ({
        ...(QUAY.expectations[0] as Framework['expectations'][number]),
        id: `${id}-${level.id}`,
        competency: id,
        level: level.id,
        statement: `${sentence(n)} cell${n}`,
      })),
    );
    const index = await indexOf({ ...QUAY, levels: HARBOUR.levels, competencies, expectations });
    expect(find(index, 'incident', 5).total).toBeGreaterThan(1_000);
    expect(find(index, 'cell1234', 5).total).toBe(5);
  });
});
