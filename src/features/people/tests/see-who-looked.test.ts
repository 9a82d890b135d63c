import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, openWorld } from '../../../../test/world.ts';
import { recordEvent } from '../../../db/events.ts';
import { textOf } from '../../framework/tests/site.ts';
import { noteEvidence } from './shared-evidence.ts';

onEachEngine((database) => {
  test('everything that somebody else opened is there: what, when and by whom', async () => {
    const { as } = await openWorld(database());
    const { shared } = await noteEvidence(database(), idOf('engineer'));
    const opened = {
      verb: 'evidence.opened',
      subject: `evidence:${shared}`,
      kind: 'record',
      about: idOf('engineer'),
    } as const;
    for (const at of ['2026-03-03T10:00:00Z', '2026-03-03T11:00:00Z']) {
      await recordEvent(database().owner, { ...opened, at: new Date(at), actor: idOf('deputy') });
    }
    const own = { ...opened, at: new Date(), actor: idOf('engineer') };
    await recordEvent(database().owner, own);
    const html = await (await as('engineer')).html('/you/who-looked');
    expect(textOf(html)).toContain('Lucía Prieto opened a piece of evidence');
    expect(textOf(html)).toContain('3 March 2026 at 11:00, 2 times that day');
    expect(html).toContain(`href="/evidence/${shared}"`);
    expect(textOf(html)).not.toContain('Rosa Lindqvist opened');
  });

  test('whoever was erased since is nobody, and the look stays', async () => {
    const { as } = await openWorld(database());
    const gone = '01930000-0000-7000-8000-00000000ffff';
    const subject = `person:${idOf('engineer')}`;
    const look = { at: new Date(), actor: gone, verb: 'level.opened', subject, kind: 'record' } as const;
    await recordEvent(database().owner, { ...look, about: idOf('engineer') });
    expect(textOf(await (await as('engineer')).html('/you/who-looked'))).toContain(
      'somebody who has been erased opened your level and its history',
    );
  });

  test('nobody reads another’s', async () => {
    const { as } = await openWorld(database());
    await (await as('lineManager')).html(`/people/${idOf('engineer')}`);
    for (const name of ['lineManager', 'administrator', 'head', 'stranger'] as const) {
      expect(textOf(await (await as(name)).html('/you/who-looked'))).toContain(
        'Nobody has opened anything of yours',
      );
    }
  });

  test('the page counts in pages of a hundred', async () => {
    const { as } = await openWorld(database());
    for (let n = 0; n < 105; n += 1) {
      await recordEvent(database().owner, {
        at: new Date(Date.UTC(2026, 0, 1, 0, n)),
        actor: idOf('lineManager'),
        verb: 'evidence.opened',
        subject: `evidence:01930000-0000-7000-8000-${String(n).padStart(12, '0')}`,
        kind: 'record',
        about: idOf('engineer'),
      });
    }
    const rosa = await as('engineer');
    const first = await rosa.html('/you/who-looked');
    const next = /href="(\/you\/who-looked\?before=[^"]+)"/.exec(first)?.[1] ?? '';
    expect(first.split('Daniel Okafor').length - 1).toBe(100);
    expect((await rosa.html(next)).split('Daniel Okafor').length - 1).toBe(5);
    expect((await rosa.get('/you/who-looked?before=x')).status).toBe(404);
  });
});
