import { describe, expect, it } from 'vitest';
import { HARBOUR, QUAY, sampleCatalogue } from '../../../../test/sample-framework.ts';
import type { Framework } from '../../../domain/framework.ts';
import type { Catalogue, Edition } from '../catalogue.ts';
import { compareLevels } from '../comparison/levels.ts';
import { around, openSite, textOf } from './site.ts';

const PAGE = '/frameworks/harbour/compare/watch/lead';

function only(...frameworks: Framework[]): Catalogue {
  const entries = frameworks.map((framework) => {
    const edition = {
      framework,
      version: '1.0.0',
      digest: 'sha256:aa',
      status: 'published',
      since: '2026-01-01',
      statuses: [],
    };
    return { id: framework.id, releases: [edition as unknown as Edition] };
  });
  return { ...sampleCatalogue(), frameworks: entries };
}

/** Harbour with the watch's words on records taken over by the lead, but for one. */
function reworded(): Framework {
  const words: Record<string, string> = {
    'records-watch': 'Keeps the log of every shift and never closes it early.',
    'records-lead': 'Keeps the log of every watch and never closes it early.',
  };
  return {
    ...HARBOUR,
    expectations: HARBOUR.expectations.map((cell) => {
      const statement = words[cell.id];
      return statement === undefined ? cell : { ...cell, statement, proficiency: 'working' };
    }),
  };
}

describe('two levels of a framework', () => {
  it('show what differs first, then rows without a partner', async () => {
    const html = await openSite().html(PAGE);
    expect(textOf(html)).toContain('2 competencies differ, 1 stands at one of them only');
    const order = ['id="_differing"', 'id="incidents"', 'id="records"', 'id="_only-after"', 'id="suppliers"'];
    const places = order.map((part) => html.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(textOf(html)).toContain('Only at Lead Engineer');
  });

  it('mark changed words, and say what the marks mean', async () => {
    const html = await openSite(only(reworded())).html(PAGE);
    const records = around(html, 'records');
    expect(records).toContain('<del><bdi>shift</bdi></del><ins><bdi>watch</bdi></ins>');
    expect(textOf(html)).toContain('added words are underlined');
    expect(textOf(records)).toContain('Proficiency: the same, Working');
  });

  it('stand side by side where they share too few words', async () => {
    const incidents = around(await openSite().html(PAGE), 'incidents');
    expect(incidents).not.toContain('<ins>');
    expect(incidents).toContain('href="/frameworks/harbour/levels/watch#incidents"');
    expect(incidents).toContain('href="/frameworks/harbour/levels/lead#incidents"');
  });

  it('fold what is equal to the letter', async () => {
    const same = HARBOUR.expectations.map((cell) =>
      cell.id === 'records-lead' ? { ...cell, statement: 'As ever.', proficiency: 'aware' } : cell,
    );
    const twins = same.map((cell) =>
      cell.id === 'records-watch' ? { ...cell, statement: 'As ever.' } : cell,
    );
    const html = await openSite(only({ ...HARBOUR, expectations: twins })).html(PAGE);
    expect(html.split('id="_same"')[1]).toContain('<details class="fold"><summary>1 competency</summary>');
  });

  it('never say that one proficiency lies above another', async () => {
    const text = textOf(await openSite().html(PAGE));
    expect(text).not.toMatch(/\b(higher|lower|rises|falls|increase)/);
  });

  it('can be read the other way round', async () => {
    expect(await openSite().html(PAGE)).toContain('href="/frameworks/harbour/compare/lead/watch"');
  });

  it('lead to the level where both are one', async () => {
    const answer = await openSite().get('/frameworks/harbour/compare/lead/lead');
    expect(answer.headers.get('location')).toBe('/frameworks/harbour/levels/lead');
  });

  it('help on where one of them does not exist', async () => {
    const answer = await openSite().get('/frameworks/harbour/compare/watch/leed');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('href="/frameworks/harbour/levels/lead"');
  });
});

describe('levels of two frameworks', () => {
  it('match by id, then by name, and say which', async () => {
    const other: Framework = {
      ...QUAY,
      id: 'crane',
      name: 'Crane Support',
      competencies: QUAY.competencies.map((row) => (row.id === 'ropes' ? { ...row, id: 'lines' } : row)),
      expectations: QUAY.expectations.map((cell) =>
        cell.competency === 'ropes'
          ? { ...cell, competency: 'lines', examples: ['Other'] }
          : { ...cell, examples: ['New'] },
      ),
    };
    const html = await openSite(only(QUAY, other)).html('/compare/quay/hand/crane/hand');
    expect(textOf(html)).toContain('Matched by name.');
    expect(textOf(html)).toContain('Matched by id.');
    expect(textOf(html)).toContain('Quay Hand, Quay Support and Quay Hand, Crane Support');
  });

  it('compare two versions of one framework', async () => {
    const html = await openSite().html('/compare/harbour@1.0.0/lead/harbour/lead');
    expect(textOf(html)).toContain('Lead Engineer (1.0.0, legacy)');
    expect(textOf(html)).toContain('Nothing differs: both say the same, to the letter.');
  });

  it('never show a draft without a preview link', async () => {
    const site = openSite();
    const path = '/compare/harbour/lead/harbour@draft/lead';
    expect((await site.get(path)).status).toBe(404);
    expect((await site.get(path, { preview: true })).status).toBe(200);
  });
});

describe('the form that chooses two levels', () => {
  it('leads to the comparison’s own address', async () => {
    const site = openSite();
    const to = async (query: string) => (await site.get(`/compare?${query}`)).headers.get('location');
    expect(await to('from=harbour/watch&to=harbour/lead')).toBe('/frameworks/harbour/compare/watch/lead');
    expect(await to('from=harbour%2Fwatch&to=quay%2Fhand')).toBe('/compare/harbour/watch/quay/hand');
    expect(await to('from=harbour%401.0.0/watch&to=harbour/watch')).toBe(
      '/compare/harbour%401.0.0/watch/harbour/watch'.replaceAll('%40', '@'),
    );
  });

  it('offers what is published, and drafts only with a preview link', async () => {
    const site = openSite();
    expect(await site.html('/compare')).not.toContain('night@draft');
    expect(await site.html('/compare', { preview: true })).toContain('value="night@draft/hand"');
  });

  it('comes back with a sentence where it cannot tell what is meant', async () => {
    for (const query of [
      'from=harbour/nowhere&to=harbour/lead',
      'from=%25E0%25A4&to=x/y/z',
      'from=harbour/lead',
    ]) {
      const answer = await openSite().get(`/compare?${query}`);
      expect(answer.status).toBe(404);
      expect(textOf(await answer.text())).toContain('Choose two levels from the lists');
    }
  });
});

describe('rows that only share a name', () => {
  it('are compared and not joined', async () => {
    const rows = QUAY.expectations.map((cell) =>
      cell.level === 'senior-hand' && cell.competency === 'ropes' ? { ...cell, competency: 'ropes-2' } : cell,
    );
    const twin = { id: 'ropes-2', theme: 'technical', name: 'Handling ropes' };
    const framework = { ...QUAY, competencies: [...QUAY.competencies, twin], expectations: rows };
    const html = await openSite(only(framework)).html('/frameworks/quay/compare/hand/senior-hand');
    expect(textOf(html)).toContain('Matched by name; nobody has confirmed that the two are one competency.');
    expect(textOf(await openSite(only(framework)).html('/frameworks/quay/competencies/ropes'))).toContain(
      'nobody has confirmed that they are one competency: Senior Quay Hand',
    );
  });
});

describe('a comparison', () => {
  it('pairs the cells of a row and names the ones left over', () => {
    const [side, other] = ['hand', 'senior-hand'].map((level) => ({ framework: QUAY, level }));
    if (side === undefined || other === undefined) throw new Error('two sides');
    const { differing } = compareLevels(side, other);
    const ropes = differing.find(({ id }) => id === 'ropes');
    expect(ropes?.pairs).toHaveLength(1);
    expect(ropes?.onlyAfter.map(({ expectation }) => expectation.id)).toEqual(['ropes-senior-hand']);
  });

  it('takes linear time over a thousand rows of long texts', () => {
    const words = 'keeps the services of the harbour running through the night and says so '.repeat(20);
    const competencies = Array.from({ length: 1_000 }, (_, n) => ({
      id: `c${n}`,
      theme: 'records',
      name: `Row ${n}`,
    }));
    const expectations = competencies.flatMap(({ id }) =>
      ['watch', 'lead'].map((level) => ({
        ...(HARBOUR.expectations[0] as Framework['expectations'][number]),
        id: `${id}-${level}`,
        competency: id,
        level,
        statement: `${words} ${level}`,
      })),
    );
    const framework = { ...HARBOUR, competencies, expectations };
    const { differing } = compareLevels({ framework, level: 'watch' }, { framework, level: 'lead' });
    expect(differing).toHaveLength(1_000);
  });
});
