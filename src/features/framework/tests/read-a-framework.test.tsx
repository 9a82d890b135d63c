import { describe, expect, it } from 'vitest';
import { HARBOUR, sampleCatalogue } from '../../../../test/sample-framework.ts';
import { openSite, textOf } from './site.ts';

describe('the list of frameworks', () => {
  it('shows those in use with status, summary and levels, and legacy ones apart', async () => {
    const html = await openSite().html('/frameworks');
    const [current = '', legacy = ''] = html.split('id="_legacy"');
    expect(textOf(current)).toContain('1.1.0 beta');
    expect(textOf(current)).toContain(
      'What is expected of the people who keep the harbour’s services running',
    );
    expect(current).toContain('href="/frameworks/harbour/levels/lead"');
    expect(current).not.toContain('Quay Support');
    expect(legacy).toContain('Quay Support');
  });

  it('is where the front page leads', async () => {
    const response = await openSite().get('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/frameworks']);
  });

  it('tells frameworks of one name apart by their ids', async () => {
    const catalogue = sampleCatalogue();
    const [harbour] = catalogue.frameworks;
    const twin = { ...harbour, id: 'harbour-2' } as (typeof catalogue.frameworks)[number];
    const html = await openSite({ ...catalogue, frameworks: [...catalogue.frameworks, twin] }).html(
      '/frameworks',
    );
    expect(html).toContain('<code class="quiet">harbour-2</code>');
  });

  it('says what to do while nothing is released', async () => {
    const text = textOf(await openSite({ ...sampleCatalogue(), frameworks: [] }).html('/frameworks'));
    expect(text).toContain('No framework is published yet');
    expect(text).toContain('bin/cairn import FILE...');
    expect(text).toContain('bin/cairn release FRAMEWORK --status beta');
  });
});

describe('a framework', () => {
  it('shows its ladder with branches in words', async () => {
    const text = textOf(await openSite().html('/frameworks/harbour'));
    expect(text).toContain('Leads to Principal Engineer or Watch Manager');
    expect(text).toContain('Track: People. Reached through a vacancy and an interview');
    expect(text).toContain('Also called Watch to Lead');
  });

  it('leads from each competency to every level that says something about it', async () => {
    const html = await openSite().html('/frameworks/harbour');
    for (const level of ['watch', 'lead', 'principal', 'manager', 'head']) {
      expect(html).toContain(`href="/frameworks/harbour/levels/${level}#incidents"`);
    }
    expect(html).toContain('href="/frameworks/harbour/levels/lead#suppliers"');
  });

  it('states its policy in plain words, silence included', async () => {
    const text = textOf(await openSite().html('/frameworks/harbour'));
    expect(text).toContain('Some teams are, and the source does not name them.');
    expect(text).toContain('None. No competency counts for more than another.');
    expect(text).toContain('Promotion roundsThe framework does not say.');
  });

  it('says who confirmed a rule', async () => {
    const confirmed = {
      rows: [],
      policy: [{ key: 'voluntaryUse' as const, value: false, by: 'Ines', on: '2026-10-02' }],
    };
    const catalogue = sampleCatalogue();
    const [entry] = catalogue.frameworks;
    for (const edition of entry?.releases ?? []) edition.framework = { ...HARBOUR, confirmed };
    const text = textOf(await openSite(catalogue).html('/frameworks/harbour'));
    expect(text).toContain('It is only for the people named above.Confirmed by Ines on 2 October 2026');
  });

  it('names the gaps of its source', async () => {
    const text = textOf(await openSite().html('/frameworks/harbour'));
    expect(text).toContain('The list of exempt teams is empty.');
    expect(text).toContain('Teams that are exempt:');
  });

  it('says of an undefined scale that it has no order and no definitions', async () => {
    const text = textOf(await openSite().html('/frameworks/quay'));
    expect(text).toContain('It does not say in which order they stand.');
    expect(text).toContain('Working knowledgeNot defined by the source.');
  });

  it('lists its releases with status and date', async () => {
    const html = await openSite().html('/frameworks/harbour');
    expect(textOf(html)).toContain('1.0.0 legacy since 1 June 2025');
    expect(html).toContain(
      '<time datetime="2026-03-12T14:02:00.000Z" title="2026-03-12T14:02:00.000Z">12 March 2026</time>',
    );
  });

  it('shows proposals in the draft only, with the sentence each rests on', async () => {
    const site = openSite();
    const draft = textOf(await site.html('/frameworks/harbour@draft', { preview: true }));
    expect(draft).toContain('Waiting for confirmation');
    expect(draft).toContain('Yes. We expect seniors to still show what came before.');
    expect(await site.html('/frameworks/harbour')).not.toContain('Waiting for confirmation');
  });
});

describe('a guide', () => {
  it('has a table of contents, and headings in order whatever depth the author used', async () => {
    const html = await openSite().html('/frameworks/harbour/guides/how-to-use');
    expect(html).toContain('<a href="#before-a-talk">');
    expect(html.match(/<h[1-6]/g)).toEqual(['<h1', '<h2', '<h3', '<h3', '<h2']);
  });

  it('shows tags as text, leaves pictures out, and has no style attribute', async () => {
    const html = await openSite().html('/frameworks/harbour/guides/how-to-use');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('style=');
    expect(html).toContain('<td dir="auto" class="align-right">');
  });
});

describe('a role profile', () => {
  it('shows purpose, responsibilities, skills and qualifications', async () => {
    const html = await openSite().html('/frameworks/harbour/roles/watch-manager');
    const text = textOf(html);
    expect(text).toContain('Also called Shift lead, Duty manager. Dated 3 February 2026.');
    expect(text).toContain('Plan a rota that survives a week of fog');
    expect(html).not.toContain('<strong>Plan a rota');
    expect(text).toContain('Harbour® 2: Basics');
    expect(html).toContain('href="/frameworks/harbour/levels/manager"');
  });
});
