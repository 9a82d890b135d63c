import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { noteEvidence, readersOf } from './shared-evidence.ts';

const ROLES = '/administration/roles';

onEachEngine((database) => {
  test('an administrator makes another one, who administers from that moment and reads nobody’s record', async () => {
    const { as } = await openWorld(database());
    const { shared } = await noteEvidence(database(), idOf('engineer'));
    const kit = await as('administrator');
    const vic = await as('stranger');
    expect((await vic.get('/administration')).status).toBe(404);
    const sent = { person: 'Vic Stranger' };
    expect(textOf(await (await kit.post(`${ROLES}/administrators`, sent)).text())).toContain(
      'They can end your own role. They read nobody’s record.',
    );
    expect((await vic.get('/administration')).status).toBe(404);
    await kit.post(`${ROLES}/administrators`, { ...sent, checked: 'yes' });
    expect((await vic.get('/administration')).status).toBe(200);
    expect(await readersOf(database(), shared)).toEqual(['engineer', 'lineManager', 'deputy']);
  });

  test('the last administrator stays one; with another, anybody may end their own role', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const ending = async () => {
      const html = await kit.html(ROLES);
      const address = /action="(\/administration\/roles\/administrators\/[^"]+\/end)"/.exec(html)?.[1] ?? '';
      return kit.post(address, { checked: 'yes' });
    };
    const last = await ending();
    expect(last.status).toBe(422);
    expect(textOf(await last.text())).toContain('this is the last one');
    await kit.post(`${ROLES}/administrators`, { person: emailOf('stranger'), checked: 'yes' });
    expect((await ending()).headers.get('location')).toBe('/you');
    expect((await kit.get('/administration')).status).toBe(404);
  });

  test('heads and stewards are given over a line and a framework, and ended', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const head = { person: emailOf('managersManager'), root: emailOf('lineManager'), checked: 'yes' };
    await kit.post(`${ROLES}/heads`, head);
    await kit.post(`${ROLES}/stewards`, {
      person: emailOf('colleague'),
      framework: 'harbour',
      checked: 'yes',
    });
    const roles = await kit.html(ROLES);
    expect(textOf(roles)).toMatch(/Olu Adeyemi over the line of Daniel Okafor/);
    expect(textOf(roles)).toMatch(/Amir Haddad of Harbour Operations/);
    expect(textOf(await (await as('stranger')).html(`/people/${idOf('colleague')}`))).toContain(
      'Steward of Harbour Operations',
    );
    const twice = await kit.post(`${ROLES}/stewards`, {
      person: emailOf('colleague'),
      framework: 'harbour',
      checked: 'yes',
    });
    expect(textOf(await twice.text())).toContain('they hold this role already');
    const { id } = await database()
      .owner.selectFrom('stewardship')
      .select('id')
      .where('person_id', '=', idOf('colleague'))
      .executeTakeFirstOrThrow();
    expect(textOf(await (await kit.post(`${ROLES}/stewards/${id}/end`)).text())).toContain(
      'is no longer steward',
    );
    await kit.post(`${ROLES}/stewards/${id}/end`, { checked: 'yes' });
    expect(textOf(await kit.html(ROLES))).not.toContain('Amir Haddad');
  });

  test('what is missing is said, and nobody but administrators gives anything', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const refused = textOf(
      await (await kit.post(`${ROLES}/stewards`, { person: '', framework: 'fleet' })).text(),
    );
    expect(refused).toContain('Choose a framework');
    expect(refused).toContain('Write an e-mail address or a whole name');
    for (const name of ['head', 'steward', 'lineManager', 'stranger'] as const) {
      const visitor = await as(name);
      expect((await visitor.get(ROLES)).status).toBe(404);
      const sent = { person: emailOf(name), checked: 'yes' };
      expect((await visitor.post(`${ROLES}/administrators`, sent)).status).toBe(404);
    }
  });
});
