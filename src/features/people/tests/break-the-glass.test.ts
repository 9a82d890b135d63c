import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, openWorld } from '../../../../test/world.ts';
import { newId } from '../../../db/ids.ts';
import { asViewer } from '../../../db/viewer.ts';
import { textOf } from '../../framework/tests/site.ts';
import { noteEvidence, readersOf } from './shared-evidence.ts';

const GLASS = '/administration/break-glass';
const REASON = 'The harbour authority asks for it in writing.';

onEachEngine((database) => {
  test('one record opens, for a while, and its owner is told at once', async () => {
    const { as } = await openWorld(database());
    const { shared, own } = await noteEvidence(database(), idOf('engineer'));
    const kit = await as('administrator');
    const sent = { address: `http://cairn.test/evidence/${own}`, reason: REASON, hours: '2' };
    const check = textOf(await (await kit.post(GLASS, sent)).text());
    expect(check).toContain('told at once');
    expect(check).not.toContain('Rosa');
    expect(await readersOf(database(), own)).toEqual(['engineer']);

    expect((await kit.post(GLASS, { ...sent, checked: 'yes' })).status).toBe(303);
    expect(await readersOf(database(), own)).toEqual(['engineer', 'administrator']);
    expect(await readersOf(database(), shared)).not.toContain('administrator');

    const [mail] = await database().owner.selectFrom('mail').selectAll().execute();
    expect(mail).toMatchObject({ person_id: idOf('engineer'), kind: 'break-glass' });
    expect(mail?.body).toContain(REASON);
    const rosa = await as('engineer');
    const page = textOf(await rosa.html('/you/who-looked'));
    expect(page).toContain('Kit Doyle may open a piece of evidence of yours from');
    expect(page).toContain(`The reason they gave: “${REASON}”`);
    expect(page).toContain('Kit Doyle opened a piece of evidence to themselves by breaking the glass');
    expect(await rosa.html('/you')).toContain(
      'An administrator has given a reason to open one record of yours',
    );
  });

  test('it is given back early, by any administrator, and is over by itself', async () => {
    const { as } = await openWorld(database());
    const { own } = await noteEvidence(database(), idOf('engineer'));
    const kit = await as('administrator');
    await kit.post(GLASS, { address: `/evidence/${own}`, reason: REASON, hours: '24', checked: 'yes' });
    const html = await kit.html(GLASS);
    expect(textOf(html)).toContain('Kit Doyle: a piece of evidence of Rosa Lindqvist');
    const end = /action="(\/administration\/break-glass\/[^"]+\/end)"/.exec(html)?.[1] ?? '';
    expect((await kit.post(end)).status).toBe(303);
    expect(await readersOf(database(), own)).toEqual(['engineer']);
    await database()
      .owner.updateTable('break_glass')
      .set({ until: new Date(Date.now() + 60_000) })
      .execute();
    expect(await readersOf(database(), own)).toEqual(['engineer', 'administrator']);
    await database().owner.updateTable('administrator').set({ until: new Date() }).execute();
    expect(await readersOf(database(), own)).toEqual(['engineer']);
  });

  test.each([
    [{ address: '/people/x', reason: REASON, hours: '1' }, 'Paste the address of one record'],
    [{ address: `/evidence/${idOf('engineer')}`, reason: 'because', hours: '1' }, 'ten characters at least'],
    [{ address: `/evidence/${idOf('engineer')}`, reason: REASON, hours: '25' }, 'from 1 to 24'],
    [{ address: `/evidence/${idOf('engineer')}`, reason: REASON, hours: '1' }, 'there is no such record'],
  ])('is refused: %j', async (sent, reason) => {
    const { as } = await openWorld(database());
    const refused = await (await as('administrator')).post(GLASS, { ...sent, checked: 'yes' });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(textOf(text)).toContain(reason);
    expect(text).toContain(`value="${sent.address}"`);
  });

  test('nobody but an administrator, and nobody by SQL in another’s name or for longer', async () => {
    const { as } = await openWorld(database());
    const { own } = await noteEvidence(database(), idOf('engineer'));
    for (const name of ['lineManager', 'head', 'stranger'] as const) {
      const visitor = await as(name);
      expect((await visitor.get(GLASS)).status).toBe(404);
      const sent = { address: `/evidence/${own}`, reason: REASON, hours: '1', checked: 'yes' };
      expect((await visitor.post(GLASS, sent)).status).toBe(404);
      await expect(asViewer(database().db, idOf(name), (db) => breaks(db, own, 1))).rejects.toThrow();
    }
    const kit = idOf('administrator');
    await expect(asViewer(database().db, kit, (db) => breaks(db, own, 25))).rejects.toThrow();
    const inAnothersName = asViewer(database().db, kit, (db) =>
      db
        .insertInto('break_glass')
        .values({
          id: newId(),
          administrator_id: kit,
          owner_id: kit,
          record_kind: 'evidence',
          record_id: own,
          reason: REASON,
          opened_at: new Date(),
          until: new Date(Date.now() + 60_000),
        })
        .execute(),
    );
    await expect(inAnothersName).rejects.toThrow();
    expect(await readersOf(database(), own)).toEqual(['engineer']);
  });

  function breaks(db: Parameters<Parameters<typeof asViewer>[2]>[0], record: string, hours: number) {
    const now = new Date();
    const until = new Date(now.getTime() + hours * 3_600_000);
    return sql`select break_the_glass(${newId()}, 'evidence', ${record}, ${REASON}, ${now}, ${until})`.execute(
      db,
    );
  }
});
