import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { noteEvidence } from './shared-evidence.ts';

onEachEngine((database) => {
  test('administrators see who changed what about people and settings, newest first', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    await kit.post('/administration/teams', { name: 'Dive crew' });
    await kit.post(`/administration/people/${idOf('engineer')}/manager`, {
      manager: emailOf('formerManager'),
      checked: 'yes',
    });
    await kit.post('/administration/settings', { organisation: 'Forth', visitors: 'read' });
    const text = textOf(await kit.html('/administration/audit'));
    expect(text).toMatch(
      /Kit Doyle changed a setting[\s\S]*Kit Doyle changed the line manager of Rosa Lindqvist[\s\S]*Kit Doyle added a team/,
    );
  });

  test('nothing of anybody’s record is among it, nor on any page of theirs', async () => {
    const { as } = await openWorld(database());
    const { shared } = await noteEvidence(database(), idOf('engineer'));
    await (await as('lineManager')).html(`/people/${idOf('engineer')}`);
    const kit = await as('administrator');
    for (const path of [
      '',
      '/audit',
      '/people',
      `/people/${idOf('engineer')}`,
      '/break-glass',
      '/erasures',
    ]) {
      const html = await kit.html(`/administration${path}`);
      expect(html).not.toContain('mooring sensors');
      expect(html).not.toContain(shared);
      expect(html).not.toContain('opened');
    }
  });

  test('it is read page by page', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const at = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n));
    await database()
      .owner.insertInto('event')
      .values(
        Array.from({ length: 230 }, (_, n) => ({
          id: `01930000-0000-7000-8000-00000001${String(n).padStart(4, '0')}`,
          at: at(n),
          actor: n === 0 ? 'command-line' : idOf('administrator'),
          verb: 'team.added',
          subject: 'team',
          kind: 'settings' as const,
          about: null,
        })),
      )
      .execute();
    let seen = 0;
    let last = '';
    let path: string | undefined = '/administration/audit';
    while (path !== undefined) {
      last = await kit.html(path);
      seen += last.split('added a team').length - 1;
      path = /href="(\/administration\/audit\?before=[^"]+)"/.exec(last)?.[1];
    }
    expect(seen).toBe(230);
    expect(textOf(last)).toContain('The operator added a team');
  });
});
