import { describe, expect, it } from 'vitest';
import { HARBOUR, QUAY, sampleCatalogue } from '../../../../test/sample-framework.ts';
import type { Framework, Level } from '../../../domain/framework.ts';
import { DEFAULT_POLICY } from '../../../domain/policy.ts';
import type { Catalogue } from '../catalogue.ts';
import { around, openSite, textOf } from './site.ts';

const LEAD = '/frameworks/harbour/levels/lead';

function only(framework: Framework): Catalogue {
  const edition = {
    framework,
    version: '1.0.0',
    digest: 'sha256:aa',
    status: 'published',
    since: '2026-01-01T00:00:00Z',
    statuses: [],
  };
  return { ...sampleCatalogue(), frameworks: [{ id: framework.id, releases: [edition as never] }] };
}

describe('a level', () => {
  it('shows its expectations in the framework’s own order, each under its stable anchor', async () => {
    const html = await openSite().html(LEAD);
    const places = ['incidents', 'records', 'suppliers'].map((id) =>
      html.indexOf(`<article class="expectation" id="${id}"`),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('keeps paragraphs, numbered points and doubled spaces', async () => {
    const html = await openSite().html(LEAD);
    const incidents = around(html, 'incidents');
    expect(incidents).toContain('<p dir="auto">Hands the lead over without losing a thread.</p>');
    expect(incidents.match(/<ol class="points">.*?<\/ol>/s)?.[0].match(/<li>/g)).toHaveLength(3);
    expect(textOf(around(html, 'suppliers'))).toContain('them.  Twice');
  });

  it('marks examples as illustrative and never as something to tick', async () => {
    const html = await openSite().html(LEAD);
    expect(around(html, 'incidents')).toMatch(
      /<details class="fold examples"><summary>Examples, for illustration/,
    );
    expect(html).not.toContain('checkbox');
  });

  it('opens the examples where the source has nothing else to read', async () => {
    const html = await openSite().html('/frameworks/quay/levels/hand');
    expect(around(html, 'ropes')).toContain('<details class="fold examples" open>');
  });

  it('gives the definition of a proficiency one click away', async () => {
    const incidents = around(await openSite().html(LEAD), 'incidents');
    expect(incidents).toMatch(/<details class="proficiency">.*Practised.*Does it on an unusual day/s);
  });

  it('says where the source does not define a proficiency', async () => {
    const ropes = around(await openSite().html('/frameworks/quay/levels/hand'), 'ropes');
    expect(textOf(ropes)).toContain('Proficiency: Working knowledge (not defined by the source)');
  });

  it('says in words why a cell is empty', async () => {
    const site = openSite();
    const absent = async (level: string) =>
      textOf(around(await site.html(`/frameworks/harbour/levels/${level}`), 'records'));
    expect(await absent('principal')).toContain('Not assessed at this level.');
    expect(await absent('manager')).toContain('Still to be written');
    expect(await absent('head')).toContain('Not in use at this level.');
  });

  it('folds earlier levels below, without their anchors', async () => {
    const html = await openSite().html(LEAD);
    const [own = '', earlier = ''] = html.split('id="_earlier"');
    expect(own).not.toContain('Brought the mooring sensors back');
    expect(earlier).toContain('Brought the mooring sensors back');
    expect(earlier).toContain('<details class="fold earlier-level"><summary><h3>');
    expect(earlier).not.toContain('id="incidents"');
    expect(earlier).toContain('href="/frameworks/harbour/levels/watch#incidents"');
  });

  it('takes only the levels on the way here for earlier ones', async () => {
    const html = await openSite().html('/frameworks/harbour/levels/manager');
    const earlier = html.split('id="_earlier"')[1] ?? '';
    expect(earlier).toContain('Lead Engineer');
    expect(earlier).not.toContain('Principal Engineer');
  });

  it('links earlier levels, and repeats none, where the policy does not consider them', async () => {
    const policy = { ...DEFAULT_POLICY, earlierLevels: 'not considered' as const };
    const html = await openSite(only({ ...HARBOUR, policy })).html(LEAD);
    expect(html).toContain('Not considered for this level.');
    expect(html).not.toContain('earlier-level"');
    expect(html.split('id="_earlier"')[1]).toContain('href="/frameworks/harbour/levels/watch"');
  });

  it('stays a page of reasonable size at the top of a very long ladder', async () => {
    const levels = Array.from({ length: 2000 }, (_, n): Level => {
      return { id: `l${n}`, name: `Level ${n}`, aliases: [], next: n < 1999 ? [`l${n + 1}`] : [] };
    });
    const html = await openSite(only({ ...HARBOUR, levels })).html('/frameworks/harbour/levels/l1999');
    expect(html.length).toBeLessThan(40_000);
    expect(textOf(html)).toContain('1996 more');
  });

  it('gives the second cell of a row its own anchor', async () => {
    const html = await openSite().html('/frameworks/quay/levels/senior-hand');
    expect(textOf(around(html, 'ropes'))).toContain('Handling ropes (in a storm)');
    expect(textOf(around(html, 'ropes'))).toContain('Called Handling ropes in the framework as a whole');
    expect(textOf(around(html, 'ropes-ropes_second'))).toContain('Teaches it');
    expect(html).toContain('href="/frameworks/quay/levels/senior-hand#ropes-ropes_second"');
  });

  it('shows what refers to no known competency rather than losing it', async () => {
    const stray = {
      ...QUAY.expectations[0],
      id: 'stray',
      competency: 'gone',
    } as (typeof QUAY.expectations)[number];
    const html = await openSite(only({ ...QUAY, expectations: [...QUAY.expectations, stray] })).html(
      '/frameworks/quay/levels/hand',
    );
    expect(textOf(html)).toContain('Not under a known theme');
    expect(html).toContain('id="gone"');
  });

  it('leads to the guide on how to use it, and to the role profiles of the level', async () => {
    expect(await openSite().html(LEAD)).toContain('<a href="/frameworks/harbour/guides/how-to-use">');
    expect(await openSite().html('/frameworks/harbour/levels/manager')).toContain(
      'href="/frameworks/harbour/roles/watch-manager"',
    );
  });

  it('keeps to the version in its address, and links to the one that stays', async () => {
    const html = await openSite().html('/frameworks/harbour@1.0.0/levels/lead');
    expect(html).toContain('href="/frameworks/harbour@1.0.0/levels/watch"');
    expect(await openSite().html(LEAD)).toContain(
      '<a href="/frameworks/harbour@1.1.0/levels/lead" data-copy-link',
    );
  });

  it('names who maintains it and when it is looked at again', async () => {
    expect(textOf(await openSite().html(LEAD))).toContain(
      'Maintained by Harbour working group. Review due 31 March 2027.',
    );
    const overdue = { ...HARBOUR.policy, reviewBy: '2026-11-21' };
    expect(textOf(await openSite(only({ ...HARBOUR, policy: overdue })).html(LEAD))).toContain(
      'Review overdue: it was due on 21 November 2026.',
    );
  });
});

describe('a level’s banners', () => {
  it('says that a release is beta, and what that means for what one writes', async () => {
    expect(textOf(await openSite().html(LEAD))).toContain(
      'Beta: ready to use; wording and examples may still change.',
    );
  });

  it('says that a newer version exists and leads to the same level there', async () => {
    const html = await openSite().html('/frameworks/harbour@1.0.0/levels/lead');
    expect(html).toContain('<a href="/frameworks/harbour/levels/lead">1.1.0');
    expect(textOf(html)).toContain('Legacy: kept for those who still use it');
    expect(textOf(await openSite().html(LEAD))).not.toContain('newer version');
  });

  it('quotes what the source says of itself on the level’s own page only', async () => {
    const site = openSite();
    const quote = 'These are old competencies, kept for reference.';
    expect(textOf(await site.html('/frameworks/quay/levels/hand'))).toContain(
      `The source says of itself: “${quote}”`,
    );
    expect(await site.html('/frameworks/quay/levels/senior-hand')).not.toContain(quote);
    expect(textOf(await site.html('/frameworks/quay'))).toContain(
      `The source says of its page Quay Hand: “${quote}”`,
    );
  });

  it('keeps news of another framework apart from the status', async () => {
    const html = await openSite().html('/frameworks/quay/levels/senior-hand');
    expect(textOf(html)).toContain('news of another framework: “Crane competencies v2');
  });
});
