import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { answers, asked, evidenceOf, SENTENCE } from './asks-world.ts';
import { eventsAbout } from './evidence-world.ts';

const PAGE = '/you/as-manager/evidence';

/** What a page lists, without what stands around it. */
function listed(html: string): string {
  return /<ol class="shared-list">.*<\/ol>/s.exec(html)?.[0] ?? '';
}

onEachEngine((database) => {
  it('is to the letter what the manager sees', async () => {
    const world = await openWorld(database());
    await evidenceOf(database(), 'engineer', { text: 'Not for Daniel.' });
    const evidence = await evidenceOf(database(), 'engineer', { shared: true });
    const { link } = await asked(world, evidence);
    await answers(world.visitor, link, { answer: 'confirmed', sentence: SENTENCE });
    const { link: another } = await asked(world, evidence, { of: 'steward' });
    await answers(world.visitor, another, { answer: 'declined' });
    const rosa = await (await world.as('engineer')).html(PAGE);
    const daniel = await (await world.as('lineManager')).html(`/people/${idOf('engineer')}/evidence`);
    expect(listed(rosa)).toContain('crane outage');
    expect(listed(rosa)).toBe(listed(daniel));
    expect(rosa).not.toContain('Not for Daniel');
    expect(rosa).not.toContain('Mei Tanaka');
    // Among everything else that the manager sees, its headings stand one level lower.
    const amongAll = listed(await (await world.as('engineer')).html('/you/as-manager'));
    const lowered = listed(daniel).replace(
      /(<\/?h)([23])/g,
      (_, tag: string, level: string) => tag + (Number(level) + 1),
    );
    expect(amongAll).toBe(lowered);
  });

  it('names who sees it today, and for how long whoever stands in', async () => {
    const world = await openWorld(database());
    const text = textOf(await (await world.as('engineer')).html(PAGE));
    expect(text).toContain('Daniel Okafor sees this of your evidence, and nothing else of it.');
    expect(text).toContain('So does Lucía Prieto, standing in until');
    expect(text).not.toContain('Petra Novak');
  });

  it('is written down as no opening by the manager', async () => {
    const world = await openWorld(database());
    await evidenceOf(database(), 'engineer', { shared: true });
    await (await world.as('engineer')).html(PAGE);
    expect(await eventsAbout(database(), 'engineer')).toEqual([]);
  });

  it('shows nobody the record of another', async () => {
    const world = await openWorld(database());
    await evidenceOf(database(), 'engineer', { shared: true });
    for (const name of ['colleague', 'lineManager', 'formerManager', 'administrator', 'stranger'] as const)
      expect(await (await world.as(name)).html(PAGE)).not.toContain('crane');
    expect(textOf(await (await world.as('stranger')).html(PAGE))).toContain('You report to nobody here');
    expect((await world.visitor.get(PAGE)).status).toBe(303);
  });
});
