import { describe, expect, it } from 'vitest';
import { openSite, textOf } from './site.ts';

const INCIDENTS = '/frameworks/harbour/competencies/incidents';

/** The part of the page about one level. */
function step(html: string, level: string): string {
  const [, part = ''] = html.split(`id="${level}" dir="auto"`);
  return part.split('<section class="part step"')[0] ?? '';
}

describe('a competency through the levels', () => {
  it('shows what each level says, in the order of the ladder', async () => {
    const html = await openSite().html(INCIDENTS);
    const places = ['watch', 'lead', 'principal', 'manager', 'head'].map((id) => html.indexOf(`id="${id}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(textOf(html)).toContain('Restores service, tells people what is known');
    expect(step(html, 'lead')).toContain('href="/frameworks/harbour/levels/lead#incidents"');
  });

  it('says from step to step what changed, and leads to the comparison', async () => {
    const lead = step(await openSite().html(INCIDENTS), 'lead');
    expect(textOf(lead)).toContain(
      'Since Watch Engineer, compared with Lead Engineer: worded anew; the proficiency was Working.',
    );
    expect(lead).toContain('href="/frameworks/harbour/compare/watch/lead"');
  });

  it('follows each track where the ladder branches, and both where they join', async () => {
    const html = await openSite().html(INCIDENTS);
    expect(textOf(step(html, 'manager'))).toContain('Since Lead Engineer');
    expect(textOf(step(html, 'manager'))).not.toContain('Since Principal Engineer');
    expect(textOf(step(html, 'head'))).toContain('Since Principal Engineer');
    expect(textOf(step(html, 'head'))).toContain('Since Watch Manager');
  });

  it('says where a level says nothing, and looks past it', async () => {
    const html = await openSite().html('/frameworks/harbour/competencies/suppliers');
    expect(textOf(step(html, 'watch'))).toContain('says nothing about this competency at this level');
    expect(textOf(step(html, 'lead'))).not.toContain('Since');
    const records = await openSite().html('/frameworks/harbour/competencies/records');
    expect(textOf(step(records, 'principal'))).toContain('Not assessed at this level.');
  });

  it('shows both cells of a row that has two at a level', async () => {
    const senior = step(await openSite().html('/frameworks/quay/competencies/ropes'), 'senior-hand');
    expect(textOf(senior)).toContain('Handling ropes (in a storm)');
    expect(textOf(senior)).toContain('Teaches it');
    expect(textOf(senior)).toContain('1 more entry');
  });

  it('is linked from the level and from the framework', async () => {
    const link = 'href="/frameworks/harbour/competencies/incidents"';
    expect(await openSite().html('/frameworks/harbour/levels/lead')).toContain(link);
    expect(await openSite().html('/frameworks/harbour')).toContain(link);
    expect(await openSite().html('/frameworks/harbour@1.0.0/levels/lead')).toContain(
      'href="/frameworks/harbour@1.0.0/competencies/incidents"',
    );
  });

  it('helps on from a name that is nearly right', async () => {
    const answer = await openSite().get('/frameworks/harbour/competencies/incident');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('href="/frameworks/harbour/competencies/incidents"');
  });
});

describe('a level’s page', () => {
  it('leads to the comparisons with its neighbours', async () => {
    const html = await openSite().html('/frameworks/harbour/levels/lead');
    expect(textOf(html)).toContain('Compare with Watch Engineer');
    expect(textOf(html)).toContain('What changes at Principal Engineer');
    expect(textOf(html)).toContain('What changes at Watch Manager');
    expect(html).toContain('href="/frameworks/harbour/compare/lead/manager"');
  });
});

describe('the booklet', () => {
  it('has the contents at the front, then every level in order', async () => {
    const html = await openSite().html('/frameworks/harbour/booklet');
    const order = ['id="_contents"', 'id="_guide"', 'id="_level-watch"', 'id="_level-head"', 'id="_policy"'];
    const places = order.map((part) => html.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    for (const target of html.matchAll(/<nav class="booklet-contents"[\s\S]*?<\/nav>/g)) {
      for (const [, id] of target[0].matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
    }
    expect(await openSite().html('/frameworks/harbour')).toContain('href="/frameworks/harbour/booklet"');
  });

  it('has each id once', async () => {
    const html = await openSite().html('/frameworks/harbour/booklet');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  });
});

describe('the words and the shortcuts', () => {
  it('are pages, linked from every footer', async () => {
    const html = await openSite().html('/frameworks');
    expect(html).toContain('href="/glossary"');
    expect(html).toContain('href="/shortcuts"');
    expect(await openSite().html('/glossary')).toContain('<div id="proficiency-scale">');
    expect(textOf(await openSite().html('/shortcuts'))).toContain('Show these shortcuts');
  });
});
